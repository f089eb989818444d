import { describe, expect, it } from 'vitest'
import { element, objectIdentifier, printableString, sequence, setOf, utf8String } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { name, type NameParts } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { distinguishedName, nameAsText, sameName } from '../../../src-main/pki/certificate/distinguished-name.ts'
import { decode, TAG, wholeElement } from '../../../src-main/pki/der/der-reader.ts'

const parse = (der: Uint8Array) => distinguishedName(wholeElement(der, TAG.sequence, 'name'), 'name')
const commonName = (value: Uint8Array) => sequence(setOf(sequence(objectIdentifier('2.5.4.3'), value)))
const textOf = (value: string): string => nameAsText(parse(commonName(utf8String(value))))

describe('a distinguished name as RFC 4514 text', () => {
  it('starts with the innermost attribute', () => {
    const parts: NameParts = [
      ['C', 'JP'],
      ['O', 'Madoguchi Training'],
      ['OU', '見本'],
    ]
    expect(nameAsText(parse(name(parts)))).toBe('OU=見本,O=Madoguchi Training,C=JP')
  })

  it.each([
    ['James "Jim" Smith, III', String.raw`CN=James \"Jim\" Smith\, III`],
    ['Before\rAfter', 'CN=Before\rAfter'],
    [' both ', String.raw`CN=\ both\ `],
    [' ', String.raw`CN=\ `],
    ['# sharp', String.raw`CN=\# sharp`],
    ['a#b', 'CN=a#b'],
    ['<a>;b+c=d', String.raw`CN=\<a\>\;b\+c=d`],
    ['back\\', String.raw`CN=back\\`],
    ['nul\0', String.raw`CN=nul\00`],
    ['𠮷', 'CN=𠮷'],
  ])('escapes %j', (value, text) => {
    expect(textOf(value)).toBe(text)
  })

  it('writes unknown types and undecodable values in hexadecimal', () => {
    const unknownType = sequence(setOf(sequence(objectIdentifier('2.999.4'), printableString('A'))))
    expect(nameAsText(parse(unknownType))).toBe('2.999.4=#130141')
    expect(nameAsText(parse(commonName(element(TAG.teletexString, Buffer.from('A')))))).toBe('CN=#140141')
    expect(nameAsText(parse(commonName(element(TAG.utf8String, Uint8Array.of(0xff)))))).toBe('CN=#0c01ff')
  })

  it('joins attributes of one set with a plus sign', () => {
    const both = sequence(
      setOf(sequence(objectIdentifier('2.5.4.3'), printableString('A')), sequence(objectIdentifier('2.5.4.11'), printableString('B'))),
    )
    expect(nameAsText(parse(both))).toBe('CN=A+OU=B')
  })
})

describe('comparing names', () => {
  const same = (a: Uint8Array, b: Uint8Array): boolean => sameName(parse(a), parse(b))

  it('ignores case, runs of spaces and the kind of string', () => {
    expect(same(commonName(printableString('Mihon  City ')), commonName(utf8String('mihon city')))).toBe(true)
    expect(same(commonName(element(TAG.bmpString, Buffer.from('004100ff', 'hex'))), commonName(utf8String('aÿ')))).toBe(true)
  })

  it('keeps different values, types, orders and lengths apart', () => {
    const country: NameParts = [['C', 'JP']]
    expect(same(commonName(utf8String('a')), commonName(utf8String('b')))).toBe(false)
    expect(same(name([['O', 'a']]), name([['OU', 'a']]))).toBe(false)
    expect(same(name([...country, ['O', 'a']]), name([['O', 'a'], ...country]))).toBe(false)
    expect(same(name(country), name([...country, ['O', 'a']]))).toBe(false)
    expect(
      same(
        name([['O', 'a,b']]),
        name([
          ['O', 'a'],
          ['O', 'b'],
        ]),
      ),
    ).toBe(false)
  })

  it('compares undecodable values as bytes', () => {
    const broken = (octet: number) => commonName(element(TAG.utf8String, Uint8Array.of(octet)))
    expect(same(broken(0xff), broken(0xff))).toBe(true)
    expect(same(broken(0xff), broken(0xfe))).toBe(false)
  })
})

it('refuses a name with more attributes than anybody has', () => {
  const many: NameParts = Array.from({ length: 65 }, () => ['O', 'a'] as const)
  expect(decode(() => parse(name(many))).ok).toBe(false)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relationshipCodes } from '../../../../src-main/residents/codes/relationship-codes.ts'

const shipped: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../resources/sample-municipality/relationship-codes.json'), 'utf8'),
)
const codes = relationshipCodes(shipped)
const known = [
  ['祖父', '62'],
  ['弟', '74'],
  ['子', '20'],
] as const

describe('続柄コード of the shipped table', () => {
  it('codes the examples of the seed', () => {
    expect(codes.encode('祖父')).toEqual({ ok: true, value: ['62'] })
    expect(codes.encode('祖父の弟の子')).toEqual({ ok: true, value: ['62', '74', '20'] })
    expect(codes.decode(['62', '74', '20', '  '])).toEqual({ ok: true, value: { label: '祖父の弟の子', codes: ['62', '74', '20'] } })
    expect(codes.decode(['62', '', '', ''])).toEqual({ ok: true, value: { label: '祖父', codes: ['62'] } })
  })

  it('gives back every chain of up to four known generations', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 4 }), (chain) => {
        const label = chain.map(([word]) => word).join('の')
        const encoded = codes.encode(label)
        expect(encoded).toEqual({ ok: true, value: chain.map(([, code]) => code) })
        if (encoded.ok) expect(codes.decode(encoded.value)).toEqual({ ok: true, value: { label, codes: encoded.value } })
      }),
    )
  })

  it('guesses no code: words without a code, words outside the table, a fifth generation', () => {
    for (const label of ['妻', '世帯主', '子の妻', '妻の子', '長男', '', 'の', '子の', '子の子の子の子の子']) {
      expect(codes.encode(label)).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
    }
  })

  it('guesses no words: codes outside the table, a blank between codes', () => {
    for (const chain of [['99'], ['62', '99'], ['62', '  ', '20'], ['2'], ['６２']]) {
      expect(codes.decode(chain)).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
    }
    for (const chain of [[], ['  '], ['20', '20', '20', '20', '20']]) {
      expect(codes.decode(chain)).toEqual({ ok: false, failure: { code: 'RESIDENT-INCOMPLETE', detail: 'relationship.codes' } })
    }
  })

  it('marks as verified the three published codes and nothing else', () => {
    const { entries } = shipped as { entries: { label: string; code: string | null; verified: boolean }[] }
    expect(entries.filter((entry) => entry.verified).map((entry) => [entry.label, entry.code])).toEqual(known)
    expect(entries.filter((entry) => !entry.verified).every((entry) => entry.code === null)).toBe(true)
  })
})

describe("a municipality's own table", () => {
  const entry = { label: '子', code: '20', verified: true }

  it('may fill in the codes it knows', () => {
    const own = relationshipCodes({ about: 'own', entries: [entry, { label: '妻', code: '0A', verified: false }] })
    expect(own.encode('子の妻')).toEqual({ ok: true, value: ['20', '0A'] })
    expect(own.labels).toEqual(['子', '妻'])
  })

  it.each([
    ['a code twice', [entry, { label: '妻', code: '20', verified: false }]],
    ['a label twice', [entry, { label: '子', code: '21', verified: false }]],
    ['a code of one character', [{ ...entry, code: '2' }]],
    ['a full-width code', [{ ...entry, code: '２０' }]],
    ['a chain as a label', [{ ...entry, label: '子の子' }]],
    ['a verified entry without a code', [{ ...entry, code: null }]],
    ['an unknown key', [{ ...entry, note: '' }]],
    ['no entry', []],
  ])('is refused with %s', (_what, entries) => {
    expect(() => relationshipCodes({ about: 'broken', entries })).toThrow()
  })
})

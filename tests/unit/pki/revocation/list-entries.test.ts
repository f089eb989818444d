import { describe, expect, it } from 'vitest'
import { parseRevocationList } from '../../../../src-main/pki/revocation/revocation-list.ts'
import { octetString, sequence } from '../../../../src-main/training/issuer/x509/der-writer.ts'
import { extension } from '../../../../src-main/training/issuer/x509/x509-writer.ts'
import * as x from '../support/issuing/extensions.ts'
import { daysFrom, list, listDer, party, type ListedEntry } from '../support/issuing/parties.ts'

const city = party('City')
const entry = (serial: number, ...extensions: readonly Uint8Array[]): ListedEntry => ({ serial: BigInt(serial), at: daysFrom(-serial), extensions })

describe('the entries of a revocation list', () => {
  it('keep each its own date and reason, whoever stands before them', () => {
    const reasons = [[], [x.reasonCode(4)], [x.reasonCode(4)], [x.reasonCode(1)], [], [x.reasonCode(4)]]
    const { own } = list(city, { entries: reasons.map((extensions, i) => entry(i + 1, ...extensions)) })
    const found = [...own.revocations].map(([serial, { at, reason }]) => [serial, at.getTime(), reason])
    const words = ['unspecified', 'superseded', 'superseded', 'keyCompromise', 'unspecified', 'superseded']
    expect(found).toEqual(words.map((reason, i) => [`0${i + 1}`, daysFrom(-(i + 1)).getTime(), reason]))
  })

  it('are revoked since the first time that they are listed', () => {
    const { own } = list(city, { entries: [{ serial: 5n, at: daysFrom(-3) }, { serial: 5n, at: daysFrom(-1), extensions: [x.reasonCode(1)] }] })
    expect(own.revocations.get('05')).toEqual({ at: daysFrom(-3), reason: 'unspecified' })
  })

  it.each<[string, readonly ListedEntry[]]>([
    ['no extension in the place of extensions', [{ serial: 1n, extensionList: sequence() }]],
    ['the same after a good one', [entry(1, x.reasonCode(4)), { serial: 2n, extensionList: sequence() }]],
    ['the same extension twice', [entry(1, x.reasonCode(4), x.reasonCode(4))]],
    ['a reason that is not there', [entry(1, x.reasonCode(7))]],
    ['another issuer, in a list that is not indirect', [entry(1, x.certificateIssuer([['O', 'Other']]))]],
  ])('make the list unreadable with %s', (_, entries) => {
    expect(parseRevocationList(listDer(city, { entries })).ok).toBe(false)
  })

  it('tell of every critical extension that nobody understands, also where it comes again', () => {
    const unknown = extension('2.999.5', octetString(Uint8Array.of(5, 0)), true)
    const { unknownCriticalEntryExtensions } = list(city, { entries: [entry(1, unknown), entry(2, unknown), entry(3)] })
    expect([...unknownCriticalEntryExtensions]).toEqual(['2.999.5'])
  })
})

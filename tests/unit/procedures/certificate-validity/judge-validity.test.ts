import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CertificateVerdict, StatusEvidence } from '../../../../src-main/pki/certificate-status.ts'
import { absentCertificate, judgeCard, judgeCertificate, lockedCertificate } from '../../../../src-main/procedures/certificate-validity/judge-validity.ts'
import { certificateValiditySchema } from '../../../../src-preload/contract/resident-screens.ts'

const now = new Date('2026-11-20T03:00:00.000Z')
const evidence: StatusEvidence = { source: 'list', producedAt: null, sha256: null, checkedAt: now }
/** The last second of a day in Japan. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59+09:00`)
const judged = (verdict: CertificateVerdict, at = now) => judgeCertificate('signature', verdict, at, 3)
const good = (lastDay: string): CertificateVerdict => ({ status: 'good', notAfter: endOf(lastDay), evidence })

describe('a certificate that is good', () => {
  it.each([
    ['ends in years', '2029-05-01', 893, '2029-02-02', 'nothing'],
    ['can be renewed in ninety days', '2027-05-17', 178, '2027-02-18', 'renewLater'],
    ['can be renewed in ninety-one days', '2027-05-18', 179, '2027-02-19', 'nothing'],
    ['can be renewed from tomorrow', '2027-02-20', 92, '2026-11-21', 'renewLater'],
    ['can be renewed from today', '2027-02-19', 91, '2026-11-20', 'renewNow'],
    ['ends today', '2026-11-20', 0, '2026-08-21', 'renewNow'],
  ] as const)('and %s', (_when, lastDay, daysLeft, renewalFrom, advice) => {
    expect(judged(good(lastDay))).toEqual({ certificate: 'signature', state: 'good', reason: null, validUntil: lastDay, daysLeft, renewalFrom, advice })
  })

  it.each([
    ['the last day of a month that is longer than the third before', '2027-05-31', '2027-03-01'],
    ['the same in a leap year', '2028-05-31', '2028-03-01'],
    ['a leap day', '2028-02-29', '2027-11-30'],
    ['the day of which the third month before has none', '2027-05-29', '2027-03-01'],
    ['the day of which it has one in a leap year', '2028-05-29', '2028-03-01'],
    ['the turn of the year', '2027-03-31', '2027-01-01'],
  ])('and ends on %s: renewal from the day after "three months before"', (_what, lastDay, from) => {
    expect(judged(good(lastDay))).toMatchObject({ renewalFrom: from })
  })

  it('counts days by the calendar of Japan, where it is tomorrow already', () => {
    const evening = new Date('2026-11-20T15:00:00.000Z')
    expect(judged(good('2026-11-22'), evening)).toMatchObject({ daysLeft: 1 })
    expect(judged(good('2026-11-22'), new Date(evening.getTime() - 1))).toMatchObject({ daysLeft: 2 })
  })

  it('is renewed before it ends, and one day is one day less, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 24 }), (days, months) => {
        const lastDay = new Date(Date.parse('2026-11-20') + days * 86_400_000).toISOString().slice(0, 10)
        const row = judgeCertificate('signature', good(lastDay), now, months)
        expect(row.daysLeft).toBe(days)
        expect(row.renewalFrom! <= lastDay).toBe(true)
        expect(row.advice === 'renewNow').toBe(row.renewalFrom! <= '2026-11-20')
      }),
    )
  })
})

describe('a certificate that is not good', () => {
  it('because it has ended: issued anew at the counter, and for how long it is over', () => {
    expect(judged({ status: 'expired', notAfter: endOf('2026-11-17') })).toMatchObject({ state: 'expired', validUntil: '2026-11-17', daysLeft: -3, renewalFrom: null, advice: 'issueAtCounter' })
  })

  it.each([
    ['affiliationChanged', 'attributesChanged', 'issueAfterRecordUpdate'],
    ['superseded', 'superseded', 'askStaff'],
    ['certificateHold', 'onHold', 'releaseAtMunicipality'],
    ['cessationOfOperation', 'ceased', 'askStaff'],
    ['unspecified', 'other', 'askStaff'],
    ['keyCompromise', 'other', 'askStaff'],
    ['caCompromise', 'other', 'askStaff'],
    ['privilegeWithdrawn', 'other', 'askStaff'],
    ['aaCompromise', 'other', 'askStaff'],
  ] as const)('because it was revoked as %s', (reason, told, advice) => {
    expect(judged({ status: 'revoked', reason, at: now, evidence })).toEqual({
      certificate: 'signature',
      state: 'revoked',
      reason: told,
      validUntil: null,
      daysLeft: null,
      renewalFrom: null,
      advice,
    })
  })

  const unsure: readonly CertificateVerdict[] = [
    { status: 'unknown', why: '' },
    { status: 'unreachable', why: '' },
    { status: 'untrusted', why: '' },
    { status: 'malformed', why: '' },
    { status: 'notYetValid', notBefore: endOf('2026-12-01') },
  ]

  it.each(unsure)('because it is $status never looks like a yes', (verdict) => {
    const row = judged(verdict)
    expect(row.state).not.toBe('good')
    expect([row.validUntil, row.daysLeft, row.renewalFrom]).toEqual([null, null, null])
    expect(['tryAgain', 'askStaff']).toContain(row.advice)
    expect(certificateValiditySchema.safeParse(row).success).toBe(true)
  })
})

it('one that is not on the card is for a clerk, one with a locked password too', () => {
  expect(absentCertificate('signature')).toMatchObject({ state: 'absent', advice: 'askStaff' })
  expect(lockedCertificate('signature', 5)).toMatchObject({ state: 'locked', advice: 'enterPassword' })
  expect(lockedCertificate('signature', 0)).toMatchObject({ state: 'locked', advice: 'askStaff' })
})

it("the card's own period counts the same way, also when it is over", () => {
  expect(judgeCard('2031-03-31', now, 3)).toEqual({ validUntil: '2031-03-31', daysLeft: 1592, renewalFrom: '2031-01-01' })
  expect(judgeCard('2026-11-01', now, 3).daysLeft).toBe(-19)
})

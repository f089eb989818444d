import { describe, expect, it } from 'vitest'
import { checkCardWork } from '../../../../src-main/commands/doctor/card-work.ts'
import { subject, type Check } from '../../../../src-main/commands/doctor/check.ts'
import { trainingConfiguration } from '../../../../src-main/training/training-configuration.ts'
import type { Configuration } from '../../../../src-main/config.ts'

const base = trainingConfiguration('/out', '/resources')
const check = (changes: Partial<Configuration>): Check => checkCardWork({ ...base, ...changes }, subject('card-work', 'en'))
const profile = (parts: Partial<Configuration['profile']>): Configuration['profile'] => ({ ...base.profile, ...parts })

describe('the doctor about work on cards', () => {
  it('finds a training counter ready for every kind', () => {
    expect(check({})).toMatchObject({ state: 'ok', seen: expect.stringMatching(/^PIN reset, .*PINs at delivery by the default rules\ntraining issuer$/u) as string })
  })

  it('has nothing to say where none is offered', () => {
    expect(check({ profile: profile({ cardWork: [] }), issuer: { driver: 'none' } })).toMatchObject({ state: 'ok' })
  })

  it('says that without an issuer’s terminal no card is touched', () => {
    expect(check({ issuer: { driver: 'none' } })).toMatchObject({ state: 'attention', seen: expect.stringContaining("no issuer's terminal") as string })
  })

  it('fails where the municipality’s own rules are not there', () => {
    expect(check({ cardWork: { rulesFile: '/nowhere/rules.json', commissions: [] } })).toMatchObject({ state: 'failed', seen: expect.stringContaining('/nowhere/rules.json') as string })
  })

  it('names what a post office offers without a commission, or must not do', () => {
    const found = check({
      profile: profile({ name: 'post-office', cardWork: ['pinReset', 'certificateIssue', 'cardReturn'] }),
      cardWork: { rulesFile: null, commissions: [{ municipality: base.municipality.code, kinds: ['pinReset', 'cardReturn'] }] },
    })
    expect(found).toMatchObject({ state: 'attention' })
    expect(found.seen.split('\n')).toEqual([
      'PIN reset by the default rules',
      'not commissioned by 999997: issue of certificates (certificateIssue)',
      'not at a terminal of profile post-office: return of the card (cardReturn)',
      'training issuer',
    ])
  })
})

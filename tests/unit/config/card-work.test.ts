import { describe, expect, it } from 'vitest'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { offeredCardWork } from '../../../src-main/config/card-work-schema.ts'
import { checkConfiguration, type Configuration } from '../../../src-main/config.ts'
import type { Result } from '../../../src-main/failures/result.ts'

type Parts = Pick<typeof exampleConfiguration, 'cardWork' | 'issuer'> & { readonly profile?: Partial<typeof exampleConfiguration.profile> }
const check = ({ profile = {}, ...parts }: Parts): Result<Configuration> =>
  checkConfiguration({ ...exampleConfiguration, ...parts, profile: { ...exampleConfiguration.profile, ...profile } }, '/etc/madoguchi', 'madoguchi.json')
const detail = (parts: Parts): string => {
  const checked = check(parts)
  return checked.ok ? 'accepted' : (checked.failure.detail ?? '')
}
const code = exampleConfiguration.municipality.code

describe('work on cards in the configuration', () => {
  it('is none, with no issuer, where nothing is said', () => {
    const whole = structuredClone(exampleConfiguration)
    for (const key of ['cardWork', 'issuer']) Reflect.deleteProperty(whole, key)
    Reflect.deleteProperty(whole.profile, 'cardWork')
    expect(checkConfiguration(whole, '/', 'madoguchi.json')).toMatchObject({ ok: true, value: { profile: { cardWork: [] }, cardWork: { rulesFile: null, commissions: [] }, issuer: { driver: 'none' } } })
  })

  it('names kinds that there are, and rules by a path that counts from the file', () => {
    expect(check({ profile: { cardWork: ['pinReset'] }, cardWork: { rulesFile: 'own/card-work.json' } })).toMatchObject({ ok: true, value: { cardWork: { rulesFile: '/etc/madoguchi/own/card-work.json' } } })
    expect(detail({ profile: { cardWork: ['sendByPost'] as never } })).toContain('madoguchi.json: profile.cardWork.0:')
    expect(detail({ cardWork: { commissions: [{ municipality: '123456', kinds: ['pinReset'] }] } })).toContain('cardWork.commissions.0.municipality: not a municipality code')
  })

  it('refuses the training issuer in production', () => {
    expect(detail({ issuer: { driver: 'training' } })).toBe('madoguchi.json: issuer.driver: a production profile cannot use anything simulated')
  })

  it('is not offered where no clerk is', () => {
    expect(detail({ profile: { name: 'self-service', cardWork: ['pinReset'] } })).toBe('madoguchi.json: profile.cardWork: no clerk is at a self-service terminal')
  })

  it('takes a commission of this municipality at a post office', () => {
    const there = { name: 'post-office', cardWork: ['pinReset'] } as const
    const parts = (municipality: string): Parts => ({ profile: { ...there, cardWork: [...there.cardWork] }, cardWork: { commissions: [{ municipality, kinds: ['pinReset'] }] } })
    expect(detail({ profile: { ...there, cardWork: [...there.cardWork] } })).toContain('cardWork.commissions')
    expect(detail(parts('131016'))).toContain(`none names ${code}`)
    expect(detail(parts(code))).toBe('accepted')
  })

  it('is at a post office what is both offered and commissioned, elsewhere what is offered', () => {
    const settings = { rulesFile: null, commissions: [{ municipality: code, kinds: ['pinReset' as const] }, { municipality: '131016', kinds: ['certificateIssue' as const] }] }
    const cardWork = ['pinReset', 'certificateIssue'] as const
    expect(offeredCardWork({ name: 'post-office', cardWork }, code, settings)).toEqual(['pinReset'])
    expect(offeredCardWork({ name: 'counter', cardWork }, code, settings)).toEqual(cardWork)
  })
})

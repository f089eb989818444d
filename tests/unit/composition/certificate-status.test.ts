import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KitCard } from '../../../build/training-kit/make-pki.ts'
import { systemClock } from '../../../src-main/clock.ts'
import { certificateStatusOf, composeCertificateStatus } from '../../../src-main/composition/certificate-status.ts'
import type { Configuration } from '../../../src-main/config.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import type { CertificateKind } from '../../../src-main/issuer/issuer-terminal.ts'
import { copyOfKit } from '../../fixtures/training/kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-trust-'))
const pki = join(folder, 'training', 'pki')

beforeAll(() => copyOfKit(join(folder, 'training')))
afterAll(() => rmSync(folder, { recursive: true }))

function configured(training: boolean, certificateStatus: Partial<Configuration['certificateStatus']> = {}): Configuration {
  const base = trainingConfiguration(folder, '/resources')
  return { ...base, profile: { ...base.profile, training }, certificateStatus: { ...base.certificateStatus, ...certificateStatus } }
}

const cards = (): readonly KitCard[] => JSON.parse(readFileSync(join(pki, 'cards.json'), 'utf8')) as KitCard[]
const card = (profile: string): KitCard | undefined => cards().find((one) => one.profile === profile)

async function statusOf(configuration: Configuration, kind: CertificateKind, file: string | null | undefined): Promise<string> {
  if (file === null || file === undefined) return 'no certificate'
  // The kit is made in the second in which a test may begin.
  const soon = new Date(Date.now() + 2000)
  return (await certificateStatusOf(configuration, systemClock, kind).check(readFileSync(join(pki, file)), soon)).status
}

describe('the trust of a terminal', () => {
  it('is the training authority in training', async () => {
    expect((await composeCertificateStatus(configured(true), systemClock)).ok).toBe(true)
  })

  it.each([
    ['for user authentication', {}],
    ['for signatures alone', { anchors: ['/nowhere.der'] }],
  ])('is never the training authority in a production profile, %s', async (_, settings) => {
    expect(await composeCertificateStatus(configured(false, settings), systemClock)).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })

  it('reaches the certificates of every training card, of whatever generation', async () => {
    const all = configured(true)
    const unexpected: string[] = []
    for (const { profile, certificateFile, signCertificateFile } of cards()) {
      const found = [await statusOf(all, 'userAuthentication', certificateFile), await statusOf(all, 'signature', signCertificateFile)]
      if (found.some((status) => ['untrusted', 'unknown', 'unreachable', 'malformed'].includes(status))) unexpected.push(profile)
    }
    expect(unexpected).toEqual(['untrusted'])
    expect(await statusOf(all, 'userAuthentication', card('first-generation')?.certificateFile)).toBe('expired')
  })

  it('tells the two kinds of certificate apart', async () => {
    const adult = card('adult')
    expect(await statusOf(configured(true), 'userAuthentication', adult?.certificateFile)).toBe('good')
    expect(await statusOf(configured(true), 'signature', adult?.signCertificateFile)).toBe('good')
    expect(await statusOf(configured(true), 'userAuthentication', adult?.signCertificateFile)).toBe('untrusted')
    expect(await statusOf(configured(true), 'signature', adult?.certificateFile)).toBe('untrusted')
  })

  it('asks no source that is for the other kind of certificate', async () => {
    const sources = configured(true).certificateStatus.sources.map((source) => ({ ...source, certificates: ['userAuthentication' as const] }))
    const adult = card('adult')
    expect(await statusOf(configured(true, { sources }), 'userAuthentication', adult?.certificateFile)).toBe('good')
    expect(await statusOf(configured(true, { sources }), 'signature', adult?.signCertificateFile)).toBe('unreachable')
  })

  it('refuses where the delivery centre is named and not connected', async () => {
    const sources = [{ driver: 'delivery-centre' as const, certificates: ['userAuthentication' as const], connection: null, maxAgeHours: 48, skewSeconds: 300 }]
    expect(await statusOf(configured(true, { sources }), 'userAuthentication', card('adult')?.certificateFile)).toBe('unreachable')
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePki } from '../../../build/training-kit/make-pki.ts'
import { fixedClock } from '../../../src-main/clock.ts'
import { composeCertificateStatus } from '../../../src-main/composition/certificate-status.ts'
import type { Configuration } from '../../../src-main/config.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-trust-'))
const clock = fixedClock('2026-11-20T03:00:00.000Z')

function configured(training: boolean): Configuration {
  const base = trainingConfiguration(folder, '/resources')
  const pki = join(folder, 'training', 'pki')
  return {
    ...base,
    profile: { ...base.profile, training },
    certificateStatus: { ...base.certificateStatus, anchors: [join(pki, 'user-ca.der')], crls: [join(pki, 'crl-user.der')] },
  }
}

beforeAll(() => makePki(join(folder, 'training')))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the trust of a terminal', () => {
  it('is the training authority in training', async () => {
    expect((await composeCertificateStatus(configured(true), clock)).ok).toBe(true)
  })

  it('is never the training authority in a production profile', async () => {
    expect(await composeCertificateStatus(configured(false), clock)).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })
})

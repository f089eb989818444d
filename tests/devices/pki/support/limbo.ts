import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseCertificate, type Certificate } from '../../../../src-main/pki/certificate/certificate.ts'
import { derFromFile } from '../../../../src-main/pki/files/pem.ts'
import type { PathVerdict } from '../../../../src-main/pki/path/path-verdict.ts'
import { trustAnchor } from '../../../../src-main/pki/path/trust-anchor.ts'
import { validatePath } from '../../../../src-main/pki/path/validate-path.ts'
import { defaultWork } from '../../../../src-main/pki/path/work-budget.ts'
import { crlCheck } from '../../../../src-main/pki/revocation/crl-check.ts'
import { parseRevocationList } from '../../../../src-main/pki/revocation/revocation-list.ts'

const suite = z.object({
  testcases: z.array(
    z.object({
      id: z.string(),
      validation_kind: z.enum(['SERVER', 'CLIENT']),
      trusted_certs: z.array(z.string()),
      untrusted_intermediates: z.array(z.string()),
      peer_certificate: z.string(),
      validation_time: z.string().nullable(),
      expected_result: z.enum(['SUCCESS', 'FAILURE']),
      max_chain_depth: z.number().nullable(),
      crls: z.array(z.string()),
    }),
  ),
})

export type LimboCase = z.infer<typeof suite>['testcases'][number]

export const readLimbo = (file: string): readonly LimboCase[] => suite.parse(JSON.parse(readFileSync(file, 'utf8'))).testcases

/** Cases without a time mean "now"; all of them lie far inside their periods. */
export const limboTime = ({ validation_time }: LimboCase): Date => new Date(validation_time ?? '2025-06-01T00:00:00Z')

export const limboPurpose = { SERVER: '1.3.6.1.5.5.7.3.1', CLIENT: '1.3.6.1.5.5.7.3.2' } as const

function certificate(pem: string): Certificate | string {
  const der = derFromFile(Buffer.from(pem), 'CERTIFICATE')
  if (!der.ok) return der.why
  const parsed = parseCertificate(der.value)
  return parsed.ok ? parsed.value : parsed.why
}

const readable = (pems: readonly string[]): readonly Certificate[] => pems.map(certificate).filter((one): one is Certificate => typeof one !== 'string')

function crls(pems: readonly string[]) {
  const parsed = pems.map((pem) => {
    const der = derFromFile(Buffer.from(pem), 'X509 CRL')
    return der.ok ? parseRevocationList(der.value) : der
  })
  return {
    lists: parsed.flatMap((one, index) => (one.ok ? [{ source: `list ${index}`, list: one.value }] : [])),
    broken: parsed.flatMap((one) => (one.ok ? [] : [one.why])),
    problems: [],
  }
}

/** The verdict on a case, or why its certificate can't be read at all. Host names are not looked at: a card has none. */
export async function limboVerdict(one: LimboCase): Promise<PathVerdict | string> {
  const target = certificate(one.peer_certificate)
  if (typeof target === 'string') return target
  const work = one.max_chain_depth === null ? defaultWork : { ...defaultWork, intermediates: one.max_chain_depth }
  return validatePath({
    target,
    intermediates: readable(one.untrusted_intermediates),
    anchors: readable(one.trusted_certs).map(trustAnchor),
    at: limboTime(one),
    settings: { keyPurpose: limboPurpose[one.validation_kind], work },
    revocation:
      one.crls.length === 0 ? 'none' : crlCheck({ load: () => Promise.resolve(crls(one.crls)) }, { maxAgeDays: 365_000, skewSeconds: 0 }),
  })
}

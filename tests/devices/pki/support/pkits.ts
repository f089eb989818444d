import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { parseCertificate, type Certificate } from '../../../../src-main/pki/certificate/certificate.ts'
import { productionLimits, type AlgorithmLimits } from '../../../../src-main/pki/certificate/keys/algorithm-limits.ts'
import type { Decoded } from '../../../../src-main/pki/der/der-reader.ts'
import type { PathVerdict } from '../../../../src-main/pki/path/path-verdict.ts'
import { trustAnchor } from '../../../../src-main/pki/path/trust-anchor.ts'
import { validatePath } from '../../../../src-main/pki/path/validate-path.ts'
import { crlCheck } from '../../../../src-main/pki/revocation/crl-check.ts'
import { parseRevocationList, type RevocationList } from '../../../../src-main/pki/revocation/revocation-list.ts'

const cases = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    certs: z.array(z.string()).min(2),
    crls: z.array(z.string()),
    shouldValidate: z.boolean(),
    initialPolicySet: z.array(z.string()),
    userConstrainedPolicySet: z.array(z.string()),
    initialExplicitPolicy: z.boolean(),
    initialPolicyMappingInhibit: z.boolean(),
    initialInhibitAnyPolicy: z.boolean(),
  }),
)

export type PkitsCase = z.infer<typeof cases>[number]

export const readPkits = (vectors: string): readonly PkitsCase[] => cases.parse(JSON.parse(readFileSync(vectors, 'utf8')))

/** The suite's certificates end in 2030 and earlier; NIST gives no date, this one lies in all their periods. */
export const pkitsTime = new Date('2011-04-15T00:00:00Z')

/** 4.1.4 to 4.1.6 are signed with DSA and SHA-1, which the product never accepts. */
const pkitsLimits: AlgorithmLimits = {
  ...productionLimits,
  keys: [...productionLimits.keys, 'dsa'],
  hashes: [...productionLimits.hashes, 'sha1'],
  dsaBits: { least: 1024, most: 3072 },
}

/** Dss-Parms that are taken over from the issuer's key: a feature of DSA alone, which no certificate in use has. */
export const leftOut: ReadonlySet<string> = new Set(['4.1.5'])

export const pkitsSection = ({ id }: PkitsCase): string => {
  const [chapter, section] = id.split('.')
  return `${chapter}.${section} ${sectionNames[Number(section) - 1] ?? ''}`
}

const sectionNames = [
  'signatures',
  'validity',
  'name chaining',
  'revocation lists',
  'self-issued',
  'basic constraints',
  'key usage',
  'policies',
  'require explicit policy',
  'policy mapping',
  'inhibit policy mapping',
  'inhibit anyPolicy',
  'name constraints',
  'distribution points',
  'delta lists',
  'private extensions',
]

function read<T>(file: string, parse: (der: Uint8Array) => Decoded<T>): T | string {
  const decoded = parse(readFileSync(file))
  return decoded.ok ? decoded.value : decoded.why
}

/** The verdict on a case, or why one of its files can't be read at all. */
export async function pkitsVerdict(vectors: string, one: PkitsCase): Promise<PathVerdict | string> {
  const folder = dirname(vectors)
  const certificates = one.certs.map((name) => read(join(folder, 'certs', name), parseCertificate))
  const lists = one.crls.map((name) => read(join(folder, 'crls', name), parseRevocationList))
  const broken = [...certificates, ...lists].find((read) => typeof read === 'string')
  if (broken !== undefined) return broken
  const [anchor, ...below] = certificates.filter((certificate): certificate is Certificate => typeof certificate !== 'string')
  const target = below.at(-1)
  if (anchor === undefined || target === undefined) throw new Error(`${one.id} has no path`)
  const available = lists.filter((list): list is RevocationList => typeof list !== 'string').map((list, index) => ({ source: one.crls[index] ?? '', list }))
  return validatePath({
    target,
    intermediates: below.slice(0, -1),
    anchors: [trustAnchor(anchor)],
    at: pkitsTime,
    settings: {
      algorithms: pkitsLimits,
      initialPolicies: one.initialPolicySet,
      requireExplicitPolicy: one.initialExplicitPolicy,
      inhibitPolicyMapping: one.initialPolicyMappingInhibit,
      inhibitAnyPolicy: one.initialInhibitAnyPolicy,
    },
    revocation: crlCheck({ load: () => Promise.resolve({ lists: available, broken: [], problems: [] }) }, { maxAgeDays: 36_500, skewSeconds: 0 }, pkitsLimits),
  })
}

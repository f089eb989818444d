import { z } from 'zod'
import { certificateKinds } from '../issuer/issuer-terminal.ts'

const path = z.string().min(1)
const objectIdentifier = z.string().regex(/^[0-2](?:\.(?:0|[1-9]\d*))+$/)
const skewSeconds = z.number().min(0).max(3600).default(300)
const deadlineSeconds = z.number().min(1).max(60)

/** Whose certificates a source is asked about. */
const certificates = z.array(z.enum(certificateKinds)).min(1).default([...certificateKinds])

/** One place that knows which certificates were revoked. */
const statusSourceSchema = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('crl-file'), certificates, crls: z.array(path).min(1), maxAgeDays: z.number().positive().default(7), skewSeconds }),
  z.strictObject({
    driver: z.literal('crl-url'),
    certificates,
    /** Of a complete list, DER or PEM. It proves itself, so http: is as good as https:. */
    url: z.url({ protocol: /^https?$/ }),
    maxAgeDays: z.number().positive().default(7),
    skewSeconds,
    refreshMinutes: z.number().min(1).default(60),
    deadlineSeconds: deadlineSeconds.default(20),
  }),
  z.strictObject({
    driver: z.literal('ocsp'),
    certificates,
    url: z.url({ protocol: /^https?$/ }),
    /** How issuers are named in requests; sha1 for responders that know nothing else. */
    hash: z.enum(['sha256', 'sha1']).default('sha256'),
    /** `optional` takes answers made in advance, as long as they are fresh: the responder can't be told from a replay. */
    nonce: z.enum(['required', 'optional']).default('required'),
    maxAgeHours: z.number().positive().default(48),
    skewSeconds,
    deadlineSeconds: deadlineSeconds.default(5),
  }),
  z.strictObject({
    driver: z.literal('delivery-centre'),
    certificates,
    /** 証明書交付センター through an adapter (pki/providers/delivery-centre/message.ts); null refuses, saying so. */
    connection: z
      .strictObject({ url: z.url({ protocol: /^https$/ }), authoritiesFile: path, certificateFile: path, keyFile: path, deadlineSeconds: deadlineSeconds.default(10) })
      .nullable(),
    maxAgeHours: z.number().positive().default(48),
    skewSeconds,
  }),
])

/** 電子証明書の有効性確認: whom to trust, and whom to ask. */
export const certificateStatusSchema = z.strictObject({
  /** 利用者証明用認証局; files or folders, DER or PEM. Several generations have one name. */
  anchors: z.array(path).min(1),
  /** 署名用認証局; none where nothing here looks at 署名用電子証明書. */
  signatureAnchors: z.array(path).default([]),
  /** Certificates that may lead to an anchor; JPKI needs none. */
  intermediates: z.array(path).default([]),
  /** Policies of which a certificate must have one; empty accepts every one. JPKI's are data, for they differ by generation. */
  policies: z.array(objectIdentifier).default([]),
  signaturePolicies: z.array(objectIdentifier).default([]),
  /** Asked in this order until one gives an answer that can be believed. */
  sources: z.array(statusSourceSchema).min(1),
  /** After a source said, signed, that it does not know a certificate: stop there, or ask the next. Neither is ever good. */
  afterUnknown: z.enum(['stop', 'next']).default('stop'),
})

export type CertificateStatusSettings = z.infer<typeof certificateStatusSchema>
export type StatusSourceSettings = CertificateStatusSettings['sources'][number]

type Absolute = (file: string) => string

function sourceWithAbsolutePaths(source: StatusSourceSettings, absolute: Absolute): StatusSourceSettings {
  if (source.driver === 'crl-file') return { ...source, crls: source.crls.map(absolute) }
  if (source.driver !== 'delivery-centre' || source.connection === null) return source
  const { authoritiesFile, certificateFile, keyFile, ...connection } = source.connection
  const files = { authoritiesFile: absolute(authoritiesFile), certificateFile: absolute(certificateFile), keyFile: absolute(keyFile) }
  return { ...source, connection: { ...connection, ...files } }
}

export const statusSettingsWithAbsolutePaths = (settings: CertificateStatusSettings, absolute: Absolute): CertificateStatusSettings => ({
  ...settings,
  anchors: settings.anchors.map(absolute),
  signatureAnchors: settings.signatureAnchors.map(absolute),
  intermediates: settings.intermediates.map(absolute),
  sources: settings.sources.map((source) => sourceWithAbsolutePaths(source, absolute)),
})

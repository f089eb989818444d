import { createHash } from 'node:crypto'
import type { KeptAnswer, StatusEvidence } from '../certificate-status.ts'
import { nameAsText } from '../certificate/distinguished-name.ts'
import { toHex } from '../der/der-reader.ts'
import type { ResponderId } from '../ocsp/message/basic-response.ts'
import { parseOcspResponse } from '../ocsp/message/response.ts'
import type { Certificate } from '../certificate/certificate.ts'
import type { RevocationEvidence } from '../path/path-verdict.ts'
import { parseRevocationList } from '../revocation/revocation-list.ts'

/** An answer above this is kept as its hash alone: it is sealed with every request. OCSP answers have some 2,000 octets. */
export const maxKeptOctets = 32_768

/** A certificate of the path with what was learnt about it. */
export interface AnsweredCertificate {
  readonly certificate: Certificate
  readonly evidence: readonly RevocationEvidence[]
}

export interface EvidenceParts {
  /** The certificate in the card first. */
  readonly path: readonly AnsweredCertificate[]
  /** Null where the path was refused before its anchor mattered: a revoked certificate. */
  readonly anchor: Certificate | null
  readonly checkedAt: Date
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const responderText = (id: ResponderId): string => (id.kind === 'name' ? nameAsText(id.name) : `key ${toHex(id.hash)}`)

/** Who signed the answer, read from the answer itself, because only what it proves may be said of it. */
function responder({ kind, raw }: RevocationEvidence): string | null {
  if (kind === 'ocsp') {
    const response = parseOcspResponse(raw)
    return response.ok && response.value.status === 'successful' ? responderText(response.value.basic.responderId) : null
  }
  if (kind === 'crl' && raw.length <= maxKeptOctets) {
    const list = parseRevocationList(raw)
    return list.ok ? nameAsText(list.value.issuer) : null
  }
  return null
}

const keptAnswer = (answer: RevocationEvidence): KeptAnswer => ({
  kind: answer.kind,
  source: answer.source,
  responder: responder(answer),
  producedAt: answer.producedAt,
  nextUpdate: answer.nextUpdate,
  sha256: answer.sha256,
  raw: answer.raw.length <= maxKeptOctets ? base64(answer.raw) : null,
})

/** Evidence of a verdict: the answer about the card's certificate in short, and all that the verdict rests on. */
export function makeEvidence({ path, anchor, checkedAt }: EvidenceParts): StatusEvidence {
  const [own] = path[0]?.evidence ?? []
  // One list may answer for several certificates of the path.
  const answers = new Map(path.flatMap(({ evidence }) => evidence.map((answer) => [answer.sha256, answer] as const)))
  return {
    source: own?.source ?? 'no revocation data',
    producedAt: own?.producedAt ?? null,
    sha256: own?.sha256 ?? null,
    checkedAt,
    proof: {
      path: path.map(({ certificate }) => base64(certificate.encoding)),
      anchorSha256: anchor === null ? null : createHash('sha256').update(anchor.encoding).digest('hex'),
      answers: [...answers.values()].map(keptAnswer),
    },
  }
}

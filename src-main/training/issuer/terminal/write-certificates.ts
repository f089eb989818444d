import { ok, type Result } from '../../../failures/result.ts'
import { certificateKinds, type CardRecord, type CertificateKind } from '../../../issuer/issuer-terminal.ts'
import type { IssuingAuthority } from '../authorities/kit-authorities.ts'
import { cardCertificate } from '../certificates/card-certificates.ts'
import { certificateValidity } from '../certificates/validity-period.ts'
import type { RegisteredCard, RegisteredCertificate } from '../register/register-schema.ts'
import { certificateObjects, presence, presenceFile } from './card-objects.ts'
import type { IssuingCard } from './issuing-card.ts'

export interface CertificateWork {
  readonly certificates: readonly CertificateKind[]
  readonly record: CardRecord
  readonly at: Date
  /** The card's entry as it is now. */
  readonly entry: RegisteredCard
  /** A certificate on the card that is valid now; null when there is none. */
  readonly valid: (kind: CertificateKind) => RegisteredCertificate | null
  readonly authority: (kind: CertificateKind) => IssuingAuthority
  /** The next serial number, never given again. */
  readonly nextSerial: () => bigint
}

/** A new key in the chip and its certificate for each kind, 利用者証明用 first: the other one must not outlive it (§C). */
export async function writeCertificates(card: IssuingCard, work: CertificateWork): Promise<Result<Partial<Record<CertificateKind, RegisteredCertificate>>>> {
  const { at, entry, record } = work
  const issued: Partial<Record<CertificateKind, RegisteredCertificate>> = {}
  for (const kind of certificateKinds.filter((one) => work.certificates.includes(one))) {
    const objects = certificateObjects[kind]
    const key = await card.makeKey(objects.key)
    if (!key.ok) return key
    const [authority, serial, { municipalityCode }] = [work.authority(kind), work.nextSerial(), entry]
    const userAuthentication = issued.userAuthentication ?? work.valid('userAuthentication')
    const validity = certificateValidity(kind, {
      at,
      birthDate: entry.birthDate,
      cardExpiry: entry.expiry,
      replaced: endOf(work.valid(kind)),
      userAuthentication: endOf(userAuthentication),
    })
    const der = cardCertificate({ kind, serial, subjectKey: key.value, issuerKey: authority.key, municipalityCode, record, ...validity })
    for (const [object, content] of [
      [objects.certificate, der],
      [objects.authority, authority.certificate],
    ] as const) {
      const written = await card.writeFile(object, content)
      if (!written.ok) return written
    }
    issued[kind] = { serial: serial.toString(16), generation: authority.generation, notAfter: validity.notAfter.toISOString(), municipalityCode }
  }
  const marked = await markPresence(card, Object.fromEntries(work.certificates.map((kind) => [kind, true])))
  return marked.ok ? ok(issued) : marked
}

const endOf = (certificate: RegisteredCertificate | null): Date | null => (certificate === null ? null : new Date(certificate.notAfter))

/** Takes the 署名用 certificate and its key off the card. */
export async function eraseSignature(card: IssuingCard): Promise<Result<void>> {
  const { key, certificate } = certificateObjects.signature
  const erased = await card.eraseKey(key)
  if (!erased.ok) return erased
  const emptied = await card.writeFile(certificate, new Uint8Array(0))
  return emptied.ok ? markPresence(card, { signature: false }) : emptied
}

async function markPresence(card: IssuingCard, there: Partial<Record<CertificateKind, boolean>>): Promise<Result<void>> {
  const file = await card.readFile(presenceFile)
  if (!file.ok) return file
  const marked = Uint8Array.from(file.value)
  for (const kind of certificateKinds) {
    const state = there[kind]
    if (state !== undefined) marked[certificateObjects[kind].presence] = state ? presence.there : presence.absent
  }
  return card.writeFile(presenceFile, marked)
}

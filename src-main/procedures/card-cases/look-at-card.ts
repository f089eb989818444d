import type { SeenCard } from '../../../src-preload/contract.ts'
import { verificationNumberB } from '../../card/client/secrets/verification-number.ts'
import type { BasicAttributes } from '../../card/card-contents.ts'
import type { IndividualNumberCard, OpenCard } from '../../card/individual-number-card.ts'
import { dayInJapan } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'
import { pinKinds } from '../../issuer/issuer-terminal.ts'
import { parseCertificate } from '../../pki/certificate/certificate.ts'
import type { TypedFace } from './card-work-task.ts'
import type { LookAtCard, LookedAtCard } from './ports.ts'

/** Looks at the card without a PIN and lets it go. Costs no try but, with a face, one of 照合番号B where it was typed wrong. */
export function cardLooker(openCard: OpenCard): LookAtCard {
  return async (face) => {
    const card = await openCard()
    if (!card.ok) return card
    try {
      return await look(card.value, face)
    } finally {
      await card.value.release()
    }
  }
}

async function look(card: IndividualNumberCard, face: TypedFace | null): Promise<Result<LookedAtCard>> {
  const overview = await card.overview()
  if (!overview.ok) return overview
  const data = await card.readCardData()
  if (!data.ok) return data
  const attributes = face === null ? ok(null) : await readAttributes(card, face)
  if (!attributes.ok) return attributes
  const read = overview.value.certificates.userAuthentication ? await card.readCertificate('userAuthentication') : ok(null)
  if (!read.ok) return read
  const parsed = read.value === null ? null : parseCertificate(read.value)
  const seen: SeenCard = {
    userAuthentication: parsed?.ok === true ? { validUntil: dayInJapan(parsed.value.notAfter) } : null,
    signature: overview.value.certificates.signature,
    faceAuthentication: overview.value.faceAuthenticationOnly,
    expiresOn: data.value.expiry,
    tries: pinKinds.flatMap((pin) => {
      const tries = overview.value.pins[pin]
      return tries === null ? [] : [{ pin, ...tries }]
    }),
  }
  return ok({ seen, certificate: read.value, attributes: attributes.value })
}

/** Basic four attributes by 照合番号B, their signature unchecked. Typed wrong, it costs one of its tries: PIN-WRONG. */
export async function readAttributes(card: IndividualNumberCard, { birthDate, expiresOn, securityCode }: TypedFace): Promise<Result<BasicAttributes>> {
  const code = Buffer.from(securityCode, 'ascii')
  const number = verificationNumberB({ birthDate, expiryYear: Number(expiresOn.slice(0, 4)), securityCode: code })
  code.fill(0)
  if (!number.ok) return number
  const read = await card.readAttributes({ by: 'verificationNumberB', secret: number.value }, [])
  number.value.fill(0)
  return read.ok ? ok(read.value.value) : read
}

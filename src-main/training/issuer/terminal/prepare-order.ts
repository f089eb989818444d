import { ok, type Result } from '../../../failures/result.ts'
import { pinKinds, type CertificateKind, type NewPins } from '../../../issuer/issuer-terminal.ts'
import type { RecordSigners } from '../../card/profiles/kit-supplies.ts'
import { issuingAuthority, type IssuingAuthority } from '../authorities/kit-authorities.ts'
import type { IssuerBooks } from '../register/issuer-books.ts'
import type { RegisteredCard, RegisteredCertificate } from '../register/register-schema.ts'
import { pinObjects, printedSecrets, type CardObject } from './card-objects.ts'
import type { IssuingCard } from './issuing-card.ts'
import { validCertificate, type CardOrder } from './plan-order.ts'
import { eraseSignature, writeCertificates } from './write-certificates.ts'
import { writeMunicipality, writeRecords } from './write-records.ts'

/** What the issuer works with. */
export interface IssuingMeans {
  readonly books: IssuerBooks
  readonly authorities: readonly IssuingAuthority[]
  readonly signers: RecordSigners
  /** TrueType files for the pictures of name and address. */
  readonly fonts: readonly string[]
}

export interface OrderedCard extends IssuingMeans {
  /** The card's entry as it is and, but for new certificates, as it will be. */
  readonly entry: RegisteredCard
  readonly after: RegisteredCard
  readonly at: Date
}

export type IssuedCertificates = Partial<Record<CertificateKind, RegisteredCertificate>>

/** Has the card make ready everything that an order changes; nothing counts before its commit. Failures as of IssuingCard. */
export async function prepareOrder(order: CardOrder, card: IssuingCard, { books, authorities, signers, fonts, entry, after, at }: OrderedCard): Promise<Result<IssuedCertificates>> {
  switch (order.kind) {
    case 'release':
      return ok({})
    case 'resetPins':
      return nothingIssued(await setPins(card, order.pins))
    case 'issueCertificates': {
      const issued = await writeCertificates(card, {
        certificates: order.certificates,
        record: order.record,
        at,
        entry,
        valid: (kind) => validCertificate(books.register, entry, kind, at),
        authority: (kind) => issuingAuthority(authorities, kind),
        nextSerial: () => books.takeSerial(),
      })
      if (!issued.ok) return issued
      const set = await setPins(card, order.pins)
      return set.ok ? issued : set
    }
    case 'updateRecord':
      return nothingIssued(await writeRecords(card, { record: order.record, signers, fonts }))
    case 'continueUse': {
      const written = await writeRecords(card, { record: order.record, signers, fonts })
      return written.ok ? nothingIssued(await writeMunicipality(card, after)) : written
    }
    case 'returnCard':
      return nothingIssued(await blockAll(card, [...allPins, ...printedSecrets]))
    case 'switchToFaceAuthentication': {
      const blocked = await blockAll(card, allPins)
      return blocked.ok ? nothingIssued(await eraseSignature(card)) : blocked
    }
  }
}

const nothingIssued = (done: Result<void>): Result<IssuedCertificates> => (done.ok ? ok({}) : done)

const allPins = pinKinds.flatMap((kind) => pinObjects[kind])

async function setPins(card: IssuingCard, pins: NewPins): Promise<Result<void>> {
  for (const kind of pinKinds) {
    const pin = pins[kind]
    if (pin === undefined) continue
    for (const object of pinObjects[kind]) {
      const set = await card.setSecret(object, pin)
      if (!set.ok) return set
    }
  }
  return ok()
}

async function blockAll(card: IssuingCard, objects: readonly CardObject[]): Promise<Result<void>> {
  for (const object of objects) {
    const blocked = await card.blockSecret(object)
    if (!blocked.ok) return blocked
  }
  return ok()
}

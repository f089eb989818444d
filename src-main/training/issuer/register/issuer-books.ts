import type { CertificateKind, IssuerReceipt } from '../../../issuer/issuer-terminal.ts'
import type { IssuingAuthority } from '../authorities/kit-authorities.ts'
import { caName } from '../x509/training-profile.ts'
import { name } from '../x509/x509-writer.ts'
import { publicationIn, publishLists } from './published-lists.ts'
import { registerFile, type RegisterFile } from './register-file.ts'
import type { Register, RegisteredOrder, RegisteredReceipt } from './register-schema.ts'

/** Finished orders that a repeat is still answered for. */
const ordersKept = 500

export interface BooksParts {
  /** Holds `issuer/register.json`. */
  readonly folder: string
  /** Where the revocation lists are published. */
  readonly listsFolder: string
  readonly authorities: readonly IssuingAuthority[]
}

/**
 * The issuer's books: the register, and the revocation lists that follow from it. The register is written first and is
 * the truth; lists that a power cut kept from being published are published at the next opening or repeat.
 */
export class IssuerBooks {
  readonly #parts: BooksParts
  readonly #file: RegisterFile
  #register: Register
  #published = false

  private constructor(parts: BooksParts, file: RegisterFile, register: Register) {
    this.#parts = parts
    this.#file = file
    this.#register = register
  }

  /** Throws when there is no register in the folder, or the folder can't be written. */
  static async open(parts: BooksParts, now: Date): Promise<IssuerBooks> {
    const file = registerFile(parts.folder)
    const books = new IssuerBooks(parts, file, await file.read())
    const state = await publicationIn(parts.listsFolder, parts.authorities, books.register, now)
    if (state === 'old') await books.#write({ ...books.register, crlNumber: books.register.crlNumber + 1 })
    books.#published = state === 'current'
    await books.publish(now)
    return books
  }

  get register(): Register {
    return this.#register
  }

  order(orderId: string): RegisteredOrder | undefined {
    return Object.hasOwn(this.#register.orders, orderId) ? this.#register.orders[orderId] : undefined
  }

  /** The next serial number; it is given once, even when its certificate never gets onto a card. */
  takeSerial(): bigint {
    const serial = BigInt(`0x${this.#register.nextSerial}`)
    this.#register = { ...this.#register, nextSerial: (serial + 1n).toString(16) }
    return serial
  }

  /** Throws when the disk does not take it; then the books are as before. */
  async note(orderId: string, order: RegisteredOrder): Promise<void> {
    await this.#write({ ...this.#register, orders: { ...this.#ordersWithout(orderId), [orderId]: order } })
  }

  /** An order that its card does not know has never happened. */
  async forget(orderId: string): Promise<void> {
    await this.#write({ ...this.#register, orders: this.#ordersWithout(orderId) })
  }

  /** The order has happened: entries of cards and revocations take effect. */
  async settle(orderId: string, order: RegisteredOrder): Promise<void> {
    const { after, revocations, receipt } = order
    const revokes = revocations.length > 0
    if (revokes) this.#published = false
    await this.#write({
      ...this.#register,
      cards: { ...this.#register.cards, ...after },
      revocations: [...this.#register.revocations, ...revocations.map((one) => ({ ...one, at: receipt.at }))],
      crlNumber: this.#register.crlNumber + (revokes ? 1 : 0),
      orders: withoutOldest({ ...this.#ordersWithout(orderId), [orderId]: { ...order, state: 'done' } }),
    })
  }

  /** Publishes what was not. Throws when the disk does not take it. */
  async publish(now: Date): Promise<void> {
    if (this.#published) return
    await publishLists(this.#parts.listsFolder, this.#parts.authorities, this.#register, now)
    this.#published = true
  }

  #ordersWithout(orderId: string): Register['orders'] {
    return Object.fromEntries(Object.entries(this.#register.orders).filter(([id]) => id !== orderId))
  }

  async #write(register: Register): Promise<void> {
    await this.#file.write(register)
    this.#register = register
  }
}

/** Properties keep the order in which they were added. */
function withoutOldest(orders: Register['orders']): Register['orders'] {
  const all = Object.entries(orders)
  const done = all.filter(([, { state }]) => state === 'done').map(([id]) => id)
  const old = new Set(done.slice(0, Math.max(0, done.length - ordersKept)))
  return old.size === 0 ? orders : Object.fromEntries(all.filter(([id]) => !old.has(id)))
}

const issuerOf = (kind: CertificateKind): Uint8Array => name(caName(kind))

/** The receipt as the port gives it. */
export const receiptOf = (orderId: string, { at, issued, revoked }: RegisteredReceipt): IssuerReceipt => ({
  orderId,
  at: new Date(at),
  issued: issued.map(({ certificate, serial, notAfter }) => ({ certificate, serial, issuer: issuerOf(certificate), notAfter: new Date(notAfter) })),
  revoked: revoked.map(({ certificate, serial }) => ({ certificate, serial, issuer: issuerOf(certificate) })),
})

/** Whether a certificate's issuer is the authority for its kind. */
export const isIssuer = (kind: CertificateKind, issuer: Uint8Array): boolean => Buffer.from(issuer).equals(issuerOf(kind))

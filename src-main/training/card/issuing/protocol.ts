import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/**
 * TRAINING ISSUE (80 F6): how the training issuer's terminal works on a training card. The real chip has no public
 * command for any of this (reference card.md §3 "Unblock") and answers 6D00 to 80 F6; so does a training card that was
 * made without a terminal key. Everything below is this project's own.
 *
 * Keys. The training kit holds one 32-byte terminal key. A card's own key is HKDF-SHA256(terminal key, salt = 製造番号
 * as 15 ASCII digits, info "card"); a card never sees the terminal key.
 *
 * Session. GET CHALLENGE for 16 bytes (Rc), which the chip remembers for one OPEN, then
 *   OPEN    80 F6 01 00 20 Rt(16) ‖ HMAC-SHA256(card key, "terminal" ‖ Rc ‖ Rt)[0..16] 10
 *           -> HMAC-SHA256(card key, "card" ‖ Rt ‖ Rc)[0..16]                       6982: wrong key or no challenge
 * Both sides then derive the session key HKDF-SHA256(card key, salt = Rc ‖ Rt, info "session"). Selecting an applet or
 * a file does not touch a session; reset and loss of power end it, and with it everything that was not committed.
 *
 * Commands in a session are `80 F6 P1 00 Lc body 00`: body and answer are AES-256-GCM(session key), 16-byte tag last,
 * nonce = direction (0 to the card, 1 from it) ‖ command number, both as 4-byte and 8-byte big-endian numbers, associated
 * data = P1. A body that does not open ends the session (6988); so a command can be neither changed, left out, repeated
 * nor moved, and new secrets never cross the reader in clear. Numbers are big-endian. An object is
 * applet(1: see `applets`) ‖ file identifier or GET DATA tag(2).
 *
 *   P1  body -> answer
 *   02  SET SECRET    object ‖ value                           unblocks and sets, all tries back
 *   03  BLOCK SECRET  object                                   no tries left
 *   04  MAKE KEY      object                                   a new RSA-2048 key in the chip, in its own time
 *   05  READ KEY      object ‖ half(1) -> 00, or 01 ‖ 128 bytes of the new modulus (exponent 65537); 00: not ready
 *   06  ERASE KEY     object
 *   07  WRITE FILE    object ‖ total(2) ‖ offset(2) ‖ bytes    in order from 0; the chip fills up with FF
 *   08  READ FILE     object ‖ offset(2) ‖ length(1) -> bytes  as it is now, whatever its access rule; fewer at the end
 *   09  KNOWS ORDER   order(16) -> 01 when an order of this digest was committed
 *   0A  COMMIT        order(16)                                everything since OPEN takes effect at once, or nothing
 *
 * Refusals leave the session open and change nothing: 6A88 no such object or of another kind, 6A80 a body of the wrong
 * shape, 6985 a commit with an unfinished file or key.
 */
export const issuingInstruction = 0xf6

export const operation = {
  open: 0x01,
  setSecret: 0x02,
  blockSecret: 0x03,
  makeKey: 0x04,
  readKey: 0x05,
  eraseKey: 0x06,
  writeFile: 0x07,
  readFile: 0x08,
  knowsOrder: 0x09,
  commit: 0x0a,
} as const

/** Names of applets by their number in an object. */
export const applets = ['CARD-MANAGER', 'JPKI', 'INPUT-SUPPORT', 'CARD-FACE', 'COMMON', 'RESIDENT-REGISTER'] as const
export type AppletName = (typeof applets)[number]

export const nonceLength = 16
export const proofLength = 16
export const orderDigestLength = 16
export const modulusHalf = 128
/** Room in a short command for a body beside its tag. */
export const bodyMax = 255 - 16
/** Room in a short answer beside its tag. */
export const answerMax = 256 - 16

const tagLength = 16
const keyLength = 32

export const cardKey = (terminalKey: Uint8Array, cardSerial: string): Uint8Array => derive(terminalKey, Buffer.from(cardSerial, 'ascii'), 'card')

const sessionKey = (card: Uint8Array, cardNonce: Uint8Array, terminalNonce: Uint8Array): Uint8Array =>
  derive(card, Buffer.concat([cardNonce, terminalNonce]), 'session')

const derive = (key: Uint8Array, salt: Uint8Array, info: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, salt, `madoguchi training ${info}`, keyLength))

export type Side = 'terminal' | 'card'

/** What a side shows in OPEN: `first` is the other side's number, `second` its own. */
export const proof = (key: Uint8Array, side: Side, first: Uint8Array, second: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(side).update(first).update(second).digest().subarray(0, proofLength)

export const sameProof = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && timingSafeEqual(one, other)

/** What COMMIT and KNOWS ORDER name an order by. */
export const orderDigest = (orderId: string): Uint8Array => createHash('sha256').update(orderId, 'utf8').digest().subarray(0, orderDigestLength)

/** One session as either side sees it: seals what it sends, opens what it gets, counts commands. */
export class IssuingSession {
  readonly #key: Uint8Array
  readonly #side: Side
  #command = 0n

  constructor(key: Uint8Array, side: Side, cardNonce: Uint8Array, terminalNonce: Uint8Array) {
    this.#key = sessionKey(key, cardNonce, terminalNonce)
    this.#side = side
  }

  /** Before each command, on both sides. */
  next(): void {
    this.#command += 1n
  }

  seal(p1: number, plain: Uint8Array): Uint8Array {
    const cipher = createCipheriv('aes-256-gcm', this.#key, this.#nonce(this.#side)).setAAD(Uint8Array.of(p1))
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  /** Null: it was not sealed by the other side for this very command. The caller zeroes what holds a secret. */
  open(p1: number, sealed: Uint8Array): Uint8Array | null {
    if (sealed.length < tagLength) return null
    const at = sealed.length - tagLength
    const decipher = createDecipheriv('aes-256-gcm', this.#key, this.#nonce(this.#side === 'card' ? 'terminal' : 'card'))
      .setAAD(Uint8Array.of(p1))
      .setAuthTag(sealed.subarray(at))
    const plain = decipher.update(sealed.subarray(0, at))
    try {
      decipher.final()
      return plain
    } catch {
      // Node has no other way to say that a tag is wrong.
      plain.fill(0)
      return null
    }
  }

  #nonce(sender: Side): Uint8Array {
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(sender === 'terminal' ? 0 : 1)
    nonce.writeBigUInt64BE(this.#command, 4)
    return nonce
  }
}

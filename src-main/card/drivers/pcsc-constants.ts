/** PC/SC numbers used here. Sources: pcsc-lite 1.9.9 pcsclite.h and WinSCard.h, which agree on all of them. */
export const SCARD_SCOPE_SYSTEM = 2
export const SCARD_SHARE_EXCLUSIVE = 1
export const SCARD_PROTOCOL_T0_OR_T1 = 3
export const SCARD_UNPOWER_CARD = 2

/** Flags of a reader's event state; the upper 16 bits count insertions and removals. */
export const readerStateFlags = {
  changed: 0x0002,
  unknown: 0x0004,
  unavailable: 0x0008,
  present: 0x0020,
  mute: 0x0200,
} as const

/** The pseudo reader whose state changes when a reader comes or goes. */
export const plugAndPlayReader = '\\\\?PnP?\\Notification'

/** Return codes, as unsigned 32-bit numbers. */
export const pcscCodes = {
  success: 0,
  cancelled: 0x80100002,
  invalidHandle: 0x80100003,
  unknownReader: 0x80100009,
  timeout: 0x8010000a,
  sharingViolation: 0x8010000b,
  noSmartCard: 0x8010000c,
  protocolMismatch: 0x8010000f,
  commError: 0x80100013,
  readerUnavailable: 0x80100017,
  noService: 0x8010001d,
  serviceStopped: 0x8010001e,
  noReadersAvailable: 0x8010002e,
  serverTooBusy: 0x80100031,
  unsupportedCard: 0x80100065,
  unresponsiveCard: 0x80100066,
  unpoweredCard: 0x80100067,
  resetCard: 0x80100068,
  removedCard: 0x80100069,
} as const

import { z } from 'zod'
import { failureCodeSchema } from '../../../src-preload/contract/common.ts'
import { readerDriverNames } from '../drivers/driver-names.ts'

/** Bytes cross by structured clone (utilityProcess) or child_process's `advanced` serialization. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const id = z.int().nonnegative()

/** Longest command APDU: header, extended Lc, 65,535 bytes, extended Le. */
const MAX_COMMAND_BYTES = 4 + 3 + 65_535 + 2

/** Supervisor to reader process. Every message with an id gets one answer with that id. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('configure'), driver: z.enum(readerDriverNames), readerPattern: z.string() }),
  z.strictObject({ type: z.literal('heartbeat'), id }),
  z.strictObject({ type: z.literal('connect'), id }),
  z.strictObject({ type: z.literal('transmit'), id, command: bytes.refine((command) => command.length >= 4 && command.length <= MAX_COMMAND_BYTES) }),
  z.strictObject({ type: z.literal('powerOff'), id }),
  z.strictObject({ type: z.literal('close') }),
])
export type Request = z.infer<typeof requestSchema>

const reader = z.string()
const seenStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noService') }),
  z.strictObject({ kind: z.literal('noReader') }),
  z.strictObject({ kind: z.literal('noCard'), reader }),
  z.strictObject({ kind: z.literal('muteCard'), reader }),
  z.strictObject({ kind: z.literal('card'), reader, atr: bytes, insertion: z.int().positive() }),
])

/** Names of readers; null when the service is down. */
const readerNames = z.array(z.string()).nullable()

const failureSchema = z.strictObject({ code: failureCodeSchema, detail: z.string().exactOptional() })

/** Reader process to supervisor. */
export const reportSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('running'), description: z.string() }),
  /** The driver cannot be used on this machine; the process ends itself. */
  z.strictObject({ type: z.literal('unusable'), detail: z.string() }),
  z.strictObject({ type: z.literal('state'), state: seenStateSchema }),
  /** What the watch believes and what the service says when asked afresh. */
  z.strictObject({ type: z.literal('pulse'), id, watched: readerNames, listed: readerNames }),
  z.strictObject({ type: z.literal('done'), id, response: bytes.exactOptional() }),
  z.strictObject({ type: z.literal('failed'), id, failure: failureSchema }),
])
export type Report = z.infer<typeof reportSchema>

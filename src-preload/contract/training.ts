import { z } from 'zod'

/**
 * 研修盤: the panel from which virtual cards are placed and virtual printers are upset. It exists in the
 * training profile only; a production profile has no such side.
 */
export const printerFaultSchema = z.enum(['ready', 'paperOut', 'coverOpen', 'jam', 'offline', 'slow', 'uncertain'])
export type PrinterFault = z.infer<typeof printerFaultSchema>

export const readerFaultSchema = z.enum(['none', 'noService', 'noReader'])
export type ReaderFault = z.infer<typeof readerFaultSchema>

export const trainingSnapshotSchema = z.strictObject({
  side: z.literal('training'),
  revision: z.int(),
  cards: z.array(z.strictObject({ profile: z.string(), title: z.string() })),
  inserted: z.string().nullable(),
  reader: readerFaultSchema,
  receiptPrinter: printerFaultSchema,
  documentPrinter: printerFaultSchema,
  /** Files the virtual printers have made, newest first. */
  papers: z.array(z.strictObject({ name: z.string(), kind: z.enum(['receipt', 'document']) })),
})
export type TrainingSnapshot = z.infer<typeof trainingSnapshotSchema>

export const trainingEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('insertCard'), profile: z.string().max(64) }),
  z.strictObject({ type: z.literal('removeCard') }),
  z.strictObject({ type: z.literal('setReader'), fault: readerFaultSchema }),
  z.strictObject({ type: z.literal('setReceiptPrinter'), fault: printerFaultSchema }),
  z.strictObject({ type: z.literal('setDocumentPrinter'), fault: printerFaultSchema }),
])
export type TrainingEvent = z.infer<typeof trainingEventSchema>

/** The bindings that a configuration can choose. */
export const readerDriverNames = ['koffi', 'pcsclite'] as const
export type ReaderDriverName = (typeof readerDriverNames)[number]

/** What the terminal keeps, and what it looks into: its store, the residents, the certificates' authorities. */
export const records = {
  database: {
    whole: ({ schema, unfinished }: { schema: number; unfinished: number }) => `whole, schema ${schema}, ${unfinished} unfinished requests`,
    owned: ({ found }: { found: string }) => `${found}; the kiosk is running and owns it, so this was a look from outside`,
    newer: ({ schema, known }: { schema: number; known: number }) => `schema ${schema}, this program knows ${known}`,
    otherTerminal: ({ found, terminal }: { found: string; terminal: string }) => `${found}; it belongs to terminal ${terminal}`,
    correctTerminal: 'Correct terminal.number or dataFolder in the configuration.',
    behind: ({ found, behind }: { found: string; behind: number }) => `${found}; ${behind} migrations to come`,
    willMigrate: 'Nothing: the next start backs the store up and migrates it.',
    uncertain: ({ found, uncertain }: { found: string; uncertain: number }) => `${found}, of ${uncertain} it is not known whether paper came out`,
    lookAtTray: 'Look at the output tray and say so on the staff screen.',
  },
  key: {
    kept: "kept by the operating system's key store",
    none: 'none yet; the first start makes it',
    found: ({ keyId }: { keyId: string }) => `key file, key ${keyId}`,
    missing: 'there is a store, but no key file',
    other: ({ sealedBy, found }: { sealedBy: string; found: string }) => `the store was sealed by key ${sealedBy}, found is ${found}`,
  },
  audit: {
    none: 'no entries yet',
    sealRight: ({ entries }: { entries: number }) => `unbroken, ${entries} entries, the seal of the last is right`,
    sealUnchecked: ({ entries }: { entries: number }) => `unbroken, ${entries} entries, the seal of the last was not checked (no key file)`,
  },
  halt: { halted: 'the terminal was stopped by an incident', none: 'the terminal is not halted' },
  registry: { answers: ({ file }: { file: string }) => `${file} answers` },
  certificates: {
    anchors: ({ count }: { count: number }) => `${count} trust anchors`,
    revocationData: ({ from }: { from: string }) => `revocation data there (${from})`,
    and: (parts: readonly string[]) => parts.join('; '),
    ended: ({ day }: { day: string }) => `anchor ended on ${day}`,
    until: ({ day }: { day: string }) => `anchor until ${day}`,
    list: ({ file, issued, next }: { file: string; issued: string; next: string }) => `CRL file ${file} of ${issued}, next ${next}`,
    nextNotSaid: 'not said',
    remedy: 'Put current authority certificates and revocation lists where certificateStatus says, and look at the line to its addresses.',
    endsSoon: 'Something of this ends soon.',
  },
}

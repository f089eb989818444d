/** Status words of the individual number card, with the evidence in reference card.md §3.3. */
export const statusWord = {
  success: 0x9000,
  /** Fewer bytes than asked: the end of the file was reached. */
  endOfFileReached: 0x6282,
  wrongKeyWithoutLimit: 0x6300,
  wrongLength: 0x6700,
  channelNotSupported: 0x6881,
  secureMessagingNotSupported: 0x6882,
  fileStructureConflict: 0x6981,
  securityStatusNotSatisfied: 0x6982,
  authenticationMethodBlocked: 0x6983,
  keyBlocked: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  secureMessagingObjectMissing: 0x6987,
  secureMessagingError: 0x6988,
  noSecureMessagingSession: 0x69fc,
  securityEnvironmentFaulty: 0x66f1,
  wrongData: 0x6a80,
  functionNotSupported: 0x6a81,
  fileNotFound: 0x6a82,
  recordNotFound: 0x6a83,
  wrongParameters: 0x6a86,
  lengthAgainstParameters: 0x6a87,
  referencedDataNotFound: 0x6a88,
  offsetPastEnd: 0x6b00,
  instructionNotSupported: 0x6d00,
  classNotSupported: 0x6e00,
  selfDiagnosisFailed: 0x6f00,
} as const
type StatusName = keyof typeof statusWord

export type StatusMeaning =
  | { readonly kind: StatusName }
  /** 63Cx: this many tries are left. After VERIFY: the secret was wrong. */
  | { readonly kind: 'triesLeft'; readonly tries: number }
  /** 61xx: so many more bytes wait for GET RESPONSE; 256 is written as 00. */
  | { readonly kind: 'moreData'; readonly bytes: number }
  /** 6Cxx: ask again with this Le; 256 is written as 00. */
  | { readonly kind: 'exactLe'; readonly le: number }
  /** A word that the reference does not know. */
  | { readonly kind: 'unknown' }

const names = new Map<number, StatusName>(Object.entries(statusWord).map(([name, word]) => [word, name as StatusName]))

export function statusMeaning(word: number): StatusMeaning {
  const name = names.get(word)
  if (name !== undefined) return { kind: name }
  const low = word & 0xff
  if ((word & 0xfff0) === 0x63c0) return { kind: 'triesLeft', tries: word & 0xf }
  if (word >> 8 === 0x61) return { kind: 'moreData', bytes: low === 0 ? 256 : low }
  if (word >> 8 === 0x6c) return { kind: 'exactLe', le: low === 0 ? 256 : low }
  return { kind: 'unknown' }
}

/** Four hex digits, as the reference and card tools write it. */
export function formatStatusWord(word: number): string {
  return word.toString(16).toUpperCase().padStart(4, '0')
}

/** Status words by which a card may say that it has no short-EF-identifier form of a command. */
export function refusesShortIdentifier(word: number): boolean {
  return shortIdentifierRefusals.has(word)
}

const shortIdentifierRefusals: ReadonlySet<number> = new Set([
  statusWord.wrongLength,
  statusWord.noCurrentFile,
  statusWord.wrongData,
  statusWord.functionNotSupported,
  statusWord.wrongParameters,
  statusWord.lengthAgainstParameters,
  statusWord.referencedDataNotFound,
  statusWord.offsetPastEnd,
])

/** PC/SC's list of names: each ended by NUL, the list ended by one more. */
export function splitMultiString(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '')
}

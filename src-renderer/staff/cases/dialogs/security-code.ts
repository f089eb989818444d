/** The four digits printed on the card, typed in full or half width; null while they are not four. */
export function readSecurityCode(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  return /^\d{4}$/.test(text) ? text : null
}

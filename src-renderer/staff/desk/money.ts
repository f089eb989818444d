/** The contract's limit for one payment, in yen. */
const most = 1_000_000

export type Amount =
  | { readonly kind: 'enough'; readonly received: number; readonly change: number }
  | { readonly kind: 'short'; readonly missing: number }
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'tooMuch' }

/** What a typed amount means against the fee, both in yen; full-width digits, commas and 円 are taken as they are meant. */
export function readAmount(typed: string, fee: number): Amount {
  const text = typed.normalize('NFKC').replaceAll(/[,\s¥円]/g, '')
  if (!/^\d+$/.test(text)) return { kind: 'notANumber' }
  const received = Number(text)
  if (received > most) return { kind: 'tooMuch' }
  return received < fee ? { kind: 'short', missing: fee - received } : { kind: 'enough', received, change: received - fee }
}

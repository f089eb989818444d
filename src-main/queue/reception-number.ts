const numbersPerLetter = 999

/** 受付番号: A-001 … A-999, B-001 … Z-999, AA-001 …; short enough to be called out, never the same twice in a day. */
export function receptionNumber(dayOrdinal: number): string {
  if (!Number.isSafeInteger(dayOrdinal) || dayOrdinal < 1) throw new Error(`not an ordinal: ${dayOrdinal}`)
  const digits = ((dayOrdinal - 1) % numbersPerLetter) + 1
  return `${letters(Math.floor((dayOrdinal - 1) / numbersPerLetter))}-${String(digits).padStart(3, '0')}`
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheet columns count. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

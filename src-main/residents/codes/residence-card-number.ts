/**
 * 在留カード番号, 特別永住者証明書番号: two letters, eight digits, two letters, half-width. Whether digits or letters check
 * one another is not published; only the form can be judged.
 */
export function isResidenceCardNumber(text: string): boolean {
  return /^[A-Z]{2}[0-9]{8}[A-Z]{2}$/.test(text)
}

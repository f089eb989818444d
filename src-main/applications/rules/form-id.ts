import type { ApplicationRules } from './rules-schema.ts'

/** 申請書ID: 23 half-width digits; nothing more is known of its structure (reference counter-procedures §A.2, §J). */
export const isFormId = (text: string): boolean => /^\d{23}$/.test(text)

/** The 申請書ID in the text of a QR code; null: this is no application form, or it holds two different ids. */
export function formIdInScan(text: string, { form }: ApplicationRules): string | null {
  const found = new Set([...text.matchAll(new RegExp(form.scanned, 'gu'))].flatMap(({ groups }) => groups?.id ?? []))
  const [only, ...others] = found
  return only !== undefined && others.length === 0 && isFormId(only) ? only : null
}

/** As typed from paper: spaces, hyphens and full-width digits are how people write long numbers. Null: not 23 digits. */
export function formIdAsTyped(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s\u2010-\u2015\u2212-]/gu, '')
  return isFormId(digits) ? digits : null
}

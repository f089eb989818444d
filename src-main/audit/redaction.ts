/**
 * 個人番号 (12 digits) and 住民票コード (11 digits), also as written by hand: full-width digits, groups with
 * spaces or hyphens. A second net under free text that a clerk types; the schemas are the first.
 */
const numbers = /(?<![\p{Nd}A-Za-z])\p{Nd}(?:[\s\-‐‑–—―ー−－]?\p{Nd}){10,11}(?![\p{Nd}A-Za-z])/gu

export function withoutNumbers(text: string): string {
  return text.replace(numbers, '［番号］')
}

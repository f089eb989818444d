import { Resvg } from '@resvg/resvg-js'
import receiptline from 'receiptline'
import { ok, type Result } from '../../failures/result.ts'
import type { Receipt } from '../printers.ts'
import { printableReceipt } from './printable-characters.ts'
import { receiptMarkup, type ReceiptLayout } from './receipt-markup.ts'

/** A local TrueType font for the picture; it needs the Japanese the receipt holds. */
export interface PictureFont {
  readonly path: string
  /** As the font file names itself, such as `BIZ UDPGothic`. */
  readonly family: string
}

/** White paper around the print area, in dots. */
const margin = 24

/** Of a full-width character of 24 dots: what Japanese fonts keep below the baseline (about 12 %). */
const descent = 3

/**
 * What the printer would print, as SVG of one unit per printer dot. Self-contained: no web font, no random
 * identifier, the same receipt gives the same text. RECEIPT-CHARACTER as the printer would.
 */
export function receiptSvg(receipt: Receipt, layout: ReceiptLayout, fontFamily: string): Result<string> {
  const printable = printableReceipt(receipt)
  if (!printable.ok) return printable
  const drawn = receiptline.transform(receiptMarkup(printable.value, layout), {
    command: 'svg',
    encoding: 'shiftjis',
    cpl: layout.charactersPerLine,
    cutting: true,
    spacing: true,
  })
  const size = /<svg width="(\d+(?:\.\d+)?)px" height="(\d+(?:\.\d+)?)px" viewBox="[^"]*"/.exec(drawn)
  if (size?.[1] === undefined || size[2] === undefined) throw new Error('receiptline no longer opens its SVG with width, height and viewBox')
  const width = Number(size[1]) + 2 * margin
  const height = Number(size[2]) + 2 * margin
  const frame = `<svg width="${width}px" height="${height}px" viewBox="${-margin} ${-margin} ${width} ${height}"`
  const paper = `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" fill="#fff"/>`
  return ok(
    drawn
      .replace(size[0], frame)
      // The style element holds nothing but the import of a web font.
      .replace(/<style\b[^>]*>.*?<\/style>/s, '')
      .replaceAll(/receipt-[0-9a-f-]{36}/g, 'receipt-invert')
      .replace(/font-family="[^"]*"/, `font-family="${fontFamily.replaceAll(/[^\p{L}\p{N} ,-]/gu, '')}"`)
      // Renderers disagree about text-after-edge; the alphabetic baseline raised by the descent is the same in all.
      .replace(' dominant-baseline="text-after-edge"', '')
      .replaceAll(/<text(?! y=)/g, `<text y="-${descent}"`)
      .replace('<defs>', `${paper}<defs>`),
  )
}

/** The SVG as PNG bytes, one pixel per printer dot, drawn with the given font only. */
export const svgPicture = (svg: string, font: PictureFont): Uint8Array =>
  new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [font.path], defaultFontFamily: font.family }, languages: ['ja'] }).render().asPng()

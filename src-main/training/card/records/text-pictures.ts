import { existsSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { oneBitPng } from './png-writer.ts'

/** One line of text that becomes a picture, pixels. */
export interface TextLine {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** Sizes of the pictures on a card: of the two numbers as seen, of name and address our own (reference card.md §5.2). */
export const nameLine = (text: string): TextLine => ({ text, width: 416, height: 24 })
export const addressLine = (text: string): TextLine => ({ text, width: 416, height: 24 })
export const securityCodeLine = (text: string): TextLine => ({ text, width: 24, height: 12 })
export const individualNumberLine = (text: string): TextLine => ({ text, width: 72, height: 12 })

/** 明朝体 with half-width digits of half an em, so that twelve of them fit 72 pixels. */
const family = 'BIZ UDMincho'
/** A line too long for its picture is set smaller. */
const wideCharacters = (text: string): number => Array.from(text).reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0)

/**
 * Pictures of lines of text (PNG, 1 bit), all drawn in one go: setting up a Japanese font costs far more than a line.
 * `fonts`: TrueType files, first of all BIZ UD明朝; files that are not there are left out.
 */
export function textPictures(lines: readonly TextLine[], fonts: readonly string[]): Uint8Array[] {
  const width = Math.max(...lines.map((line) => line.width))
  const height = lines.reduce((sum, line) => sum + line.height, 0)
  let top = 0
  const placed = lines.map((line) => {
    const at = top
    top += line.height
    return { ...line, top: at }
  })
  const texts = placed.map(({ text, top: at, width: room, height: tall }) => {
    const size = Math.min(tall, room / Math.max(wideCharacters(text), 1))
    return `<text x="0" y="${at + tall / 2 + size * 0.38}" font-size="${size}">${escapeXml(text)}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${texts.join('')}</svg>`
  const fontFiles = fonts.filter((file) => existsSync(file))
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family }, languages: ['ja'] }).render()
  return placed.map((line) => {
    const bitmap = new Uint8Array(line.width * line.height)
    // The red channel: the drawing is grey, four bytes a pixel.
    for (let y = 0; y < line.height; y += 1) for (let x = 0; x < line.width; x += 1) bitmap[y * line.width + x] = pixels[((line.top + y) * width + x) * 4] ?? 255
    return oneBitPng({ width: line.width, height: line.height, pixels: bitmap })
  })
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

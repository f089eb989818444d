import { Resvg } from '@resvg/resvg-js'
import type { GreyPicture } from './jp2-writer.ts'

/** Of nobody: a drawn head and shoulders marked 見本, different for each kind so that a clerk sees which card lies there. */
export interface PortraitKind {
  readonly hair: 'short' | 'long'
  readonly age: 'child' | 'adult' | 'old'
}

export const portraitKinds: readonly PortraitKind[] = (['short', 'long'] as const).flatMap((hair) => (['child', 'adult', 'old'] as const).map((age) => ({ hair, age })))

/** Our own: the size of the photo in the chip is not documented. The form is that of the printed photo, 35 to 45. */
const width = 182
const height = 234
const tone = { background: '#e8e8e8', skin: '#d2d2d2', clothes: '#6a6a6a', line: '#303030', hair: { child: '#262626', adult: '#333333', old: '#b8b8b8' } } as const

function drawing({ hair, age }: PortraitKind): string {
  const scale = age === 'child' ? 0.86 : 1
  const back = hair === 'long' ? `<path d="M42 96 Q38 20 91 20 Q144 20 140 96 L146 176 L36 176 Z" fill="${tone.hair[age]}"/>` : ''
  const top = `<path d="M47 92 Q44 26 91 26 Q138 26 135 92 Q128 56 91 56 Q54 56 47 92 Z" fill="${tone.hair[age]}"/>`
  const wrinkles = age === 'old' ? `<path d="M68 76 h46 M74 70 h34 M60 112 l-6 4 M122 112 l6 4" stroke="#8a8a8a" stroke-width="2" fill="none"/>` : ''
  const face = `
    <path d="M14 240 Q20 178 72 172 L110 172 Q162 178 168 240 Z" fill="${tone.clothes}"/>
    <rect x="76" y="138" width="30" height="40" fill="${tone.skin}"/>
    ${back}
    <ellipse cx="91" cy="98" rx="43" ry="54" fill="${tone.skin}"/>
    ${top}${wrinkles}
    <circle cx="73" cy="98" r="4.5" fill="${tone.line}"/><circle cx="109" cy="98" r="4.5" fill="${tone.line}"/>
    <path d="M64 86 q9 -5 18 0 M100 86 q9 -5 18 0 M91 102 l-4 16 h8 M78 132 q13 7 26 0" stroke="${tone.line}" stroke-width="2.5" fill="none"/>`
  const shift = height * (1 - scale)
  return `<rect width="${width}" height="${height}" fill="${tone.background}"/>
    <g transform="translate(${(width * (1 - scale)) / 2} ${shift}) scale(${scale})">${face}</g>
    <rect x="0" y="${height - 44}" width="${width}" height="44" fill="#ffffff" fill-opacity="0.75"/>
    <text x="${width / 2}" y="${height - 11}" font-size="34" text-anchor="middle" fill="#202020">見　本</text>`
}

/** One for each of `portraitKinds`, all drawn in one go: setting up a Japanese font costs far more than the drawing. */
export function portraits(font: string): GreyPicture[] {
  const sheetWidth = width * portraitKinds.length
  const drawings = portraitKinds.map((kind, index) => `<svg x="${index * width}" width="${width}" height="${height}">${drawing(kind)}</svg>`)
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${height}">${drawings.join('')}</svg>`
  const { pixels } = new Resvg(sheet, { font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: 'BIZ UDMincho' }, languages: ['ja'] }).render()
  // Everything is drawn in greys, so one channel of the four is all of it.
  const at = (index: number, pixel: number): number => (Math.floor(pixel / width) * sheetWidth + index * width + (pixel % width)) * 4
  return portraitKinds.map((_, index) => ({ width, height, pixels: Uint8Array.from({ length: width * height }, (_value, pixel) => pixels[at(index, pixel)] ?? 255) }))
}

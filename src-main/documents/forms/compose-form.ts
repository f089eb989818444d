import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, PDFString, type PDFRef } from 'pdf-lib'
import { ok, type Result } from '../../failures/result.ts'
import { standardWords } from '../content/words.ts'
import { openFontSet } from '../fonts/font-set.ts'
import { page as paper, pointsPerMillimetre, textMarks, type Box, type TextMark } from '../layout/marks.ts'
import { specimenBanner } from '../layout/stamps.ts'
import { writeBinding, type Binding } from '../pdf/binding.ts'
import { ContentStream, type Colour } from '../pdf/content-stream.ts'
import { embedFonts } from '../pdf/embedded-fonts.ts'
import type { FormSheet } from './form-content.ts'
import { layOutForm, sheetSizes, type LaidOutForm } from './form-layout.ts'

export interface FormOrder {
  readonly sheets: readonly FormSheet[]
  /** 見本 across every sheet. */
  readonly specimen: boolean
  readonly madeAt: Date
  /** Whose paper it is, carried in the file. */
  readonly binding: Binding
}

/** Port: plain office forms on A4. Failures: DOCUMENT-MISSING-GLYPH, DOCUMENT-TOO-LONG. */
export type ComposeForm = (order: FormOrder) => Promise<Result<Uint8Array>>

const bannerColour: Colour = [1, 0.85, 0.85]

/** The operators that draw a picture into a box (PDF 32000-1 §8.10). */
function pictureOperators(name: string, { x, y, width, height }: Box): string {
  const [wide, high, across, up] = [width, height, x, paper.height - y - height].map((millimetres) => String(Math.round(millimetres * pointsPerMillimetre * 1000) / 1000))
  return `q ${wide} 0 0 ${high} ${across} ${up} cm /${name} Do Q`
}

/** Throws when a configured font is there but broken. */
export function createFormComposer(fontFiles: readonly string[]): ComposeForm {
  const fonts = openFontSet(fontFiles)
  return async ({ sheets, specimen, madeAt, binding }) => {
    const laidOut: (LaidOutForm & { readonly size: 'A4' | 'L' })[] = []
    for (const sheet of sheets) {
      const laid = layOutForm(fonts, sheet)
      if (!laid.ok) return laid
      laidOut.push({ ...laid.value, size: sheet.size ?? 'A4' })
    }
    const banner = specimen ? specimenBanner(fonts, standardWords) : ok<readonly TextMark[]>([])
    if (!banner.ok) return banner

    const document = await PDFDocument.create({ updateMetadata: false })
    const { context } = document
    const drawn = [...laidOut.flatMap(({ marks }) => textMarks(marks)), ...banner.value].flatMap(({ glyphs }) => glyphs.map(({ glyph }) => glyph))
    const embedded = await embedFonts(context, fonts, drawn)
    const images = new Map<Uint8Array, { readonly name: string; readonly reference: PDFRef }>()
    for (const { jpeg } of laidOut.flatMap(({ pictures }) => pictures)) {
      // A copy with memory of its own: pdf-lib reads from the beginning of what a Buffer may share with others.
      if (!images.has(jpeg)) images.set(jpeg, { name: `P${images.size}`, reference: (await document.embedJpg(new Uint8Array(jpeg))).ref })
    }
    const named = (entries: Iterable<{ readonly name: string; readonly reference: PDFRef }>) => Object.fromEntries([...entries].map(({ name, reference }) => [name, reference]))
    const resources = context.register(context.obj({ Font: named(embedded.resources.values()), XObject: named(images.values()) }))
    for (const { marks, pictures, size } of laidOut) {
      const stream = new ContentStream(embedded)
      if (size === 'A4') stream.turned(banner.value, 45, bannerColour)
      for (const { jpeg, box } of pictures) stream.raw(pictureOperators(images.get(jpeg)?.name ?? '', box))
      stream.marks(marks)
      const packed = deflateSync(stream.toString())
      const { width, height } = sheetSizes[size]
      const sheet = document.addPage([paper.width * pointsPerMillimetre, paper.height * pointsPerMillimetre])
      // Everything is placed from the top left of A4; a smaller sheet is that corner of it.
      if (size !== 'A4') sheet.setMediaBox(0, (paper.height - height) * pointsPerMillimetre, width * pointsPerMillimetre, height * pointsPerMillimetre)
      sheet.node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed)))
      sheet.node.set(PDFName.of('Resources'), resources)
    }
    document.catalog.set(PDFName.of('Lang'), PDFString.of('ja-JP'))
    writeBinding(context, binding, [], sheets[0]?.title ?? '', madeAt)
    return ok(await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }))
  }
}

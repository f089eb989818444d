import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { ok, type Result } from '../../failures/result.ts'
import { standardWords } from '../content/words.ts'
import { openFontSet } from '../fonts/font-set.ts'
import { page as paper, pointsPerMillimetre, textMarks, type Mark, type TextMark } from '../layout/marks.ts'
import { specimenBanner } from '../layout/stamps.ts'
import { writeBinding, type Binding } from '../pdf/binding.ts'
import { ContentStream, type Colour } from '../pdf/content-stream.ts'
import { embedFonts } from '../pdf/embedded-fonts.ts'
import type { FormSheet } from './form-content.ts'
import { layOutForm } from './form-layout.ts'

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

/** Throws when a configured font is there but broken. */
export function createFormComposer(fontFiles: readonly string[]): ComposeForm {
  const fonts = openFontSet(fontFiles)
  return async ({ sheets, specimen, madeAt, binding }) => {
    const laidOut: (readonly Mark[])[] = []
    for (const sheet of sheets) {
      const marks = layOutForm(fonts, sheet)
      if (!marks.ok) return marks
      laidOut.push(marks.value)
    }
    const banner = specimen ? specimenBanner(fonts, standardWords) : ok<readonly TextMark[]>([])
    if (!banner.ok) return banner

    const document = await PDFDocument.create({ updateMetadata: false })
    const { context } = document
    const drawn = [...laidOut.flatMap(textMarks), ...banner.value].flatMap(({ glyphs }) => glyphs.map(({ glyph }) => glyph))
    const embedded = await embedFonts(context, fonts, drawn)
    const resources = context.register(
      context.obj({ Font: Object.fromEntries([...embedded.resources.values()].map(({ name, reference }) => [name, reference])) }),
    )
    for (const marks of laidOut) {
      const stream = new ContentStream(embedded)
      stream.turned(banner.value, 45, bannerColour)
      stream.marks(marks)
      const packed = deflateSync(stream.toString())
      const sheet = document.addPage([paper.width * pointsPerMillimetre, paper.height * pointsPerMillimetre])
      sheet.node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed)))
      sheet.node.set(PDFName.of('Resources'), resources)
    }
    document.catalog.set(PDFName.of('Lang'), PDFString.of('ja-JP'))
    writeBinding(context, binding, [], sheets[0]?.title ?? '', madeAt)
    return ok(await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }))
  }
}

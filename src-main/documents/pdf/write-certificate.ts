import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFPage, PDFRawStream, PDFString, type PDFContext, type PDFImage, type PDFRef } from 'pdf-lib'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { page as paper, pointsPerMillimetre, textMarks, type Mark, type TextMark } from '../layout/marks.ts'
import { sheetFrame } from '../layout/sheet-frame.ts'
import { writeBinding, type Binding } from './binding.ts'
import { codeModules } from './code-modules.ts'
import { ContentStream, type Colour } from './content-stream.ts'
import { embedFonts, type EmbeddedFonts } from './embedded-fonts.ts'
import { groundOperators, groundPattern } from './ground-pattern.ts'

/** One sheet, laid out. */
export interface SheetToWrite {
  readonly marks: readonly Mark[]
  /** Text of its verification code. */
  readonly code: string
}

export interface CertificateToWrite {
  readonly title: string
  readonly issuedAt: Date
  readonly sheets: readonly SheetToWrite[]
  /** 見本 across the sheet, or null. */
  readonly banner: readonly TextMark[] | null
  /** Seal image, or null when the seal is among the marks. */
  readonly sealPng: Uint8Array | null
  readonly binding: Binding
}

const unprintableEdge = 5
const bannerColour: Colour = [1, 0.85, 0.85]
const black: Colour = [0, 0, 0]
const white: Colour = [1, 1, 1]

interface SharedParts {
  readonly fonts: EmbeddedFonts
  readonly resources: PDFRef
  readonly seal: PDFImage | null
  readonly banner: readonly TextMark[] | null
}

function sheetOperators(sheet: SheetToWrite, parts: SharedParts): Result<string> {
  const stream = new ContentStream(parts.fonts)
  stream.raw(groundOperators(unprintableEdge))
  if (parts.banner !== null) stream.turned(parts.banner, 45, bannerColour)
  const code = codeModules(sheet.code, sheetFrame.code)
  if (!code.ok) return code
  stream.fill(white)
  stream.boxes([code.value.ground])
  stream.fill(black)
  stream.boxes(code.value.modules)
  stream.marks(sheet.marks)
  if (parts.seal !== null) {
    const { x, y, width, height } = sheetFrame.seal
    const points = [width, 0, 0, height, x, paper.height - y - height].map((value) => (value * pointsPerMillimetre).toFixed(3))
    stream.raw(`q ${points.join(' ')} cm /Seal Do Q`)
  }
  return ok(stream.toString())
}

function addSheet(document: PDFDocument, operators: string, resources: PDFRef): void {
  const { context } = document
  const packed = deflateSync(operators)
  const contents = context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed))
  const sheet: PDFPage = document.addPage([paper.width * pointsPerMillimetre, paper.height * pointsPerMillimetre])
  sheet.node.set(PDFName.of('Contents'), contents)
  sheet.node.set(PDFName.of('Resources'), resources)
}

async function embedSeal(document: PDFDocument, png: Uint8Array): Promise<Result<PDFImage>> {
  try {
    const image = await document.embedPng(png)
    await image.embed()
    return ok(image)
  } catch {
    return fail('DOCUMENT-INVALID-INPUT', 'the seal image is not a readable PNG')
  }
}

function sharedResources(context: PDFContext, fonts: EmbeddedFonts, seal: PDFImage | null): PDFRef {
  return context.register(
    context.obj({
      Font: Object.fromEntries([...fonts.resources.values()].map(({ name, reference }) => [name, reference])),
      Pattern: { P0: groundPattern(context) },
      XObject: seal === null ? {} : { Seal: seal.ref },
    }),
  )
}

/** Writes the PDF. DOCUMENT-TOO-LONG when a code can't hold its text, DOCUMENT-INVALID-INPUT for a broken seal image. */
export async function writeCertificate(fontSet: FontSet, certificate: CertificateToWrite): Promise<Result<Uint8Array>> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  let seal: PDFImage | null = null
  if (certificate.sealPng !== null) {
    const embedded = await embedSeal(document, certificate.sealPng)
    if (!embedded.ok) return embedded
    seal = embedded.value
  }
  const texts = [...certificate.sheets.flatMap(({ marks }) => textMarks(marks)), ...(certificate.banner ?? [])]
  const fonts = await embedFonts(context, fontSet, texts.flatMap(({ glyphs }) => glyphs.map(({ glyph }) => glyph)))
  const parts: SharedParts = { fonts, seal, banner: certificate.banner, resources: sharedResources(context, fonts, seal) }
  for (const sheet of certificate.sheets) {
    const operators = sheetOperators(sheet, parts)
    if (!operators.ok) return operators
    addSheet(document, operators.value, parts.resources)
  }
  document.catalog.set(PDFName.of('Lang'), PDFString.of('ja-JP'))
  writeBinding(context, certificate.binding, certificate.sheets.map(({ code }) => code), certificate.title, certificate.issuedAt)
  return ok(await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }))
}

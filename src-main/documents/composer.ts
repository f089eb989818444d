import { fail, ok, type Result } from '../failures/result.ts'
import type { Household } from '../residents/resident.ts'
import type { CertificateComposer } from './certificate-composer.ts'
import type { CertificateOrder, IssueContext, RenderedCertificate } from './certificate-order.ts'
import { buildContent } from './content/build-content.ts'
import type { CertificateContent, Sheet } from './content/certificate-content.ts'
import { standardWords, type RecordWords } from './content/words.ts'
import { openFontSet, type FontSet } from './fonts/font-set.ts'
import type { Mark } from './layout/marks.ts'
import { layOutSheet } from './layout/sheet-layout.ts'
import { joiningMarks, specimenBanner, specimenSeal } from './layout/stamps.ts'
import { readBinding } from './pdf/binding.ts'
import { writeCertificate, type SheetToWrite } from './pdf/write-certificate.ts'
import { sameSubject, subjectDigest } from './subject.ts'
import { signFile } from './verification/file-signature.ts'
import { sealText } from './verification/sealed-text.ts'
import { sheetPayload } from './verification/sheet-payload.ts'

export interface ComposerOptions {
  /** Paths of TrueType fonts in order of preference; those that are not installed are left out. */
  readonly fonts: readonly string[]
  /** The municipality's own wording; the standard one when left out. */
  readonly words?: RecordWords
}

interface Workshop {
  readonly fonts: FontSet
  readonly words: RecordWords
}

function layOut({ fonts, words }: Workshop, content: CertificateContent, sheet: Sheet, drawnSeal: boolean): Result<readonly Mark[]> {
  const body = layOutSheet(fonts, content, sheet, words)
  if (!body.ok) return body
  const joining = joiningMarks(fonts, words, content.certificateNumber, sheet.number, content.sheets.length)
  if (!joining.ok) return joining
  if (!drawnSeal) return ok([...body.value, ...joining.value])
  const seal = specimenSeal(fonts, words)
  return seal.ok ? ok([...body.value, ...joining.value, ...seal.value]) : seal
}

function layOutAll(workshop: Workshop, content: CertificateContent, context: IssueContext): Result<readonly SheetToWrite[]> {
  const sheets: SheetToWrite[] = []
  for (const sheet of content.sheets) {
    const marks = layOut(workshop, content, sheet, context.municipality.sealPng === null)
    if (!marks.ok) return marks
    sheets.push({ marks: marks.value, code: sealText(sheetPayload(content, sheet), context.signingKey) })
  }
  return ok(sheets)
}

/** The finished bytes must carry the order they were made for: read back, not remembered. */
async function readBack(pdf: Uint8Array, order: CertificateOrder, context: IssueContext): Promise<Result<RenderedCertificate['boundTo']>> {
  const bound = await readBinding(pdf)
  if (!bound.ok) return bound
  const same =
    bound.value.requestId === order.requestId &&
    bound.value.certificateNumber === context.certificateNumber &&
    sameSubject(bound.value.subjectDigest, context.subjectDigest)
  return same ? bound : fail('DOCUMENT-MISMATCH', 'the finished PDF does not carry the order')
}

async function compose(workshop: Workshop, household: Household, order: CertificateOrder, context: IssueContext): Promise<Result<RenderedCertificate>> {
  const content = buildContent(household, order, context, workshop.words)
  if (!content.ok) return content
  const subjects = content.value.sheets.flatMap(({ persons }) => persons.map(({ subject }) => subject))
  const drawn = subjectDigest(content.value.requestId, subjects)
  if (!sameSubject(drawn, context.subjectDigest)) return fail('DOCUMENT-MISMATCH', 'the persons drawn are not the persons ordered')
  const sheets = layOutAll(workshop, content.value, context)
  if (!sheets.ok) return sheets
  const banner = context.specimen ? specimenBanner(workshop.fonts, workshop.words) : ok(null)
  if (!banner.ok) return banner
  const pdf = await writeCertificate(workshop.fonts, {
    title: workshop.words.documentTitle,
    issuedAt: context.issuedAt,
    sheets: sheets.value,
    banner: banner.value,
    sealPng: context.municipality.sealPng,
    binding: { requestId: content.value.requestId, subjectDigest: drawn, certificateNumber: content.value.certificateNumber },
  })
  if (!pdf.ok) return pdf
  const signed = signFile(pdf.value, context.signingKey)
  const bound = await readBack(signed, order, context)
  return bound.ok ? ok({ pdf: signed, sheets: sheets.value.length, boundTo: bound.value }) : bound
}

/** 住民票の写し (世帯連記式). Throws when a configured font is there but broken. Keeps fonts open, never papers. */
export function createCertificateComposer({ fonts, words = standardWords }: ComposerOptions): CertificateComposer {
  const workshop: Workshop = { fonts: openFontSet(fonts), words }
  return {
    description: workshop.fonts.description,
    compose: (household, order, context) => compose(workshop, household, order, context),
  }
}

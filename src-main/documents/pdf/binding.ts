import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString, type PDFContext } from 'pdf-lib'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { ReadBinding } from '../certificate-composer.ts'
import type { RenderedCertificate } from '../certificate-order.ts'

export type Binding = RenderedCertificate['boundTo']

/** What a finished PDF carries in its document information. */
export interface CarriedBinding extends Binding {
  readonly sheets: number
  /** Texts of the sheets' codes, in order. */
  readonly codes: readonly string[]
}

const names = {
  requestId: 'MadoguchiRequestId',
  subjectDigest: 'MadoguchiSubjectDigest',
  certificateNumber: 'MadoguchiCertificateNumber',
  codes: 'MadoguchiCodes',
} as const

export function writeBinding(context: PDFContext, binding: Binding, codes: readonly string[], title: string, issuedAt: Date): void {
  const info = context.obj({
    Title: PDFHexString.fromText(title),
    Producer: PDFString.of('Madoguchi'),
    CreationDate: PDFString.fromDate(issuedAt),
    [names.requestId]: PDFHexString.fromText(binding.requestId),
    [names.subjectDigest]: PDFHexString.fromText(binding.subjectDigest),
    [names.certificateNumber]: PDFHexString.fromText(binding.certificateNumber),
    [names.codes]: codes.map((code) => PDFHexString.fromText(code)),
  })
  context.trailerInfo.Info = context.register(info)
}

function informationOf(context: PDFContext): PDFDict | null {
  const entry = context.trailerInfo.Info
  const info = entry instanceof PDFRef ? context.lookup(entry) : entry
  return info instanceof PDFDict ? info : null
}

const textOf = (value: unknown): string | null => (value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : null)

/** Reads the finished bytes, whoever made them. DOCUMENT-MISMATCH when they carry no binding or are no PDF. */
export async function readCarried(pdf: Uint8Array): Promise<Result<CarriedBinding>> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
  } catch {
    return fail('DOCUMENT-MISMATCH', 'the file is not a readable PDF')
  }
  const info = informationOf(document.context)
  const entry = (name: string): string | null => textOf(info?.lookup(PDFName.of(name)))
  const [requestId, subjectDigest, certificateNumber] = [entry(names.requestId), entry(names.subjectDigest), entry(names.certificateNumber)]
  const codes = info?.lookup(PDFName.of(names.codes))
  if (requestId === null || subjectDigest === null || certificateNumber === null || !(codes instanceof PDFArray)) {
    return fail('DOCUMENT-MISMATCH', 'the PDF carries no binding')
  }
  const texts = codes.asArray().map(textOf)
  if (texts.some((text) => text === null)) return fail('DOCUMENT-MISMATCH', 'the PDF carries a broken binding')
  return ok({ requestId, subjectDigest, certificateNumber, sheets: document.getPageCount(), codes: texts.filter((text) => text !== null) })
}

export const readBinding: ReadBinding = async (pdf) => {
  const carried = await readCarried(pdf)
  if (!carried.ok) return carried
  const { requestId, subjectDigest, certificateNumber } = carried.value
  return ok({ requestId, subjectDigest, certificateNumber })
}

import { fail, ok, type Result } from '../../failures/result.ts'
import { readCarried } from '../pdf/binding.ts'
import type { CityKey, VerifiedSheet } from './facts.ts'
import { verifyFile } from './file-signature.ts'
import { verifyQrText } from './sealed-text.ts'

export { verifyQrText }
export type { CityKey, VerifiedSheet }

export interface VerifiedDocument {
  /** Key id of the city's key that signed the file. */
  readonly signedBy: string
  readonly requestId: string
  readonly certificateNumber: string
  readonly sheets: readonly VerifiedSheet[]
}

/** Far above any certificate (50 to 150 kB), far below what would hurt. */
const largestFile = 20 * 1024 * 1024

/**
 * Whether a PDF is, byte for byte, a certificate that the city signed. The signature is checked before the PDF is
 * parsed. DOCUMENT-NOT-VERIFIED says why not; never with personal data.
 */
export async function verifyPdf(pdf: Uint8Array, keys: readonly CityKey[]): Promise<Result<VerifiedDocument>> {
  if (pdf.byteLength > largestFile) return fail('DOCUMENT-NOT-VERIFIED', 'the file is too large to be a certificate')
  const signer = verifyFile(pdf, keys)
  if (!signer.ok) return signer
  const carried = await readCarried(pdf)
  if (!carried.ok) return fail('DOCUMENT-NOT-VERIFIED', carried.failure.detail)
  const { requestId, certificateNumber, sheets: pages, codes } = carried.value
  if (codes.length !== pages) return fail('DOCUMENT-NOT-VERIFIED', 'the file does not carry one code for every sheet')
  const sheets: VerifiedSheet[] = []
  for (const [index, code] of codes.entries()) {
    const sheet = verifyQrText(code, keys)
    if (!sheet.ok) return sheet
    const fits = sheet.value.sheet === index + 1 && sheet.value.sheets === pages && sheet.value.requestId === requestId && sheet.value.certificateNumber === certificateNumber
    if (!fits) return fail('DOCUMENT-NOT-VERIFIED', `the code of sheet ${index + 1} belongs to another certificate`)
    sheets.push(sheet.value)
  }
  return ok({ signedBy: signer.value, requestId, certificateNumber, sheets })
}

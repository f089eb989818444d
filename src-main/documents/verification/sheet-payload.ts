import { createHash } from 'node:crypto'
import type { CertificateContent, FieldName, PersonBlock, Sheet } from '../content/certificate-content.ts'
import type { Payload } from './facts.ts'

function cellText(block: PersonBlock, field: FieldName): string {
  const cell = block.cells.find((each) => each.field === field)
  if (cell === undefined) throw new Error(`a block has no ${field}`)
  return cell.text
}

function contentDigest(content: CertificateContent, sheet: Sheet): Buffer {
  const { address, head, certification, issueDate, mayorTitle, mayorName } = content
  const cells = sheet.persons.map((block) => block.cells.map(({ field, text }) => [block.number, field, text]))
  const all = [address.text, head.text, cells, certification, issueDate, mayorTitle, mayorName]
  return createHash('sha256').update(JSON.stringify(all), 'utf8').digest()
}

/** What the code of a sheet says: the texts as printed, so that an altered paper is found out. */
export function sheetPayload(content: CertificateContent, sheet: Sheet): Payload {
  const isHex = /^[0-9a-f]{32}$/.test(content.requestId)
  return [
    1,
    content.municipalityCode,
    1,
    content.certificateNumber,
    isHex ? Buffer.from(content.requestId, 'hex') : content.requestId,
    content.issuedOn,
    sheet.number,
    content.sheets.length,
    content.extent === 'household' ? 0 : 1,
    (content.reissue ? 1 : 0) + (content.specimen ? 2 : 0),
    content.address.text,
    sheet.persons.map((block) => [cellText(block, 'name'), cellText(block, 'birthDate')]),
    contentDigest(content, sheet),
  ]
}

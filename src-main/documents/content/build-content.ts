import { fail, ok, type Result } from '../../failures/result.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import { localDay } from '../../residents/dates/local-day.ts'
import { writtenDate } from '../../residents/dates/written-date.ts'
import type { Household, Resident } from '../../residents/resident.ts'
import type { CertificateOrder, IssueContext } from '../certificate-order.ts'
import { personsPerSheet, type CertificateContent, type Sheet } from './certificate-content.ts'
import { personBlock } from './person-cells.ts'
import type { RecordWords } from './words.ts'

const isCurrent = (person: Resident): boolean => person.status.kind === 'current' || person.status.kind === 'movingOut'

/** The persons of the order in the order of the record, or why they can't be certified together. */
function personsOf(household: Household, order: CertificateOrder): Result<readonly Resident[]> {
  const wanted = new Set(order.residentIds)
  if (wanted.size === 0) return fail('DOCUMENT-INVALID-INPUT', 'the order names nobody')
  if (wanted.size !== order.residentIds.length) return fail('DOCUMENT-INVALID-INPUT', 'the order names a person twice')
  const persons = household.members.filter((member) => wanted.has(member.residentId))
  if (persons.length !== wanted.size) return fail('DOCUMENT-INVALID-INPUT', 'a person of the order is not in the household, or is recorded twice')
  if (!persons.every(isCurrent)) return fail('DOCUMENT-INVALID-INPUT', 'a person of the order is no longer a resident')
  if (order.extent === 'household' && persons.length !== household.members.filter(isCurrent).length) {
    return fail('DOCUMENT-INVALID-INPUT', 'a certificate of the whole household must name every current member')
  }
  for (const person of persons) {
    if (order.include.includes('individualNumber') && person.individualNumber === undefined) return fail('DOCUMENT-INVALID-INPUT', 'an individual number was asked for and is not in the data')
    if (order.include.includes('residentRecordCode') && person.residentRecordCode === undefined) return fail('DOCUMENT-INVALID-INPUT', 'a resident record code was asked for and is not in the data')
    if (person.name.text.trim() === '') return fail('DOCUMENT-INVALID-INPUT', 'a person has no name')
  }
  return ok(persons)
}

/**
 * 住民票の写し, 世帯連記式: what is on the paper. Pure. DOCUMENT-INVALID-INPUT (with the reason, without personal
 * data) when the order and the household don't fit together.
 */
export function buildContent(household: Household, order: CertificateOrder, context: IssueContext, words: RecordWords): Result<CertificateContent> {
  const persons = personsOf(household, order)
  if (!persons.ok) return persons
  if (household.address.trim() === '') return fail('DOCUMENT-INVALID-INPUT', 'the household has no address')
  if (Number.isNaN(context.issuedAt.getTime())) return fail('DOCUMENT-INVALID-INPUT', 'the time of issue is not a time')
  if (!context.specimen && context.municipality.sealPng === null) return fail('DOCUMENT-INVALID-INPUT', 'a certificate that is not a specimen needs a seal image')
  const include = new Set(order.include)
  const blocks = persons.value.map((person, index) => personBlock(person, index + 1, include, words))
  const sheets: Sheet[] = []
  for (let first = 0; first < blocks.length; first += personsPerSheet) sheets.push({ number: sheets.length + 1, persons: blocks.slice(first, first + personsPerSheet) })
  return ok({
    requestId: order.requestId,
    extent: order.extent,
    address: { field: 'address', text: household.address },
    // 世帯主 and 続柄 are asked for together (住民基本台帳法7条4号).
    head: { field: 'head', text: include.has('relationship') ? household.headName : words.omitted },
    sheets,
    certification: words.certification[order.extent],
    issueDate: writtenDate(localDay(context.issuedAt), { digits: 'full', calendar: 'westernAndEra' }),
    issuedOn: formatIsoLike(localDay(context.issuedAt)),
    mayorTitle: context.municipality.mayorTitle,
    mayorName: context.municipality.mayorName,
    municipalityName: context.municipality.name,
    municipalityCode: context.municipality.code,
    certificateNumber: context.certificateNumber,
    terminalNumber: context.terminalNumber,
    reissue: context.reissue,
    specimen: context.specimen,
  })
}

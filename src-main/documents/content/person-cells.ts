import type { RecordOption } from '../../../src-preload/contract.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import { fullWidthDigits, writtenDate } from '../../residents/dates/written-date.ts'
import type { CivilDate, ForeignDetails, RecordedName, Resident } from '../../residents/resident.ts'
import { remarkCells, type Cell, type FieldName, type PersonBlock } from './certificate-content.ts'
import type { RecordWords } from './words.ts'

const eraDate = (date: CivilDate): string => writtenDate(date, { digits: 'full', calendar: 'era' })
const westernDate = (date: CivilDate): string => writtenDate(date, { digits: 'full', calendar: 'western' })

/** １２３４　５６７８　９０１２: groups of four, for the eye. */
const groupedDigits = (digits: string): string => fullWidthDigits(digits.replace(/(?<=^(?:\d{4})+)(?=\d)/g, '\u3000'))

const nameWithKana = (name: RecordedName): string => (name.kana === null ? name.text : `${name.text}（${name.kana}）`)

function remarksOf(person: Resident, words: RecordWords): string[] {
  const { status } = person
  if (status.kind !== 'movingOut') return [...person.remarks]
  const notice = words.movingOut.replace('{date}', eraDate(status.plannedOn)).replace('{destination}', status.destination)
  return [...person.remarks, notice]
}

/** As many texts as there are cells: the last takes what is left over, so that no remark is lost. */
function spread(remarks: readonly string[], cells: number): (string | null)[] {
  const last = remarks.slice(cells - 1).join('　／　')
  return [...Array.from({ length: cells - 1 }, (_, index) => remarks[index] ?? null), last === '' ? null : last]
}

/** One person's block. Numbers must be present where asked for: the caller has checked it. */
export function personBlock(person: Resident, number: number, include: ReadonlySet<RecordOption>, words: RecordWords): PersonBlock {
  const kind = person.foreign === null ? 'japanese' : 'foreign'
  const cells: Cell[] = []
  const put = (field: FieldName, text: string | null | undefined): void => {
    cells.push({ field, text: text === null || text === undefined || text.trim() === '' ? words.unused : text })
  }
  const putIf = (option: RecordOption, field: FieldName, text: string | null | undefined): void => put(field, include.has(option) ? text : words.omitted)
  const date = (value: CivilDate | null): string | null => (value === null ? null : eraDate(value))

  put('kana', person.name.kana)
  putIf('individualNumber', 'individualNumber', person.individualNumber === undefined ? null : groupedDigits(person.individualNumber))
  put('name', person.name.text)
  putIf('residentRecordCode', 'residentRecordCode', person.residentRecordCode === undefined ? null : fullWidthDigits(person.residentRecordCode))
  put('alias', person.alias === null ? null : nameWithKana(person.alias))
  put('becameResidentOn', eraDate(person.becameResidentOn))
  put('addressSetOn', date(person.addressSetOn))
  put('notifiedOn', date(person.notifiedOn))
  put('birthDate', person.foreign === null ? eraDate(person.birthDate) : westernDate(person.birthDate))
  put('sex', words.sex[person.sex])
  putIf('relationship', 'relationship', person.relationship.label)
  put('previousAddress', person.previousAddress)
  if (person.foreign === null) {
    put('formerSurnameKana', person.formerSurname?.kana)
    put('formerSurname', person.formerSurname?.text)
    putIf('registeredDomicile', 'headOfRegister', person.registeredDomicile?.headOfRegister)
    putIf('registeredDomicile', 'registeredDomicile', person.registeredDomicile?.address)
  } else putForeign(person.foreign)
  for (const [index, remark] of spread(remarksOf(person, words), remarkCells[kind]).entries()) put(`remark${index + 1}`, remark)

  function putForeign(foreign: ForeignDetails): void {
    const details = 'foreignResidentDetails'
    put('becameForeignResidentOn', eraDate(foreign.becameForeignResidentOn))
    putIf(details, 'foreignCategory', words.foreignCategory[foreign.category])
    putIf(details, 'nationality', foreign.nationality)
    putIf(details, 'statusOfResidence', foreign.statusOfResidence)
    putIf(details, 'residenceCardNumber', foreign.residenceCardNumber)
    putIf(details, 'periodOfStay', foreign.periodOfStay)
    putIf(details, 'periodExpiresOn', foreign.periodExpiresOn === null ? null : westernDate(foreign.periodExpiresOn))
  }

  return { kind, number, subject: { residentId: person.residentId, name: person.name.text, birthDate: formatIsoLike(person.birthDate) }, cells }
}

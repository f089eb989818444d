import { applicationKindSchema, emptyApplicationFacts, type ApplicationFacts, type ApplicationKind, type BatchListCheck } from '../../../src-preload/contract.ts'
import { parseCivilDate, isComplete } from '../../residents/dates/civil-date.ts'
import { formIdAsTyped } from '../rules/form-id.ts'
import { parseCsv } from './csv.ts'

/** One person of the list. */
export interface ListedPerson {
  readonly line: number
  readonly facts: ApplicationFacts
}

export interface ReadList {
  readonly check: BatchListCheck
  /** Empty unless the list can be taken. */
  readonly people: readonly ListedPerson[]
}

type Column = 'name' | 'kana' | 'address' | 'birthDate' | 'formId' | 'phone' | 'kind'

/** Headings as companies write them; the first is the one that we ask for. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['氏名', '名前', '申請者氏名'],
  kana: ['フリガナ', 'ふりがな', '氏名カナ', 'カナ氏名'],
  address: ['住所', '現住所'],
  birthDate: ['生年月日'],
  formId: ['申請書ID', '申請書番号'],
  phone: ['電話番号', '電話', 'TEL'],
  kind: ['申請の種類', '種類'],
}
const needed: readonly Column[] = ['name', 'birthDate', 'address']
const kindNames: Readonly<Record<string, ApplicationKind>> = { 新規: 'first', 初回: 'first', 更新: 'renewal', 紛失: 'reissueLost', 損傷: 'reissueDamaged', 満欄: 'reissueFullNotes', 番号変更: 'reissueNumberChanged' }
const longest: Readonly<Record<Column, number>> = { name: 200, kana: 200, address: 300, birthDate: 20, formId: 40, phone: 30, kind: 20 }

const sameHeading = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()

/** UTF-8 where every byte is; else Shift_JIS as Windows writes it (CP932: what browsers, and so TextDecoder, mean by shift_jis). */
export function decodeList(bytes: Buffer): { readonly text: string; readonly encoding: BatchListCheck['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8' }
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'shiftJis' }
  }
}

/** 平成2年4月1日, H2.4.1, 1990/4/1 or 1990-04-01 as ISO; null: none of these, or no such day. */
export function listedDate(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '').replace('元年', '1年')
  const parts = /^(?<era>[MTSHR]|明治|大正|昭和|平成|令和)?(?<year>\d{1,4})[./年-](?<month>\d{1,2})[./月-](?<day>\d{1,2})日?$/u.exec(plain)?.groups
  if (parts === undefined) return null
  const { era, year = '', month = '', day = '' } = parts
  if (era === undefined && year.length !== 4) return null
  const full = era === undefined ? Number(year) : Number(year) + eraBefore(era)
  const date = parseCivilDate(`${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date !== null && isComplete(date) ? `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

/** The year before the first of the era. */
function eraBefore(era: string): number {
  const before: Readonly<Record<string, number>> = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 }
  return before[{ 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' }[era] ?? era] ?? 0
}

/** 名簿 of 企業一括申請 as CSV. Nothing is guessed: what is missing or wrong is named by its column and line. */
export function readList(bytes: Buffer, collection: ApplicationFacts['collection']): ReadList {
  const { text, encoding } = decodeList(bytes)
  const [first, ...lines] = parseCsv(text.replace(/^\uFEFF/u, ''))
  const names = first?.cells ?? []
  const columnOf = (name: string): Column | null => (Object.keys(headings) as Column[]).find((column) => headings[column].some((heading) => sameHeading(heading) === sameHeading(name))) ?? null
  const columns = names.map(columnOf)
  const missing = needed.filter((column) => !columns.includes(column)).map((column) => headings[column][0] ?? column)
  const twice = names.filter((_, index) => columns[index] !== null && columns.indexOf(columns[index] ?? null) !== index)
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const problems: BatchListCheck['problems'] = []
  const seen = new Set<string>()
  const people = filled.map(({ cells, line }): ListedPerson => {
    const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? ''
    const problem = (column: Column, what: (typeof problems)[number]['problem']): null => {
      problems.push({ line, column: names[columns.indexOf(column)] ?? headings[column][0] ?? column, problem: what })
      return null
    }
    for (const column of needed) if (columns.includes(column) && cell(column) === '') problem(column, 'empty')
    for (const column of Object.keys(headings) as Column[]) if (cell(column).length > longest[column]) problem(column, 'tooLong')
    const birthDate = cell('birthDate') === '' ? null : (listedDate(cell('birthDate')) ?? problem('birthDate', 'notADate'))
    const formId = cell('formId') === '' ? null : (formIdAsTyped(cell('formId')) ?? problem('formId', 'notAFormId'))
    if (formId !== null && seen.has(formId)) problem('formId', 'repeated')
    if (formId !== null) seen.add(formId)
    const kind = cell('kind') === '' ? 'first' : (kindNames[cell('kind').normalize('NFKC')] ?? applicationKindSchema.safeParse(cell('kind')).data ?? problem('kind', 'unknownValue') ?? 'first')
    const written = { name: cell('name'), kana: cell('kana') === '' ? null : cell('kana'), address: cell('address') === '' ? null : cell('address') }
    return { line, facts: { ...emptyApplicationFacts(kind), formId, birthDate, collection, phone: cell('phone'), applicant: written.name === '' ? null : written } }
  })
  const importable = missing.length === 0 && twice.length === 0 && problems.length === 0 && people.length > 0
  const check: BatchListCheck = {
    encoding,
    columns: { found: names.filter((_, index) => columns[index] !== null), missing, unknown: names.filter((name, index) => columns[index] === null && name.trim() !== ''), twice },
    people: people.length,
    problems,
    importable,
  }
  return { check, people: importable ? people : [] }
}

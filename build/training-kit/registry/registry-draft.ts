import { individualNumberCheckDigit } from '../../../src-main/residents/codes/individual-number.ts'
import { residentRecordCodeCheckDigit } from '../../../src-main/residents/codes/resident-record-code.ts'
import { normaliseRecorded } from '../../../src-main/residents/characters/recorded-text.ts'
import { ageOn } from '../../../src-main/residents/dates/age.ts'
import { formatIsoLike, type CompleteDate } from '../../../src-main/residents/dates/civil-date.ts'
import { householdSchema, residentSchema } from '../../../src-main/residents/drivers/sqlite/record-schema.ts'
import type { IssuanceBlock, RecordedName, Resident } from '../../../src-main/residents/resident.ts'
import type { MunicipalitySource, SourceDate, SourceHousehold, SourceResident } from './municipality-source.ts'

export interface DraftResident {
  /** Accepted by the schema that will read it back. */
  readonly resident: Resident
  readonly individualNumber: string
  readonly residentRecordCode: string
  readonly blocks: readonly IssuanceBlock[]
  readonly missing: readonly 'born'[]
}

export interface DraftHousehold {
  readonly householdId: string
  readonly address: string
  readonly headName: string
  readonly residents: readonly DraftResident[]
}

/** Turns the source into records, complete and possible by the schema that will read them; throws on the first that is not. */
export function draftHouseholds({ households, relationships }: MunicipalitySource, today: CompleteDate): readonly DraftHousehold[] {
  const known = new Set(relationships.labels)
  return households.map((household) => {
    const codesOf = (label: string): readonly string[] => {
      const strange = label.split('の').find((generation) => !known.has(generation))
      if (strange !== undefined) throw new Error(`household ${household.id}: the relationship ${strange} is not in the table`)
      const codes = relationships.encode(label)
      // Where the table has the words but no code, the record has none: codes are not guessed.
      return codes.ok ? codes.value : []
    }
    const residents = household.residents.map((resident) => draftResident(resident, household, codesOf(resident.relationship), today))
    return { ...draftHead(household, residents), residents }
  })
}

function draftHead(household: SourceHousehold, residents: readonly DraftResident[]): Omit<DraftHousehold, 'residents'> {
  const registered = residents.filter(({ resident }) => resident.status.kind === 'current' || resident.status.kind === 'movingOut')
  const heads = registered.filter(({ resident }) => resident.isHead)
  if (registered.length > 0 && heads.length !== 1) throw new Error(`household ${household.id} has ${heads.length} heads`)
  const head = heads[0] ?? residents[0]
  const draft = { householdId: household.id, address: normaliseRecorded(household.address), headName: head?.resident.name.text ?? '' }
  const checked = householdSchema.safeParse(draft)
  if (!checked.success) throw new Error(`household ${household.id}: ${checked.error.issues[0]?.path.join('.') ?? ''} is not possible`)
  return draft
}

function draftResident(source: SourceResident, household: SourceHousehold, codes: readonly string[], today: CompleteDate): DraftResident {
  const date = (value: SourceDate | undefined | null): string | null => (value === undefined || value === null ? null : dateText(value, today))
  const name = (text: string, kana: string | null): RecordedName => ({
    text: normaliseRecorded(text),
    kana: kana === null ? null : normaliseRecorded(kana),
  })
  const domicile = source.foreign === undefined ? (source.domicile ?? household.domicile) : source.domicile
  const { status, foreign } = source
  const checked = residentSchema.safeParse({
    residentId: source.id,
    name: name(source.name, source.kana),
    formerSurname: source.formerSurname === undefined ? null : name(source.formerSurname.name, source.formerSurname.kana),
    alias: source.alias === undefined ? null : name(source.alias.name, source.alias.kana),
    birthDate: date(source.born),
    sex: source.sex,
    isHead: source.relationship === '世帯主',
    relationship: { label: source.relationship, codes },
    registeredDomicile:
      domicile === undefined ? null : { address: normaliseRecorded(domicile.address), headOfRegister: normaliseRecorded(domicile.head) },
    foreign:
      foreign === undefined
        ? null
        : {
            nationality: foreign.nationality,
            category: foreign.category,
            becameForeignResidentOn: date(foreign.since),
            statusOfResidence: foreign.statusOfResidence,
            periodOfStay: foreign.period,
            periodExpiresOn: date(foreign.expires),
            residenceCardNumber: foreign.cardNumber,
          },
    becameResidentOn: date(source.residentSince),
    addressSetOn: date(source.addressSince),
    notifiedOn: date(source.notified),
    previousAddress: source.movedFrom === undefined ? null : normaliseRecorded(source.movedFrom),
    remarks: source.remarks.map(normaliseRecorded),
    status: draftStatus(status, date),
  })
  if (!checked.success) throw new Error(`resident ${source.id}: ${checked.error.issues[0]?.path.join('.') ?? ''} is not possible`)
  return { resident: checked.data, blocks: source.blocks, missing: source.missingInRegistry, ...sampleNumbers(source.id) }
}

function draftStatus(status: SourceResident['status'], date: (value: SourceDate | null) => string | null): unknown {
  if (status === undefined) return { kind: 'current' }
  const { kind } = status
  if (kind === 'deceased') return { kind, on: date(status.on) }
  const destination = normaliseRecorded(status.destination)
  return kind === 'movingOut' ? { kind, plannedOn: date(status.on), destination } : { kind, on: date(status.on), destination }
}

/**
 * Numbers with right check digits that show what they are: zeros and the resident id. They are made here and stand
 * in no source file.
 */
function sampleNumbers(residentId: string): { readonly individualNumber: string; readonly residentRecordCode: string } {
  const withCheckDigit = (payload: string, digit: (payload: string) => number): string => `${payload}${digit(payload)}`
  return {
    individualNumber: withCheckDigit(`000${residentId}`, individualNumberCheckDigit),
    residentRecordCode: withCheckDigit(`00${residentId}`, residentRecordCodeCheckDigit),
  }
}

function dateText(value: SourceDate, today: CompleteDate): string {
  if (typeof value === 'string') return value
  if ('inDays' in value) {
    const day = new Date(Date.UTC(today.year, today.month - 1, today.day + value.inDays))
    return formatIsoLike({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() })
  }
  const [month = 0, day = 0] = value.monthDay.split('-').map(Number)
  const hadBirthday = ageOn({ year: today.year - value.age, month, day }, today) === value.age
  return formatIsoLike({ year: today.year - value.age - (hadBirthday ? 0 : 1), month, day })
}

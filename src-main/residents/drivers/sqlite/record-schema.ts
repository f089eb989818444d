import { z } from 'zod'
import { hasImpossibleCharacter } from '../../characters/suspect-text.ts'
import { isIndividualNumber } from '../../codes/individual-number.ts'
import { maxGenerations, relationshipCodePattern } from '../../codes/relationship-codes.ts'
import { isResidenceCardNumber } from '../../codes/residence-card-number.ts'
import { hasResidentRecordCodeForm } from '../../codes/resident-record-code.ts'
import { parseCivilDate } from '../../dates/civil-date.ts'
import type { IssuanceBlock, Resident } from '../../resident.ts'

/**
 * What a complete and possible record is. Whatever comes out of the registry passes here before anyone believes
 * it; the path of the first issue names the field.
 */

/** 世帯主 in the words of 続柄. */
const headLabel = '世帯主'

export const recordKey = z.string().regex(/^[0-9A-Za-z]{1,15}$/)

export const recordedText = z
  .string()
  .refine((text) => text.trim() !== '')
  .refine((text) => !hasImpossibleCharacter(text))

const date = z.string().transform((text, context) => {
  const parsed = parseCivilDate(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a date' })
  return z.NEVER
})

const name = z.strictObject({ text: recordedText, kana: recordedText.nullable() })

const foreign = z
  .strictObject({
    nationality: recordedText,
    category: z.enum(['midToLongTerm', 'specialPermanent', 'temporaryRefuge', 'provisionalStay', 'transitional']),
    becameForeignResidentOn: date,
    statusOfResidence: recordedText.nullable(),
    periodOfStay: recordedText.nullable(),
    periodExpiresOn: date.nullable(),
    residenceCardNumber: z.string().refine(isResidenceCardNumber).nullable(),
  })
  // 中長期在留者 are residents by their 在留資格; 特別永住者 have none (住基法30条の45).
  .refine((details) => details.category !== 'midToLongTerm' || details.statusOfResidence !== null, { path: ['statusOfResidence'] })
  .refine((details) => details.category !== 'specialPermanent' || details.statusOfResidence === null, { path: ['statusOfResidence'] })

const status = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current') }),
  z.strictObject({ kind: z.literal('movingOut'), plannedOn: date, destination: recordedText }),
  z.strictObject({ kind: z.literal('movedOut'), on: date, destination: recordedText }),
  z.strictObject({ kind: z.literal('deceased'), on: date.nullable() }),
])

export const residentSchema = z
  .strictObject({
    residentId: recordKey,
    name,
    formerSurname: name.nullable(),
    alias: name.nullable(),
    birthDate: date,
    sex: z.enum(['male', 'female', 'notStated']),
    isHead: z.boolean(),
    relationship: z.strictObject({ label: recordedText, codes: z.array(z.string().regex(relationshipCodePattern)).max(maxGenerations) }),
    registeredDomicile: z.strictObject({ address: recordedText, headOfRegister: recordedText }).nullable(),
    foreign: foreign.nullable(),
    becameResidentOn: date,
    addressSetOn: date.nullable(),
    notifiedOn: date.nullable(),
    previousAddress: recordedText.nullable(),
    remarks: z.array(recordedText),
    status,
  })
  .refine((resident) => resident.isHead === (resident.relationship.label === headLabel), { path: ['relationship', 'label'] })
  // Every Japanese national has a 戸籍 entry or the words that it is unknown; no foreign resident has one.
  .refine((resident) => (resident.registeredDomicile === null) === (resident.foreign !== null), { path: ['registeredDomicile'] })
  .refine((resident) => resident.formerSurname === null || resident.foreign === null, { path: ['formerSurname'] })
  .refine((resident) => resident.alias === null || resident.foreign !== null, { path: ['alias'] }) satisfies z.ZodType<Resident>

export const householdSchema = z.strictObject({ householdId: recordKey, address: recordedText, headName: recordedText })

export const issuanceBlockSchema = z.enum([
  'supportMeasures',
  'under15',
  'movingOut',
  'movedOut',
  'deceased',
  'characterPending',
  'overLength',
  'sameDayMoveIn',
]) satisfies z.ZodType<IssuanceBlock>

export const individualNumberSchema = z.string().refine(isIndividualNumber)
export const residentRecordCodeSchema = z.string().refine(hasResidentRecordCodeForm)

import { z } from 'zod'
import { hasImpossibleCharacter } from '../../residents/characters/suspect-text.ts'
import { parseCivilDate } from '../../residents/dates/civil-date.ts'
import type { Resident } from '../../residents/resident.ts'

/** One line of recorded text. Variation selectors are kept. */
export const recordedText = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => !hasImpossibleCharacter(text), 'contains a control character or half a character')

const civilDate = z
  .string()
  .regex(/^\d{4}-(\d{2}|\?\?)-(\d{2}|\?\?)$/)
  .transform((text, context) => {
    const date = parseCivilDate(text)
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: 'not a possible date from 1873 on' })
    return z.NEVER
  })
  .describe('Gregorian date YYYY-MM-DD; unknown parts as "??" (1948-05-??, 1948-??-??)')

const recordedName = z.strictObject({
  text: recordedText.describe('As recorded; family name U+3000 given name; with its variation selectors'),
  kana: recordedText.nullable().default(null).describe('氏名の振り仮名 or null'),
})

const foreignDetails = z.strictObject({
  nationality: recordedText.describe('国籍・地域'),
  category: z.enum(['midToLongTerm', 'specialPermanent', 'temporaryRefuge', 'provisionalStay', 'transitional']).describe('住民基本台帳法30条の45の区分'),
  becameForeignResidentOn: civilDate.describe('外国人住民となった年月日'),
  statusOfResidence: recordedText.nullable().default(null).describe('在留資格; null for 特別永住者'),
  periodOfStay: recordedText.nullable().default(null).describe('在留期間, such as "５年"'),
  periodExpiresOn: civilDate.nullable().default(null).describe('在留期間の満了の日'),
  residenceCardNumber: recordedText.nullable().default(null).describe('在留カード等の番号'),
})

const status = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('current') }),
    z.strictObject({ kind: z.literal('movingOut'), plannedOn: civilDate.describe('転出予定年月日'), destination: recordedText.describe('転出先') }),
    z.strictObject({ kind: z.literal('movedOut'), on: civilDate.describe('転出年月日'), destination: recordedText.describe('転出先') }),
    z.strictObject({ kind: z.literal('deceased'), on: civilDate.nullable().describe('死亡年月日') }),
  ])
  .default({ kind: 'current' })

export const residentInput = z.strictObject({
  residentId: z.string().regex(/^[0-9A-Za-z-]{1,32}$/).describe('宛名番号: the key of the person in this file'),
  name: recordedName.describe('氏名'),
  formerSurname: recordedName.nullable().default(null).describe('旧氏'),
  alias: recordedName.nullable().default(null).describe('通称 (foreign residents)'),
  birthDate: civilDate.describe('生年月日. Gregorian date YYYY-MM-DD; unknown parts as "??"'),
  sex: z.enum(['male', 'female', 'notStated']).describe('性別'),
  isHead: z.boolean().default(false).describe('Whether the person is the 世帯主'),
  relationship: recordedText.describe('続柄 in words: 世帯主, 妻, 子, 子の子, …'),
  registeredDomicile: z
    .strictObject({ address: recordedText.describe('本籍'), headOfRegister: recordedText.describe('筆頭者') })
    .nullable()
    .default(null)
    .describe('Japanese nationals only'),
  foreign: foreignDetails.nullable().default(null).describe('外国人住民; null for Japanese nationals'),
  becameResidentOn: civilDate.describe('住民となった年月日'),
  addressSetOn: civilDate.nullable().default(null).describe('住所を定めた年月日; null if never moved inside the municipality'),
  notifiedOn: civilDate.nullable().default(null).describe('届出日'),
  previousAddress: recordedText.nullable().default(null).describe('転入前住所'),
  remarks: z.array(recordedText).max(12).default([]).describe('備考'),
  status: status.describe('Only current residents and those about to move out can be certified'),
  individualNumber: z.string().regex(/^\d{12}$/).optional().describe('個人番号; needed only when it is to be printed'),
  residentRecordCode: z.string().regex(/^\d{11}$/).optional().describe('住民票コード; needed only when it is to be printed'),
})

export function residentOf({ individualNumber, residentRecordCode, relationship, ...rest }: z.output<typeof residentInput>): Resident {
  return {
    ...rest,
    relationship: { label: relationship, codes: [] },
    ...(individualNumber === undefined ? {} : { individualNumber }),
    ...(residentRecordCode === undefined ? {} : { residentRecordCode }),
  }
}

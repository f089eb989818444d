import { z } from 'zod'
import juminhyo from '../../../resources/documents/juminhyo.json' with { type: 'json' }

const text = z.string().min(1)

/**
 * Every word of the paper that is not a resident's. The law fixes the items, but each municipality words labels,
 * omissions and the certification sentence slightly differently (reference counter-procedures §D.4), so they are
 * data. The sentence for 世帯全員 is verbatim from seed 003.
 */
const recordWordsSchema = z.strictObject({
  title: text,
  documentTitle: text,
  labels: z.strictObject({
    address: text,
    head: text,
    kana: text,
    name: text,
    individualNumber: text,
    residentRecordCode: text,
    alias: text,
    becameResidentOn: text,
    formerSurnameKana: text,
    formerSurname: text,
    addressSetOn: text,
    notifiedOn: text,
    birthSexRelationship: text,
    headOfRegister: text,
    registeredDomicile: text,
    previousAddress: text,
    remarks: text,
    becameForeignResidentOn: text,
    foreignCategory: text,
    nationality: text,
    statusOfResidence: text,
    residenceCardNumber: text,
    periodOfStay: text,
    periodExpiresOn: text,
  }),
  sex: z.strictObject({ male: text, female: text, notStated: text }),
  foreignCategory: z.strictObject({ midToLongTerm: text, specialPermanent: text, temporaryRefuge: text, provisionalStay: text, transitional: text }),
  /** An item that is recorded but was not asked for. */
  omitted: text,
  /** An item with nothing recorded. */
  unused: text,
  blankBelow: text,
  /** Remark of 転出予定; {date}, {destination}. */
  movingOut: text,
  certification: z.strictObject({ household: text, members: text }),
  /** {sheet}, {sheets}: full-width digits. */
  sheetNumber: text,
  reissue: text,
  specimen: text,
  specimenNotice: text,
  specimenSeal: z.tuple([text, text]),
  joiningMark: text,
  footer: z.strictObject({ certificateNumber: text, terminalNumber: text, requestId: text, verification: text }),
})
export type RecordWords = z.infer<typeof recordWordsSchema>
export type LabelKey = keyof RecordWords['labels']

export const standardWords: RecordWords = recordWordsSchema.parse(juminhyo)

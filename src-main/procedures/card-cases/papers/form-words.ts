import { z } from 'zod'
import forms from '../../../../resources/card-work/forms.json' with { type: 'json' }
import { once } from '../../../once.ts'
import { cardCaseKindSchema, caseActorSchema, certificateKindSchema, changedItemSchema, pinKindSchema } from '../../../../src-preload/contract.ts'

const text = z.string().min(1)

/** Every word of the case papers that is not a resident's; municipalities word their forms differently. */
const formWordsSchema = z.strictObject({
  titles: z.record(cardCaseKindSchema, text),
  /** What is asked for, in a sentence. */
  procedures: z.record(cardCaseKindSchema, text),
  /** {mayor} */
  recipient: text,
  /** {number}, {terminal} */
  reference: text,
  blankDate: text,
  /** {municipality} */
  footer: text,
  declaration: z.record(cardCaseKindSchema, text),
  sections: z.strictObject({ holder: text, work: text, visitor: text, signature: text, office: text }),
  labels: z.strictObject({
    name: text,
    kana: text,
    address: text,
    birthDate: text,
    pinWork: text,
    pins: text,
    certificates: text,
    changedItems: text,
    loss: text,
    movedOn: text,
    notifiedOn: text,
    who: text,
    representative: text,
    representativeAddress: text,
    relationship: text,
    phone: text,
    signature: text,
    documents: text,
    principalDocuments: text,
    authority: text,
    inquiry: text,
    secondPerson: text,
  }),
  signatureNote: text,
  pinWork: z.strictObject({ change: text, reset: text }),
  pins: z.record(pinKindSchema, text),
  certificates: z.record(certificateKindSchema, text),
  changedItems: z.record(changedItemSchema, text),
  loss: z.record(z.enum(['lost', 'stolen', 'fire', 'other']), text),
  who: z.record(caseActorSchema, text),
  authority: z.strictObject({ onFile: text, sameHousehold: text, powerOfAttorney: text }),
  letter: z.strictObject({
    title: text,
    /** {mayor} */
    sender: text,
    /** {office} */
    contact: text,
    /** {phone} */
    phone: text,
    /** {municipality} */
    footer: text,
    /** {name} */
    honorific: text,
    body: text,
    notMine: text,
    section: text,
    procedure: text,
    agent: text,
    due: text,
    answerTitle: text,
    answer: text,
    answerSection: text,
    answerDate: text,
    pinSection: text,
    pinNote: text,
  }),
})
export type FormWords = z.infer<typeof formWordsSchema>

/** Those of resources/card-work/forms.json. */
export const standardFormWords = once((): FormWords => formWordsSchema.parse(forms))

/** {name} by its value. */
export const fillIn = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)

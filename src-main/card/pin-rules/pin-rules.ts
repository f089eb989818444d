import { z } from 'zod'
import { pinWeaknesses } from '../../../src-preload/contract/common.ts'
import source from '../../../resources/pin-rules/default.json' with { type: 'json' }

/** A wrong format and the old PIN again are refused everywhere: the card itself or the purpose of a change forbids them. */
const optionalRules = pinWeaknesses.filter((weakness) => weakness !== 'format' && weakness !== 'sameAsOld')

const runsSchema = z.strictObject({
  /** From one character to the next: 1 for 1234 and ABCD, -1 for 4321, 2 for 2468. */
  steps: z.array(z.int().min(-9).max(9).refine((step) => step !== 0, 'a step of 0 is a repeat')).min(1),
  /** So many characters in a row are refused, also within a longer secret. */
  length: z.int().min(3),
  /** 7890 and 9012 go on past the last digit. */
  wrapAround: z.boolean(),
})

/** `length` characters in a row that repeat every `period`: 1 for 0000, 2 for 1212. */
const repeatSchema = z
  .strictObject({ period: z.int().min(1), length: z.int().min(2) })
  .refine(({ period, length }) => length > period, 'a repeat is longer than what it repeats')

const kindSchema = z.strictObject({
  length: z.strictObject({ min: z.int().min(4), max: z.int().max(16) }).refine(({ min, max }) => min <= max, 'the shortest is longer than the longest'),
  /** `lettersAndDigits`: upper-case A to Z and 0 to 9, at least one of each. */
  characters: z.enum(['digits', 'lettersAndDigits']),
  /** What is refused as easy to guess; a municipality may leave any of these out. */
  refuse: z.array(z.enum(optionalRules)),
  runs: runsSchema,
  repeats: z.array(repeatSchema),
})
export type PinKindRules = z.infer<typeof kindSchema>

/**
 * What a new PIN of each kind may be, as data of a municipality (reference counter-procedures §B.1: 生年月日、
 * セキュリティコード等は不適当).
 */
export const pinRulesSchema = z.strictObject({ userAuthentication: kindSchema, signature: kindSchema, inputSupport: kindSchema, residentRegister: kindSchema })
export type PinRules = z.infer<typeof pinRulesSchema>

/** resources/pin-rules/default.json: refuses all that is known to be inappropriate. */
export const defaultPinRules: PinRules = pinRulesSchema.parse(source)

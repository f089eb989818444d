import { z } from 'zod'
import { cardCaseKindSchema, type CardCaseKind, type TerminalView } from '../../src-preload/contract.ts'
import { isMunicipalityCode } from '../residents/codes/municipality-code.ts'

/** Work on cards: whose rules, and what a post office was commissioned with (郵便局事務取扱法3条; reference counter-procedures §B.5). */
export const cardWorkSettingsSchema = z.strictObject({
  /** The municipality's own rules; null takes the default ones. */
  rulesFile: z.string().min(1).nullable().default(null),
  /** By municipality; a post office serves residents of these, in these kinds of work. */
  commissions: z
    .array(z.strictObject({ municipality: z.string().refine(isMunicipalityCode, 'not a municipality code'), kinds: z.array(cardCaseKindSchema).min(1) }))
    .default([]),
})
export type CardWorkSettings = z.infer<typeof cardWorkSettingsSchema>

/** Who does what only the issuer's terminal (統合端末) may do to a card. `training`: the virtual card's own authority. */
export const issuerSettingsSchema = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('none') }),
  z.strictObject({
    driver: z.literal('training'),
    /** Whether cards and books stay as the last run left them; else each run begins with the kit's. */
    keep: z.boolean().default(false),
  }),
])

/** What this terminal may open: what its profile offers, and at a post office no more than its commission. */
export function offeredCardWork(profile: { readonly name: TerminalView['profile']; readonly cardWork: readonly CardCaseKind[] }, municipality: string, { commissions }: CardWorkSettings): readonly CardCaseKind[] {
  if (profile.name !== 'post-office') return profile.cardWork
  const commissioned = commissions.filter((commission) => commission.municipality === municipality).flatMap(({ kinds }) => kinds)
  return profile.cardWork.filter((kind) => commissioned.includes(kind))
}

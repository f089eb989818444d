import { z } from 'zod'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { Relationship } from '../resident.ts'

/** Generations that a 続柄 can have, each a code of two half-width alphanumerics (reference §F.2). */
export const maxGenerations = 4
export const relationshipCodePattern = /^[0-9A-Za-z]{2}$/

const entrySchema = z
  .strictObject({
    /** One generation in words: 子, 妻, 弟. */
    label: z
      .string()
      .min(1)
      .regex(/^[^の\s]+$/u, 'one generation only, without の'),
    /** Null where the code is not known: such an entry can be read and printed, never coded. */
    code: z.string().regex(relationshipCodePattern).nullable(),
    /** Whether the code stands in a document of authority. */
    verified: z.boolean(),
    source: z.string().optional(),
  })
  .refine((entry) => entry.code !== null || !entry.verified, 'an entry without a code cannot be verified')

const tableSchema = z
  .strictObject({ about: z.string(), entries: z.array(entrySchema).min(1) })
  .refine(({ entries }) => new Set(entries.map((entry) => entry.label)).size === entries.length, 'a label stands twice')
  .refine(({ entries }) => {
    const codes = entries.flatMap((entry) => entry.code ?? [])
    return new Set(codes).size === codes.length
  }, 'a code stands twice')

/**
 * 続柄コード. The values belong to each municipality's resident system (「既存住基システムにおいて設定されているもの」), so the
 * table is data; three values are known from seed 003, the rest of the shipped table is words only. A code
 * that the table does not have is refused, never guessed.
 */
export interface RelationshipCodes {
  readonly labels: readonly string[]
  /** 子の妻 → its codes. CONFIG-INVALID when a generation is unknown or has no code in this table. */
  encode(label: string): Result<readonly string[]>
  /**
   * Codes, trailing blanks allowed ("62", "74", "20", "  ") → words. CONFIG-INVALID when the table lacks
   * one, RESIDENT-INCOMPLETE when the record has none or more than four.
   */
  decode(codes: readonly string[]): Result<Relationship>
}

/** Throws ZodError when the table is malformed: it ships with the product or its configuration. */
export function relationshipCodes(table: unknown): RelationshipCodes {
  const { entries } = tableSchema.parse(table)
  const byLabel = new Map(entries.map((entry) => [entry.label, entry.code]))
  const byCode = new Map(entries.flatMap((entry) => (entry.code === null ? [] : [[entry.code, entry.label] as const])))
  return {
    labels: entries.map((entry) => entry.label),
    encode: (label) => {
      const generations = label.split('の')
      if (generations.length > maxGenerations) return fail('CONFIG-INVALID', 'a relationship of more than four generations')
      const codes: string[] = []
      for (const generation of generations) {
        const code = byLabel.get(generation)
        if (code === undefined) return fail('CONFIG-INVALID', 'a relationship that is not in the table')
        if (code === null) return fail('CONFIG-INVALID', 'a relationship whose code is not known')
        codes.push(code)
      }
      return ok(codes)
    },
    decode: (codes) => {
      const used = withoutTrailingBlanks(codes)
      if (used.length === 0 || used.length > maxGenerations) return fail('RESIDENT-INCOMPLETE', 'relationship.codes')
      const labels: string[] = []
      for (const code of used) {
        const label = byCode.get(code)
        if (label === undefined) return fail('CONFIG-INVALID', 'a relationship code that is not in the table')
        labels.push(label)
      }
      return ok({ label: labels.join('の'), codes: used })
    },
  }
}

/** Unused generations are blanks at the end of the fixed-length record; a blank in the middle stays and is refused. */
function withoutTrailingBlanks(codes: readonly string[]): readonly string[] {
  const last = codes.findLastIndex((code) => code.trim() !== '')
  return codes.slice(0, last + 1)
}

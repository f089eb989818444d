import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { relationshipCodes, type RelationshipCodes } from '../../../src-main/residents/codes/relationship-codes.ts'
import { issuanceBlockSchema } from '../../../src-main/residents/drivers/sqlite/record-schema.ts'

/**
 * The readable source of the sample municipality, as a person edits it: resources/sample-municipality/*.json. What a
 * record must be is judged later by the same schema that reads the registry; here only the form of the file.
 */
const relationshipFile = 'relationship-codes.json'

/**
 * "1948-05-??"; or relative to the day the registry is made, for residents whose age or plan must not grow stale:
 * `{ "age": 13, "monthDay": "06-15" }`, `{ "inDays": 14 }`.
 */
const sourceDate = z.union([
  z.string(),
  z.strictObject({ age: z.int().min(0), monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/) }),
  z.strictObject({ inDays: z.int() }),
])
export type SourceDate = z.output<typeof sourceDate>

const sourceName = z.strictObject({ name: z.string(), kana: z.string().nullable() })
const domicile = z.strictObject({ address: z.string(), head: z.string() })

const sourceForeign = z.strictObject({
  nationality: z.string(),
  category: z.string(),
  since: sourceDate,
  statusOfResidence: z.string().nullable(),
  period: z.string().nullable(),
  expires: sourceDate.nullable(),
  cardNumber: z.string().nullable(),
})

const sourceResident = z.strictObject({
  /** 宛名番号: the household's six digits and two more. */
  id: z.string().regex(/^[0-9]{8}$/),
  name: z.string(),
  kana: z.string().nullable(),
  formerSurname: sourceName.optional(),
  alias: sourceName.optional(),
  born: sourceDate,
  sex: z.enum(['male', 'female', 'notStated']),
  relationship: z.string(),
  /** Where it differs from the household's. */
  domicile: domicile.optional(),
  foreign: sourceForeign.optional(),
  residentSince: sourceDate,
  addressSince: sourceDate.optional(),
  notified: sourceDate.optional(),
  movedFrom: z.string().optional(),
  remarks: z.array(z.string()).default([]),
  status: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['movingOut', 'movedOut']), on: sourceDate, destination: z.string() }),
      z.strictObject({ kind: z.literal('deceased'), on: sourceDate.nullable() }),
    ])
    .optional(),
  /** 抑止設定 beyond what follows from the record itself. */
  blocks: z.array(issuanceBlockSchema).default([]),
  /** A hole in the export, left on purpose. */
  missingInRegistry: z.array(z.literal('born')).default([]),
})
export type SourceResident = z.output<typeof sourceResident>

const sourceHousehold = z
  .strictObject({
    id: z.string().regex(/^[0-9]{6}$/),
    /** Why this household is in the sample. Not part of the registry. */
    note: z.string().optional(),
    address: z.string(),
    /** 戸籍 of the members that have none of their own and are no foreign residents. */
    domicile: domicile.optional(),
    residents: z.array(sourceResident).min(1),
  })
  .refine(
    (household) => household.residents.every((resident) => resident.id.startsWith(household.id)),
    'a resident id does not begin with the household id',
  )
export type SourceHousehold = z.output<typeof sourceHousehold>

const sourceFile = z.strictObject({ about: z.string(), households: z.array(sourceHousehold) })

export interface MunicipalitySource {
  readonly households: readonly SourceHousehold[]
  readonly relationships: RelationshipCodes
}

/** Throws with the file's name when a file is not JSON or not of the form. */
export function readMunicipalitySource(folder: string): MunicipalitySource {
  const read = <T>(file: string, parse: (json: unknown) => T): T => {
    try {
      return parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    } catch (error) {
      throw new Error(`${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, { cause: error })
    }
  }
  const themes = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== relationshipFile)
    .sort()
  const households = themes.flatMap((file) => read(file, (json) => sourceFile.parse(json)).households)
  requireUnique(households.map((household) => household.id))
  requireUnique(households.flatMap((household) => household.residents.map((resident) => resident.id)))
  return { households, relationships: read(relationshipFile, relationshipCodes) }
}

function requireUnique(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`the id ${twice} stands twice in the sample municipality`)
}

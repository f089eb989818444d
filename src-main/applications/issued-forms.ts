import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { applicationFormIdSchema, isoDateSchema } from '../../src-preload/contract.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { IssuedForm } from './rules/situation.ts'

/**
 * Port: which 申請書ID the municipality gave to whom, and when; what a form from before a move is known by. Null for one
 * that it does not know. Failures: REGISTRY-UNAVAILABLE.
 */
export interface IssuedForms {
  find(formId: string): Result<IssuedForm | null>
}

/** A municipality that keeps no list: residents are asked whether they moved. */
export const noIssuedForms: IssuedForms = { find: () => ok(null) }

const listSchema = z.array(z.strictObject({ formId: applicationFormIdSchema, residentId: z.string().min(1), issuedOn: isoDateSchema }))

/** A JSON list of `{ formId, residentId, issuedOn }`, read again when it was written anew. */
export function issuedFormsFile(file: string): IssuedForms {
  let known: { readonly writtenAt: number; readonly forms: ReadonlyMap<string, IssuedForm> } | null = null
  return {
    find(formId) {
      try {
        const writtenAt = statSync(file).mtimeMs
        if (known?.writtenAt !== writtenAt) {
          const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
          known = { writtenAt, forms: new Map(list.map(({ formId: id, residentId, issuedOn }) => [id, { residentId, issuedOn }])) }
        }
        return ok(known.forms.get(formId) ?? null)
      } catch (error) {
        // The message of a schema quotes ids, which lead to people.
        return fail('REGISTRY-UNAVAILABLE', `${file}: ${error instanceof Error ? error.name : 'unreadable'}`)
      }
    },
  }
}

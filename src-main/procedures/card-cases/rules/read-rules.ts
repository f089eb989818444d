import { readFileSync } from 'node:fs'
import defaults from '../../../../resources/card-work/rules.json' with { type: 'json' }
import { fail, ok, type Result } from '../../../failures/result.ts'
import { cardWorkRulesSchema, type CardWorkRules } from './rules-schema.ts'

/** The rules of the configuration's file, or the default ones. Failures: CONFIG-INVALID with the places in the file. */
export function readCardWorkRules(file: string | null): Result<CardWorkRules> {
  if (file === null) return checkCardWorkRules(defaults, 'resources/card-work/rules.json')
  try {
    return checkCardWorkRules(JSON.parse(readFileSync(file, 'utf8')) as unknown, file)
  } catch (error) {
    return fail('CONFIG-INVALID', `${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export function checkCardWorkRules(raw: unknown, source: string): Result<CardWorkRules> {
  const parsed = cardWorkRulesSchema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  return fail('CONFIG-INVALID', parsed.error.issues.map((issue) => `${source}: ${issue.path.join('.') || '(top)'}: ${issue.message}`).join('\n'))
}

import { readFileSync } from 'node:fs'
import { defaultPinRules, pinRulesSchema, type PinRules } from '../card/pin-rules/pin-rules.ts'
import type { Configuration } from '../config.ts'
import { fail, ok, type Result } from '../failures/result.ts'

/** What a new PIN may be: the municipality's own rules, or those that refuse all that is known to be inappropriate. CONFIG-INVALID. */
export function composePinRules({ pinRulesFile }: Pick<Configuration, 'pinRulesFile'>): Result<PinRules> {
  if (pinRulesFile === null) return ok(defaultPinRules)
  let raw: unknown
  try {
    raw = JSON.parse(readFileSync(pinRulesFile, 'utf8'))
  } catch (error) {
    return fail('CONFIG-INVALID', `${pinRulesFile}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = pinRulesSchema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  return fail('CONFIG-INVALID', parsed.error.issues.map((issue) => `${pinRulesFile}: ${issue.path.join('.') || '(top)'}: ${issue.message}`).join('\n'))
}

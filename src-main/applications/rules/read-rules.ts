import { readFileSync } from 'node:fs'
import defaults from '../../../resources/applications/rules.json' with { type: 'json' }
import { fail, ok, type Result } from '../../failures/result.ts'
import { applicationRulesSchema, type ApplicationRules } from './rules-schema.ts'

/** The rules of the configuration's file, or the default ones. Failures: CONFIG-INVALID with the places in the file. */
export function readApplicationRules(file: string | null): Result<ApplicationRules> {
  if (file === null) return checkApplicationRules(defaults, 'resources/applications/rules.json')
  try {
    return checkApplicationRules(JSON.parse(readFileSync(file, 'utf8')) as unknown, file)
  } catch (error) {
    return fail('CONFIG-INVALID', `${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export function checkApplicationRules(raw: unknown, source: string): Result<ApplicationRules> {
  const parsed = applicationRulesSchema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  return fail('CONFIG-INVALID', parsed.error.issues.map((issue) => `${source}: ${issue.path.join('.') || '(top)'}: ${issue.message}`).join('\n'))
}

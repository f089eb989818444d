import type { FailureCode } from '../../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../../failures/result.ts'

/**
 * JSON from outside; `place` names it in the failure. Only line and column are told where V8 gives them: its
 * messages quote the text around a mistake, and that text may be somebody's name.
 */
export function parseJson(text: string, place: string, code: FailureCode): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const where = /\(line \d+ column \d+\)/.exec(error.message)?.[0]
    return fail(code, `${place}: not JSON${where === undefined ? '' : ` ${where}`}`)
  }
}

import { outgoingSchema, queryAnswerSchemas, type Outgoing, type StaffQuery } from '../../src-preload/contract.ts'
import { fail, ok, type Result } from '../failures/result.ts'

/** Names the place in a message, never its contents. */
export type ReportOutside = (error: Error) => void

/**
 * What may leave main: the contract's messages and no word more. A snapshot outside the contract covers the glass,
 * so that what was shown before does not stay there; a reply outside it becomes INTERNAL. Both are bugs, and reported.
 */
export function checkedOutgoing(message: Outgoing, report: ReportOutside): Outgoing {
  const checked = outgoingSchema.safeParse(message)
  if (checked.success) return checked.data
  report(outside(checked.error.issues))
  return message.kind === 'reply' ? { kind: 'reply', id: message.id, result: { ok: false, failure: { code: 'INTERNAL' } } } : { kind: 'cover' }
}

/** The answer to a query of the staff's glass; one outside the contract becomes INTERNAL. */
export function checkedAnswer(query: StaffQuery, answer: Result<unknown>, report: ReportOutside): Result<unknown> {
  if (!answer.ok) return answer
  const checked = queryAnswerSchemas[query.type].safeParse(answer.value)
  if (checked.success) return ok(checked.data)
  report(outside(checked.error.issues))
  return fail('INTERNAL')
}

function outside(issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[]): Error {
  return new Error(`outside the contract: ${issues.map(({ path, code }) => `${path.map(String).join('.')} ${code}`).join(', ')}`)
}

import { z } from 'zod'
import { serviceSchema, type Service } from '../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../failures/result.ts'

/** Where the resident applied: fees differ by ordinance (手数料条例). */
export const feeChannelSchema = z.enum(['counter', 'kiosk'])
export type FeeChannel = z.infer<typeof feeChannelSchema>

const yen = z.int().min(0).max(100_000)
const day = z.iso.date()

const periodSchema = z.strictObject({
  /** First day in Japan on which these fees are due. */
  from: day,
  /** Yen for one copy. */
  fees: z.record(serviceSchema, z.strictObject({ counter: yen, kiosk: yen })),
})

/** The fee table file. Exemptions (減免) need a person who checks the ground: none is given at a kiosk. */
export const feeTableSchema = z
  .strictObject({
    /** The ordinance the figures come from, for whoever checks them. */
    ordinance: z.string().min(1),
    periods: z.array(periodSchema).min(1),
    exemptions: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
        ja: z.string().min(1),
        en: z.string().min(1),
        services: z.array(serviceSchema).min(1),
      }),
    ),
  })
  .superRefine((table, context) => {
    const days = table.periods.map((period) => period.from)
    for (const [index, from] of days.entries()) {
      const before = days[index - 1]
      if (before !== undefined && before >= from) {
        context.addIssue({ code: 'custom', path: ['periods', index, 'from'], message: 'periods stand in order, each day once' })
      }
    }
    const ids = table.exemptions.map((exemption) => exemption.id)
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) context.addIssue({ code: 'custom', path: ['exemptions', index, 'id'], message: 'the id is used twice' })
    }
  })
export type FeeTable = z.infer<typeof feeTableSchema>

export interface FeeQuestion {
  readonly service: Service
  readonly channel: FeeChannel
  readonly copies: number
  /** Day in Japan of the application, YYYY-MM-DD. */
  readonly on: string
  /** Id of an exemption that a clerk has checked. */
  readonly exemption?: string
}

/** Failures: CONFIG-INVALID, with the place in the file. */
export function readFeeTable(json: string): Result<FeeTable> {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (thrown) {
    return fail('CONFIG-INVALID', `fee table: ${thrown instanceof SyntaxError ? thrown.message : 'not JSON'}`)
  }
  const parsed = feeTableSchema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail('CONFIG-INVALID', `fee table: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/**
 * Yen for all copies. Failures: CONFIG-INVALID (no fees for that day), STAFF-NOT-ALLOWED (an exemption at a
 * kiosk), MESSAGE-INVALID (an exemption that does not exist for the service).
 */
export function feeFor(table: FeeTable, question: FeeQuestion): Result<number> {
  const { service, channel, copies, on, exemption } = question
  if (exemption !== undefined) {
    if (channel === 'kiosk') return fail('STAFF-NOT-ALLOWED', 'no exemption is given at a kiosk')
    const known = table.exemptions.some((entry) => entry.id === exemption && entry.services.includes(service))
    return known ? ok(0) : fail('MESSAGE-INVALID', 'no such exemption for this service')
  }
  const period = table.periods.findLast((candidate) => candidate.from <= on)
  if (period === undefined) return fail('CONFIG-INVALID', `the fee table has no fees for ${on}`)
  return ok(period.fees[service][channel] * copies)
}

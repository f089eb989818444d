import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export const plus = (left: Tally, right: Tally): Tally => ({ passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: left.skipped + right.skipped })

const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), numTodoTests: z.int(), success: z.boolean() })
const playwrightReport = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })

/** A report that is missing or says nothing counts as a failure: a run that could not start has not passed. */
function read<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return parsed.success ? parsed.data : null
}

/** `code` is the runner's exit code: failures outside any test (a file that does not load) count as one. */
export function vitestTally(file: string, code: number): Tally {
  const report = read(file, vitestReport)
  if (!report) return { ...nothing, failed: 1 }
  const failed = code !== 0 && report.numFailedTests === 0 ? 1 : report.numFailedTests
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

/** A flaky test is one that failed once: it counts as failed. */
export function playwrightTally(file: string, code: number): Tally {
  const report = read(file, playwrightReport)
  if (!report) return { ...nothing, failed: 1 }
  const failed = report.stats.unexpected + report.stats.flaky
  return { passed: report.stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: report.stats.skipped }
}

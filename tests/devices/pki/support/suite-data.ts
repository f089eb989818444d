import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** Test data that others made; it never becomes part of the project. */
const testDataFolder = process.env.MADOGUCHI_TEST_DATA ?? join(root, '..', 'shared', 'data')

/**
 * Where a suite is, or null on machines without it. A folder that was set on purpose and lacks the suite is a mistake,
 * not a reason to try less.
 */
export function suiteFile(...path: readonly string[]): string | null {
  const file = join(testDataFolder, ...path)
  if (existsSync(file)) return file
  if (process.env.MADOGUCHI_TEST_DATA !== undefined) throw new Error(`MADOGUCHI_TEST_DATA is set, but there is no ${path.join('/')} in it`)
  return null
}

/** Says by name what is not run for want of `suite`, and counts it as skipped: reporters don't show why a test was skipped. */
export function skipWithout(test: TestContext, suite: string): void {
  const why = `${test.task.name}: NOT run, because ${join(testDataFolder, suite)} is not there. Set MADOGUCHI_TEST_DATA to the folder that has ${suite}/.`
  console.log(why)
  test.skip(why)
}

import { defineConfig } from '@playwright/test'
import { electronBinary } from './build/tasks/electron-binary.ts'

const hosts = electronBinary() === null ? (['chromium'] as const) : (['chromium', 'electron'] as const)

/** The same specs on both hosts; which ones were covered is said at the start of the run. Flows, one kiosk at a time, run beside the drawn screens; the longest projects come first, so that the two workers end together. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 600_000,
  expect: { timeout: 90_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
  projects: [
    ...hosts.map((name) => ({ name, testMatch: 'flows/**/*.spec.ts', workers: 1, metadata: { host: name } })),
    { name: 'staff-screens', testMatch: 'gallery-staff/**/*.spec.ts', workers: 1 },
    { name: 'screens', testMatch: 'gallery/**/*.spec.ts', workers: 1 },
    { name: 'photo', testMatch: 'photo/**/*.spec.ts', workers: 1 },
  ],
})

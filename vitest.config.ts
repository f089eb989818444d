import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/fixtures/property-seed.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles, testTimeout: 600_000, hookTimeout: 300_000, pool: 'forks', isolate: false, maxWorkers: '100%' } },
      {
        test: {
          name: 'devices',
          include: ['tests/devices/**/*.test.ts'],
          setupFiles,
          // Real daemons and one set of ports: one file after the other.
          fileParallelism: false,
          pool: 'forks',
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

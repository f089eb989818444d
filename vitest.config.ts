import { defineConfig } from 'vitest/config'
import { mountNamespace } from './tests/fixtures/mount-namespace.ts'

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
          // They wait for daemons most of their time. A pcscd of each file's own needs a mount namespace; else one after the other.
          maxWorkers: mountNamespace() === null ? 1 : 3,
          pool: 'forks',
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

import { expect as base } from '@playwright/test'

/** As patient as playwright.config.ts also where no test runs: the demo uses the same hands. */
export const expect = base.configure({ timeout: 90_000 })

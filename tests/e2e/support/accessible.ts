import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './patient.ts'

/** WCAG 2.2 AA, as JIS X 8341-3 asks; what axe holds to be good practice besides is asked of the drawn screens. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
export const everything = [...wcag, 'best-practice']

/** What axe finds on the page, one line a rule. `choose`: which rules are asked; they run only then. */
export async function violationsOf(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Our pages have no frames. All in the page itself spares a second page for each look, which Electron could not open.
  const { violations } = await choose(new AxeBuilder({ page }).options({ resultTypes: ['violations'] })).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** The page, as it stands, keeps WCAG 2.2 AA. */
export async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page, (axe) => axe.withTags(wcag))).toEqual([])
}

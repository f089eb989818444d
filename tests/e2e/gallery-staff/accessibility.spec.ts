import AxeBuilder from '@axe-core/playwright'
import { expect, languages, sizes, test } from './gallery.ts'
import { trainingSceneNames } from './fixtures/training.ts'
import { reach, states } from './states.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.desk })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const language of languages) {
  test(`axe finds nothing in any state in ${language}, and the policy is kept`, async ({ page, gallery }) => {
    test.setTimeout(1_800_000)
    const check = async (name: string): Promise<void> => {
      // Colours don't depend on the language, and are the slowest of the rules.
      const axe = new AxeBuilder({ page }).withTags(tags)
      const { violations } = await (language === 'ja' ? axe : axe.disableRules(['color-contrast'])).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
      expect.soft(found, name).toEqual([])
      expect.soft(gallery.complaints.splice(0), name).toEqual([])
    }
    for (const state of states) {
      await gallery.staff(state.scene, language)
      await reach(page, state)
      await check(state.name)
    }
    for (const scene of trainingSceneNames) {
      await gallery.training(scene, language)
      await check(`training ${scene}`)
    }
  })
}

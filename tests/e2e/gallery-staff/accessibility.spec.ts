import AxeBuilder from '@axe-core/playwright'
import { expect, languages, sizes, test } from './gallery.ts'
import { trainingSceneNames } from './fixtures/training.ts'
import { reach, states } from './states.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.desk })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Only words depend on the language: the other rules are asked once, for they are slow. */
const aboutWords = ['cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.language']

for (const language of languages) {
  test(`axe finds nothing in any state in ${language}, and the policy is kept`, async ({ page, gallery }) => {
    test.setTimeout(1_800_000)
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).withTags(language === 'ja' ? tags : aboutWords).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
      expect.soft(found, name).toEqual([])
      expect.soft(gallery.complaints.splice(0), name).toEqual([])
    }
    for (const state of states) {
      await reach(page, state, () => gallery.staff(state.scene, language))
      await check(state.name)
    }
    for (const scene of trainingSceneNames) {
      await gallery.training(scene, language)
      await check(`training ${scene}`)
    }
  })
}

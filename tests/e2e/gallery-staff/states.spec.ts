import type AxeBuilder from '@axe-core/playwright'
import { everything, violationsOf } from '../support/accessible.ts'
import { takePicture } from '../support/pictures.ts'
import { expect, sizes, test } from './gallery.ts'
import { trainingSceneNames } from './fixtures/training.ts'
import { goodLayout, layoutOf } from './layout.ts'
import { reach, settle, states } from './states.ts'

test.use({ reducedMotion: 'reduce' })

/**
 * To go to a state takes longer than to look at it: so each is looked at in every way while it is there. The page opens
 * in the one size and is drawn to the other, and the other way round in the other language.
 * Only words depend on the language: what they can break is asked again, the other rules are asked once, for they are slow.
 */
const looks = [
  { language: 'ja', sizes: ['desk', 'small'], rules: (axe: AxeBuilder) => axe.withTags(everything) },
  { language: 'en', sizes: ['small', 'desk'], rules: (axe: AxeBuilder) => axe.withTags(['cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.language']) },
] as const

for (const { language, sizes: sizeNames, rules } of looks) {
  const [first, second] = sizeNames
  test(`in ${language} nothing is clipped, small, or out of reach in any state at either size, axe finds nothing, and the policy is kept`, async ({ page, gallery }) => {
    test.setTimeout(1_800_000)
    const isGood = async (name: string): Promise<void> => {
      expect.soft(await violationsOf(page, rules), name).toEqual([])
      expect.soft(gallery.complaints.splice(0), name).toEqual([])
    }
    for (const state of states) {
      await page.setViewportSize(sizes[first])
      await reach(page, state, () => gallery.staff(state.scene, language))
      for (const size of sizeNames) {
        if (size === second) {
          await page.setViewportSize(sizes[size])
          await settle(page)
        }
        await takePicture(page, `gallery-staff/${size}/${language}/${state.name}`)
        expect.soft(await layoutOf(page), `${state.name} at the ${size}`).toEqual(goodLayout)
      }
      await isGood(state.name)
    }
    for (const scene of trainingSceneNames) {
      for (const size of sizeNames) {
        await page.setViewportSize(sizes[size])
        await gallery.training(scene, language)
        await takePicture(page, `gallery-staff/${size}/${language}/training-${scene}`)
      }
      await isGood(`training ${scene}`)
    }
  })
}

import { fileURLToPath } from 'node:url'
import { languages, sizeNames, sizes, test } from './gallery.ts'
import { trainingSceneNames } from './fixtures/training.ts'
import { reach, states } from './states.ts'

test.use({ reducedMotion: 'reduce' })

const folder = fileURLToPath(new URL('../../../out/gallery-staff/', import.meta.url))

/** Pictures for people to look at; nothing is compared. */
for (const size of sizeNames) {
  for (const language of languages) {
    test(`a picture of every state at the ${size} in ${language}`, async ({ page, gallery }) => {
      test.setTimeout(1_200_000)
      await page.setViewportSize(sizes[size])
      for (const state of states) {
        await gallery.staff(state.scene, language)
        await reach(page, state)
        await page.screenshot({ path: `${folder}${size}/${language}/${state.name}.png` })
      }
      for (const scene of trainingSceneNames) {
        await gallery.training(scene, language)
        await page.screenshot({ path: `${folder}${size}/${language}/training-${scene}.png` })
      }
    })
  }
}

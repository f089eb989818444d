import { takePicture } from '../support/pictures.ts'
import { expect, languages, sizeNames, sizes, test } from './gallery.ts'
import { trainingSceneNames } from './fixtures/training.ts'
import { reach, states } from './states.ts'

test.use({ reducedMotion: 'reduce' })

const smallestText = 12
const smallestTarget = 24

for (const size of sizeNames) {
  for (const language of languages) {
    test(`at the ${size} in ${language} nothing is clipped, small, or out of reach`, async ({ page, gallery }) => {
      test.setTimeout(1_800_000)
      await page.setViewportSize(sizes[size])
      for (const state of states) {
        await reach(page, state, () => gallery.staff(state.scene, language))
        await takePicture(page, `gallery-staff/${size}/${language}/${state.name}`)
        const found = await page.evaluate(
          ({ smallestText, smallestTarget }) => {
            const named = (element: Element): string => `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 24)}`
            const seen = [...document.querySelectorAll<HTMLElement>('#root *, .desk-overlay *')].filter(
              (element) => element.closest('svg, .visually-hidden, .paper-desk') === null && element.getClientRects().length > 0 && element.clientWidth > 1,
            )
            const hasText = (element: Element): boolean => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
            return {
              tiny: seen.filter((element) => hasText(element) && parseFloat(getComputedStyle(element).fontSize) < smallestText).map(named),
              smallTargets: [...document.querySelectorAll('button, .request, label:has(input)')]
                .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < smallestTarget)
                .map(named),
              clipped: seen
                .filter((element) => getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
                .map(named),
              outside: seen
                .filter((element) => {
                  const box = element.getBoundingClientRect()
                  return box.left < -1 || box.right > window.innerWidth + 1
                })
                .map(named),
              actionsBelow: [...document.querySelectorAll('.actions')].filter((element) => element.getBoundingClientRect().bottom > window.innerHeight).length,
              page: [document.documentElement.scrollWidth - window.innerWidth, document.documentElement.scrollHeight - window.innerHeight],
            }
          },
          { smallestText, smallestTarget },
        )
        expect.soft(found, state.name).toEqual({ tiny: [], smallTargets: [], clipped: [], outside: [], actionsBelow: 0, page: [0, 0] })
      }
      for (const scene of trainingSceneNames) {
        await gallery.training(scene, language)
        await takePicture(page, `gallery-staff/${size}/${language}/training-${scene}`)
      }
    })
  }
}

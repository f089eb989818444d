import { takePicture } from '../support/pictures.ts'
import { expect, languages, screenNames, sizeNames, sizes, test } from './gallery.ts'

test.use({ reducedMotion: 'reduce' })

const smallestTarget = 64
const smallestText = 24
/** Readings are half the size of the words they belong to. */
const smallestReading = 12

/**
 * Only the longest may need to be scrolled in the plain look: a household of eight with every option and the longest
 * address, and a card of which nothing is valid, while the receipt can't be printed,
 * and the form's number beside why an old form can't be used.
 */
const mayScroll = new Set(['confirmLong', 'validityRevoked', 'applicationFormStale'])

/** With a camera before which a paper is held, and without one. */
const cameras = ['applicationFormEmpty&camera=1', 'applicationFormNotAForm&camera=1', 'applicationFormEmpty&camera=none', 'applicationFormStale&camera=none', 'photo&camera=none', 'photoOrFile&camera=none']

const withoutQuery = (name: string): string => name.replace(/&.*/, '')

const looks = [
  ['plain', ''],
  ['large', '&large=1'],
  ['furigana', '&furigana=1'],
] as const

for (const size of sizeNames) {
  for (const language of languages) {
    for (const [look, query] of looks.filter(([name]) => language === 'ja' || name !== 'furigana')) {
      test(`${size}, ${language}, ${look}: nothing is clipped, small, or out of reach`, async ({ page, gallery }) => {
        test.setTimeout(1_800_000)
        await page.setViewportSize(sizes[size])
        for (const screen of [...screenNames, 'lastTry&called=1', ...cameras]) {
          await gallery.show(page, `screen=${screen}&lang=${language}${query}`)
          if (look === 'plain') await takePicture(page, `gallery/${size}/${language}/${screen}`)
          const found = await page.evaluate(
            async ({ smallestTarget, smallestText, smallestReading }) => {
              const below = (): number => {
                const main = document.querySelector('main')
                return main === null ? 0 : main.scrollHeight - main.clientHeight
              }
              const saysMore = (): boolean => document.querySelector('.scroll-more') !== null
              // What a camera answers changes the sizes, and what is said of them follows.
              for (let frames = 0; frames < 120 && saysMore() !== below() > 8; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
              const named = (element: Element): string =>
                `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 20)}`
              const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
                (element) =>
                  element.closest('svg, .visually-hidden, label > span:first-child:has(input)') === null && element.getClientRects().length > 0,
              )
              const targets = [...document.querySelectorAll('button, label')]
                .filter((element) => element.getClientRects().length > 0)
                .map((element) => ({ element, box: element.getBoundingClientRect() }))
              const texts = seen.filter((element) =>
                [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
              )
              return {
                small: targets.filter(({ box }) => box.width < smallestTarget || box.height < smallestTarget).map(({ element }) => named(element)),
                tiny: texts
                  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < (element.tagName === 'RT' ? smallestReading : smallestText))
                  .map(named),
                outside: seen
                  .filter((element) => {
                    const box = element.getBoundingClientRect()
                    return box.left < -1 || box.right > window.innerWidth + 1
                  })
                  .map(named),
                clipped: seen
                  .filter(
                    (element) =>
                      element.scrollWidth > element.clientWidth + 1 &&
                      getComputedStyle(element).display !== 'inline' &&
                      element.closest('.steps') === null,
                  )
                  .map(named),
                sideways: document.documentElement.scrollWidth - window.innerWidth,
                below: below(),
                saysMore: saysMore(),
              }
            },
            { smallestTarget, smallestText, smallestReading },
          )
          const { below, saysMore, ...rest } = found
          expect.soft(rest, screen).toEqual({ small: [], tiny: [], outside: [], clipped: [], sideways: 0 })
          if (look === 'plain' && !mayScroll.has(withoutQuery(screen))) expect.soft(below, `${screen} needs scrolling`).toBe(0)
          expect.soft(saysMore, `${screen} says that there is more below`).toBe(below > 8)
        }
      })
    }
  }
}

test('the frame stays where it is from step to step', async ({ page, gallery }) => {
  for (const size of sizeNames) {
    await page.setViewportSize(sizes[size])
    const places = new Set<string>()
    for (const screen of screenNames.filter((name) => !/attract|closed|outOfService|failed/.test(name))) {
      await gallery.show(page, `screen=${screen}`)
      const boxes = await page
        .locator('.frame-header, .frame-progress, .frame-footer > *')
        .evaluateAll((elements) =>
          elements.map((element) => [element.getBoundingClientRect()].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join())),
        )
      places.add(JSON.stringify(boxes))
    }
    expect([...places]).toHaveLength(1)
  }
})

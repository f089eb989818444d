import type AxeBuilder from '@axe-core/playwright'
import { everything, violationsOf } from '../support/accessible.ts'
import { takePicture } from '../support/pictures.ts'
import { expect, screenNames, sizes, test } from './gallery.ts'

test.use({ reducedMotion: 'reduce' })

const colours = ['color-contrast']
/** What words can break: names, texts in place of pictures, labels, the language itself. */
const aboutWords = ['cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.language']

/** Only words depend on the language, and the high contrast changes colours alone: each rule is asked once, for it is slow. */
const looks = [
  { name: 'in ja', query: 'lang=ja', rules: (axe: AxeBuilder) => axe.withTags(everything) },
  { name: 'in en', query: 'lang=en', rules: (axe: AxeBuilder) => axe.withTags(aboutWords) },
  { name: 'in high contrast', query: 'lang=ja&contrast=1', rules: (axe: AxeBuilder) => axe.withRules(colours) },
] as const

for (const { name, query, rules } of looks) {
  test(`axe finds nothing on any screen ${name}`, async ({ page, gallery }) => {
    test.setTimeout(1_800_000)
    await page.setViewportSize(sizes.portrait)
    for (const screen of [...screenNames, 'attract&called=1&idle=20', 'enterPin&called=1']) {
      await gallery.show(page, `screen=${screen}&${query}`)
      if (query.includes('contrast')) await takePicture(page, `gallery/portrait/ja-contrast/${screen}`)
      expect.soft(await violationsOf(page, rules), screen).toEqual([])
    }
  })
}

test('nothing on any screen breaks the content security policy', async ({ page, gallery }) => {
  const errors: string[] = []
  page.on('console', (message) => {
    const { url } = message.location()
    // The gallery has no models: its camera screen says so. Nor has it the icon that an ordinary window asks for.
    if (message.type() === 'error' && !url.includes('/photo-models/')) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  for (const screen of [...screenNames, 'enterPin&idle=20']) await gallery.show(page, `screen=${screen}`)
  await gallery.show(page, 'cover=1')
  expect(errors).toEqual([])
})

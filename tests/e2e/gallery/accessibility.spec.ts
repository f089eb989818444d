import AxeBuilder from '@axe-core/playwright'
import { expect, languages, screenNames, sizes, test } from './gallery.ts'

test.use({ reducedMotion: 'reduce' })

const looks = { plain: '', contrast: '&contrast=1' }

for (const language of languages) {
  for (const [look, query] of Object.entries(looks)) {
    test(`axe finds nothing on any screen in ${language}, ${look}`, async ({ page, gallery }) => {
      test.setTimeout(1_200_000)
      await page.setViewportSize(sizes.portrait)
      for (const screen of [...screenNames, 'attract&called=1&idle=20', 'enterPin&called=1']) {
        await gallery.show(page, `screen=${screen}&lang=${language}${query}`)
        if (look === 'contrast') await gallery.picture(page, `portrait/${language}-${look}/${screen}`)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
        expect.soft(found, screen).toEqual([])
      }
    })
  }
}

test('nothing on any screen breaks the content security policy', async ({ page, gallery }) => {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  for (const screen of [...screenNames, 'enterPin&idle=20']) await gallery.show(page, `screen=${screen}`)
  await gallery.show(page, 'cover=1')
  expect(errors).toEqual([])
})

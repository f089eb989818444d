import { fileURLToPath } from 'node:url'
import { languages, screenNames, sizeNames, sizes, test } from './gallery.ts'

test.use({ reducedMotion: 'reduce' })

const folder = fileURLToPath(new URL('../../../out/gallery/', import.meta.url))
const looks = { plain: '', large: '&large=1', contrast: '&contrast=1', furigana: '&furigana=1' }

/** Pictures for people to look at; nothing is compared. */
for (const size of sizeNames) {
  test(`a picture of every screen in ${size}`, async ({ page, gallery }) => {
    test.setTimeout(300_000)
    await page.setViewportSize(sizes[size])
    for (const [look, query] of Object.entries(looks)) {
      for (const language of languages.filter((candidate) => look !== 'furigana' || candidate === 'ja')) {
        for (const screen of screenNames) {
          await gallery.show(page, `screen=${screen}&lang=${language}${query}`)
          await page.screenshot({ path: `${folder}${size}/${language}-${look}/${screen}.png` })
        }
        await gallery.show(page, `screen=enterPin&idle=23&lang=${language}${query}`)
        await page.screenshot({ path: `${folder}${size}/${language}-${look}/idle.png` })
      }
    }
    await gallery.show(page, 'cover=1')
    await page.screenshot({ path: `${folder}${size}/cover.png` })
  })
}

import type { Page } from '@playwright/test'
import type { Entry } from './site/harness.ts'

/** Draws pictures of the set in the page and gives them as JPEG files, by their names. 1280 x 720 as a camera has it. */
export async function drawPictures(page: Page, person: string, names: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const set: readonly Entry[] = await page.evaluate((name) => window.harness.makeSet('/people', [name]), person)
  const drawn = new Map<string, Buffer>()
  for (const name of names) {
    const entry = set.find((each) => each.name === `${person} ${name}`)
    if (entry === undefined) throw new Error(`the set has no picture "${name}"`)
    const jpeg = await page.evaluate(async (index) => {
      const picture = window.harness.picture(index)
      const canvas = new OffscreenCanvas(1280, 720)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('the canvas gives no 2d context')
      // The walls beside the picture go on as its edges are.
      context.drawImage(picture, 0, 0, 1, 720, 0, 0, 160, 720)
      context.drawImage(picture, picture.width - 1, 0, 1, 720, 1120, 0, 160, 720)
      context.drawImage(picture, 160, 0)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    }, entry.index)
    drawn.set(name, Buffer.from(jpeg, 'latin1'))
  }
  return drawn
}

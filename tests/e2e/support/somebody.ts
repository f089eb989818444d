import { readFileSync } from 'node:fs'
import { launchChromium } from './chromium.ts'

/** A JPEG of 1280 x 720 on which the person of the picture (PNG) stands before a plain wall. */
export async function somebodyBeforeWall(picture: string): Promise<Buffer> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  const jpeg = await page.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = new OffscreenCanvas(1280, 720)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the canvas gives no 2d context')
    context.fillStyle = '#e8e8e8'
    context.fillRect(0, 0, 1280, 720)
    const width = (720 * image.width) / image.height
    context.drawImage(image, (1280 - width) / 2, 0, width, 720)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer())
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  }, readFileSync(picture).toString('base64'))
  await browser.close()
  return Buffer.from(jpeg, 'latin1')
}

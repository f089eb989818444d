import { maxPhotoBytes } from '../../../src-preload/contract/values.ts'
import { largeEnough, movedInside, outputSize, type CropPlan } from '../crop/plan-crop.ts'
import type { Picture } from '../landmarks/face-finder.ts'
import { keepsPhotoRules } from './photo-rules.ts'
import { stripped } from './strip.ts'

/** Qualities to try: 0.92 first; finer ones for a picture so plain that it falls under 20 KB, coarser ones for one that main would not take. */
const qualities = [0.92, 0.97, 1, 0.85, 0.7] as const

export interface CutOut {
  readonly jpeg: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** Cuts the photo out and encodes it: 35:45, at most 1050 x 1350, no pixel invented, no metadata. Throws when no quality keeps the rules. */
export async function cutOut(picture: Picture, plan: CropPlan): Promise<CutOut> {
  const part = movedInside(largeEnough(plan), picture)
  const { width, height } = outputSize(part)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { colorSpace: 'srgb' })
  if (context === null) throw new Error('the canvas gives no 2d context')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, part.left, part.top, part.width, part.height, 0, 0, width, height)
  for (const quality of qualities) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    const jpeg = stripped(new Uint8Array(await blob.arrayBuffer()))
    if (jpeg.length <= maxPhotoBytes && keepsPhotoRules(jpeg)) return { jpeg, width, height }
  }
  throw new Error('no quality brings this picture within the rules')
}

import { done, failed, type FileFailure, type Outcome } from '../outcome.ts'
import { checkFile } from './check-file.ts'

/** Draws a checked file upright, as its Exif orientation asks; what else the file says stays behind with it. */
export async function openFile(file: Blob): Promise<Outcome<HTMLCanvasElement, FileFailure>> {
  // Bytes are only taken into memory when their number is honest.
  if (file.size > 7_000_000) return failed('fileTooHeavy')
  const checked = checkFile(new Uint8Array(await file.arrayBuffer()))
  if (!checked.ok) return checked
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(new Blob([file], { type: 'image/jpeg' }), { imageOrientation: 'from-image' })
  } catch {
    return failed('fileBroken')
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height })
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return done(canvas)
}

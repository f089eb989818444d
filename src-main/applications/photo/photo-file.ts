import { fail, ok, type Result } from '../../failures/result.ts'
import type { ApplicationRules } from '../rules/rules-schema.ts'
import { readJpeg } from './jpeg.ts'

/** A photo that keeps the rules of the file (reference counter-procedures §A.3). */
export interface PhotoFile {
  /** Base64 of the bytes as they were read. */
  readonly jpeg: string
  readonly width: number
  readonly height: number
}

/** 45 mm × 35 mm; a pixel more or less at the edge is not seen. */
const ratio = 7 / 9
const ratioTolerance = 0.01

/**
 * The bytes that a page sent, read anew: what it says of them counts for nothing.
 * Failures: PHOTO-NOT-JPEG, PHOTO-BROKEN, PHOTO-COLOUR (CMYK), PHOTO-PIXELS (480-6000 each, 35:45), PHOTO-BYTES
 * (20 KB-7 MB), PHOTO-METADATA (Exif and the like).
 */
export function checkPhotoFile(base64: string, rules: ApplicationRules): Result<PhotoFile> {
  const bytes = Buffer.from(base64, 'base64')
  try {
    return check(bytes, rules)
  } finally {
    // Somebody's face does not wait in memory for the collector. The texts of it that came in and are sealed can't be
    // overwritten: a string is never changed in place.
    bytes.fill(0)
  }
}

function check(jpeg: Buffer, { photo }: ApplicationRules): Result<PhotoFile> {
  const reading = readJpeg(jpeg)
  if (reading.kind === 'notJpeg') return fail('PHOTO-NOT-JPEG')
  if (reading.kind === 'broken') return fail('PHOTO-BROKEN', reading.why)
  const { width, height, components, precision, metadata } = reading.facts
  if ((components !== 1 && components !== 3) || precision !== 8) return fail('PHOTO-COLOUR', `${components} components of ${precision} bits`)
  const within = (value: number, { least, most }: { readonly least: number; readonly most: number }): boolean => value >= least && value <= most
  if (!within(width, photo.width) || !within(height, photo.height) || Math.abs(width / height / ratio - 1) > ratioTolerance) return fail('PHOTO-PIXELS', `${width}x${height}`)
  if (!within(jpeg.length, photo.bytes)) return fail('PHOTO-BYTES', `${jpeg.length}`)
  if (metadata.length > 0) return fail('PHOTO-METADATA', metadata.join(', '))
  return ok({ jpeg: jpeg.toString('base64'), width, height })
}

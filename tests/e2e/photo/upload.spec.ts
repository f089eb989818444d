import type { Page } from '@playwright/test'
import { readJpeg } from '../../../src-renderer/photo/jpeg/markers.ts'
import { keepsPhotoRules } from '../../../src-renderer/photo/jpeg/photo-rules.ts'
import { exif, jpeg, segment } from '../../unit/photo/support/jpegs.ts'
import { expect, people, test, withoutPeople } from './camera-page.ts'
import { drawPictures } from './fake-people.ts'

interface Uploaded {
  readonly failure: string | null
  readonly reasons: readonly string[]
  readonly jpeg: Uint8Array
}

async function upload(page: Page, bytes: Uint8Array): Promise<Uploaded> {
  const { jpeg: made, ...rest } = await page.evaluate(async (text) => {
    const file = new Blob([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))])
    const outcome = await window.harness.studio.upload(file)
    return outcome.ok ? { failure: null, reasons: [...outcome.value.reasons], jpeg: Array.from(outcome.value.jpeg) } : { failure: outcome.failure, reasons: [], jpeg: [] }
  }, Buffer.from(bytes).toString('base64'))
  return { ...rest, jpeg: Uint8Array.from(made) }
}

/** The same file with these segments behind its start. */
const withSegments = (file: Uint8Array, segments: readonly number[]): Uint8Array => Uint8Array.from([...file.subarray(0, 2), ...segments, ...file.subarray(2)])

test('a file that is no photo is refused by its name, and none of them breaks the page', async ({ site }) => {
  const { page, complaints, close } = await site.open()
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array<number>(30_000).fill(1)])
  for (const [failure, bytes] of [
    ['fileNotJpeg', png],
    ['fileCmyk', jpeg({ components: 4 })],
    ['fileTooManyPixels', jpeg({ width: 30_000, height: 30_000 })],
    ['fileTooFewPixels', jpeg({ width: 320 })],
    ['fileBroken', jpeg({ end: false })],
    // Markers in order, and picture data that is none.
    ['noFace', jpeg()],
    ['fileTooHeavy', new Uint8Array(7_000_001)],
  ] as const)
    expect((await upload(page, bytes)).failure, failure).toMatch(failure === 'noFace' ? /noFace|fileBroken/ : failure)
  expect(complaints).toEqual([])
  await close()
})

test.describe('a photo from a phone', () => {
  test.skip(people === null, withoutPeople)

  test('is turned as its Exif asks, checked as a capture is, and loses everything but the picture', async ({ site }) => {
    const { page, close } = await site.open()
    const drawn = await drawPictures(page, 'A1', ['white wall', 'dark glasses'])
    const upright = drawn.get('white wall') ?? Buffer.alloc(0)
    /** The picture lying on its side, with the orientation (6) that puts it up again. */
    const lying = await page.evaluate(async (text) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]))
      const canvas = new OffscreenCanvas(bitmap.height, bitmap.width)
      const context = canvas.getContext('2d')
      context?.setTransform(0, -1, 1, 0, 0, bitmap.width)
      context?.drawImage(bitmap, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      return Array.from(new Uint8Array(await blob.arrayBuffer()))
    }, upright.toString('base64'))
    const phone = withSegments(Uint8Array.from(lying), [...exif(6), ...segment(0xfe, [...Buffer.from('somebody, somewhere')])])

    const made = await upload(page, phone)
    expect(made).toMatchObject({ failure: null, reasons: [] })
    expect(keepsPhotoRules(made.jpeg)).toBe(true)
    expect(readJpeg(made.jpeg)?.segments).not.toContain(0xe1)
    expect(Buffer.from(made.jpeg).includes('somebody')).toBe(false)

    expect((await upload(page, drawn.get('dark glasses') ?? new Uint8Array())).reasons).toContain('eyesCovered')
    expect(await page.evaluate(() => window.harness.studio.snapshot().candidates.map(({ accepted, source }) => [accepted, source]))).toEqual([
      [true, 'file'],
      [false, 'file'],
    ])
    await close()
  })
})

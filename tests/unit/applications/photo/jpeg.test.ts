import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readJpeg } from '../../../../src-main/applications/photo/jpeg.ts'
import { checkPhotoFile } from '../../../../src-main/applications/photo/photo-file.ts'
import { readApplicationRules } from '../../../../src-main/applications/rules/read-rules.ts'
import { jpegFile, type JpegShape } from '../../../fixtures/applications/jpeg-file.ts'

const read = readApplicationRules(null)
if (!read.ok) throw new Error('the default rules are wrong')
const check = (shape: Partial<JpegShape>): string => {
  const checked = checkPhotoFile(jpegFile(shape).toString('base64'), read.value)
  return checked.ok ? `${checked.value.width}x${checked.value.height}` : checked.failure.code
}

describe('the file of a photo', () => {
  it('is taken in colour and in grey', () => {
    expect(check({})).toBe('1050x1350')
    expect(check({ components: 1 })).toBe('1050x1350')
  })

  it.each<[string, Partial<JpegShape>, string]>([
    ['CMYK', { components: 4 }, 'PHOTO-COLOUR'],
    ['12 bits', { precision: 12 }, 'PHOTO-COLOUR'],
    ['479 px wide', { width: 479, height: 616 }, 'PHOTO-PIXELS'],
    ['more than 6000 px', { width: 4690, height: 6030 }, 'PHOTO-PIXELS'],
    ['square', { width: 1350, height: 1350 }, 'PHOTO-PIXELS'],
    ['19 KB', { bytes: 19_000 }, 'PHOTO-BYTES'],
    ['Exif', { segments: [[0xe1, 'Exif\0\0MM']] }, 'PHOTO-METADATA'],
    ['a comment', { segments: [[0xfe, 'taken at home']] }, 'PHOTO-METADATA'],
    ['IPTC', { segments: [[0xed, 'Photoshop 3.0\0']] }, 'PHOTO-METADATA'],
    ['bytes after the end', { after: 'hidden' }, 'PHOTO-METADATA'],
    ['lossless coding', { frame: 0xc3 }, 'PHOTO-BROKEN'],
    ['no end', { ends: false }, 'PHOTO-BROKEN'],
  ])('%s', (_, shape, code) => expect(check(shape)).toBe(code))

  it('with a colour profile is taken: it says how to show it, not where it was made', () => {
    expect(check({ segments: [[0xe2, 'ICC_PROFILE\0...']] })).toBe('1050x1350')
  })

  it('a PNG under the name of a JPEG is no JPEG', () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(30_000)])
    expect(checkPhotoFile(png.toString('base64'), read.value)).toMatchObject({ failure: { code: 'PHOTO-NOT-JPEG' } })
  })

  it('cut off anywhere it is refused', () => {
    const whole = jpegFile({ bytes: 22_000 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readJpeg(whole.subarray(0, length)).kind).not.toBe('jpeg')
      }),
    )
  })

  it('whatever the bytes, reading ends and never throws', () => {
    const whole = jpegFile({ bytes: 21_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const changed = Buffer.from(whole)
        for (const [at, value] of changes) changed[at] = value
        expect(['jpeg', 'notJpeg', 'broken']).toContain(readJpeg(changed).kind)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => ['notJpeg', 'broken'].includes(readJpeg(Buffer.from([0xff, 0xd8, ...bytes])).kind)))
  })
})

describe('the bytes of a photo', () => {
  afterEach(() => void vi.restoreAllMocks())

  it.each<[string, Partial<JpegShape>]>([
    ['taken', {}],
    ['refused', { components: 4 }],
  ])('do not stay in memory once it is %s', (_, shape) => {
    const base64 = jpegFile(shape).toString('base64')
    const made = vi.spyOn(Buffer, 'from')
    checkPhotoFile(base64, read.value)
    const [decoded] = made.mock.results.map(({ value }) => value as unknown)
    if (!(decoded instanceof Uint8Array)) throw new Error('nothing was decoded')
    expect(decoded.length).toBeGreaterThan(20_000)
    expect(decoded.every((byte) => byte === 0)).toBe(true)
  })
})

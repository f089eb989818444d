import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJpeg } from '../../../src-renderer/photo/jpeg/markers.ts'
import { keepsPhotoRules } from '../../../src-renderer/photo/jpeg/photo-rules.ts'
import { stripped } from '../../../src-renderer/photo/jpeg/strip.ts'
import { checkFile } from '../../../src-renderer/photo/upload/check-file.ts'
import { exif, jpeg, segment } from './support/jpegs.ts'

const refusal = (bytes: Uint8Array): string => {
  const checked = checkFile(bytes)
  return checked.ok ? 'accepted' : checked.failure
}

describe('the markers of a JPEG file', () => {
  it('tell size and components', () => {
    expect(readJpeg(jpeg({ width: 1234, height: 567, components: 1 }))).toMatchObject({ width: 1234, height: 567, components: 1, orientation: 1 })
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('tell the orientation %i in both byte orders', (orientation) => {
    expect(readJpeg(jpeg({ before: exif(orientation) }))?.orientation).toBe(orientation)
    expect(readJpeg(jpeg({ before: exif(orientation, true) }))?.orientation).toBe(orientation)
  })

  it.each([0, 9, 65535])('take the orientation %i, which has no meaning, for upright', (orientation) => {
    expect(readJpeg(jpeg({ before: exif(orientation) }))?.orientation).toBe(1)
  })

  it('are not believed when the file is cut off at any byte', () => {
    const whole = jpeg({ before: exif(6), weight: 400 })
    expect(readJpeg(whole)).not.toBeNull()
    for (let length = 0; length < whole.length; length += 1) expect(readJpeg(whole.subarray(0, length))).toBeNull()
  })

  it('are read without an exception from any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => void readJpeg(Uint8Array.from([0xff, 0xd8, ...tail]))))
  })

  it('are read without an exception from a file with any byte changed', () => {
    const whole = jpeg({ before: exif(6), weight: 500 })
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (position, value) => {
        const changed = whole.slice()
        changed[position] = value
        readJpeg(changed)
      }),
    )
  })
})

describe('a file that is to become a photo', () => {
  it('is accepted in colour and in grey, baseline and progressive', () => {
    for (const components of [1, 3]) for (const frame of [0xc0, 0xc1, 0xc2]) expect(refusal(jpeg({ components, frame }))).toBe('accepted')
  })

  it.each([
    ['fileNotJpeg', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array<number>(30_000).fill(0)])],
    ['fileNotJpeg', new Uint8Array(0)],
    ['fileBroken', jpeg({ end: false })],
    ['fileBroken', jpeg({ components: 2 })],
    ['fileBroken', jpeg({ frame: 0xc3 })],
    ['fileBroken', jpeg({ frame: 0xc9 })],
    ['fileCmyk', jpeg({ components: 4 })],
    ['fileTooManyPixels', jpeg({ width: 6001 })],
    ['fileTooManyPixels', jpeg({ width: 65_535, height: 65_535 })],
    ['fileTooFewPixels', jpeg({ height: 479 })],
    ['fileTooLight', jpeg({ weight: 19_999 })],
    ['fileTooHeavy', new Uint8Array(7_000_001)],
  ] as const)('is refused as %s', (failure, bytes) => {
    expect(refusal(bytes)).toBe(failure)
  })

  it.each([
    ['480 px a side', { width: 480, height: 480 }],
    ['6000 px a side', { width: 6000, height: 6000 }],
    ['20,000 bytes', { weight: 20_000 }],
  ])('is accepted at the edge of the rule: %s', (_, parts) => {
    expect(refusal(jpeg(parts))).toBe('accepted')
  })
})

describe('a finished photo', () => {
  it('keeps the rules with JFIF and nothing else', () => {
    expect(keepsPhotoRules(jpeg())).toBe(true)
  })

  it.each([
    ['Exif', exif(1)],
    ['a colour profile', segment(0xe2, [1, 2, 3])],
    ['a comment', segment(0xfe, [0x61])],
  ])('does not keep them with %s', (_, before) => {
    expect(keepsPhotoRules(jpeg({ before }))).toBe(false)
  })
})

describe('a stripped photo', () => {
  it('has lost Exif, profile and comment and is the same picture', () => {
    const bare = jpeg()
    const before = [...exif(6), ...segment(0xe2, Array<number>(500).fill(7)), ...segment(0xfe, [0x61, 0x62])]
    expect(stripped(Uint8Array.from([...bare.subarray(0, 2), ...before, ...bare.subarray(2)]))).toEqual(bare)
    expect(stripped(bare)).toEqual(bare)
  })

  it('is made of any bytes without an exception and without an end', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => stripped(Uint8Array.from([0xff, 0xd8, ...tail])).length <= tail.length + 2))
  })
})

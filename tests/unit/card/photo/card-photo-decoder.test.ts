import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { CardPhotoDecoder } from '../../../../src-main/card/photo/card-photo-decoder.ts'
import { decodePhoto } from '../../../../src-main/card/photo/decode-photo.ts'
import { readPhotoHeader } from '../../../../src-main/card/photo/photo-header.ts'
import { codeOf } from '../../../fixtures/card/observed-card.ts'
import { codestream, inJp2, slope } from './sample-photo.ts'

const workerEntry = new URL('../../../../src-main/card/photo/decode-worker.ts', import.meta.url)
const decoder = new CardPhotoDecoder({ workerEntry, deadline: 120_000 })
const folder = mkdtempSync(join(tmpdir(), 'madoguchi-photo-'))
afterAll(() => rmSync(folder, { recursive: true }))

function strangeWorker(name: string, code: string): CardPhotoDecoder {
  const entry = join(folder, `${name}.mjs`)
  writeFileSync(entry, code)
  return new CardPhotoDecoder({ workerEntry: entry, deadline: 2_000 })
}

const grey = await codestream(slope(60, 80, 1))

describe('the photo of a card', () => {
  it.each([1, 3] as const)('with %i components comes out as it went in', async (components) => {
    const picture = slope(60, 80, components)
    const decoded = await decodePhoto(inJp2(await codestream(picture), picture))
    const { width, height, data } = PNG.sync.read(Buffer.from(decoded ?? []))
    expect([width, height]).toEqual([60, 80])
    const seen = [...data].filter((_, index) => index % 4 < 3)
    const put = Array.from({ length: 60 * 80 * 3 }, (_, index) => picture.samples[components === 3 ? index : Math.floor(index / 3)])
    expect(seen).toEqual(put)
  })

  it('is decoded in a thread of its own, also as a bare codestream', async () => {
    expect(codeOf(await decoder.decode(inJp2(grey)))).toBe('ok')
    expect(codeOf(await decoder.decode(grey))).toBe('ok')
    expect(codeOf(await decoder.decode(grey.subarray(0, 60)))).toBe('CARD-MALFORMED')
  })

  it('with changed bytes, or cut short, is malformed or shown, and nothing worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(grey.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(grey.length), async (changes, length) => {
        const changed = grey.slice(0, Math.max(length, 50))
        for (const [at, value] of changes) if (at < changed.length) changed[at] = value
        const decoded = await decodePhoto(changed)
        expect(decoded === null || PNG.sync.read(Buffer.from(decoded)).width > 0).toBe(true)
      }),
      { numRuns: 150, seed: 20261121 },
    )
  })
})

describe('a decoding thread', () => {
  it.each([
    ['never ends', 'for (;;) {}'],
    ['never answers', 'setInterval(() => undefined, 1000)'],
    ['crashes', "throw new Error('broken')"],
    ['ends without a word', ''],
    ['takes all memory', 'const kept = []; for (;;) kept.push(new Array(100000).fill(kept.length))'],
    ['speaks nonsense', "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ png: 'x' })"],
  ])('that %s costs the photo and nothing else', async (name, code) => {
    expect(codeOf(await strangeWorker(name.replaceAll(' ', '-'), code).decode(grey))).toBe('CARD-MALFORMED')
  })
})

describe('what a photo says of its size', () => {
  const changed = (at: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = grey.slice()
    copy.set(bytes, at)
    return copy
  }
  it('is read without decoding it', () => {
    expect(readPhotoHeader(grey)).toEqual({ ok: true, value: { width: 60, height: 80, components: 1 } })
    expect(readPhotoHeader(inJp2(grey))).toEqual({ ok: true, value: { width: 60, height: 80, components: 1 } })
  })

  it.each([
    ['4 billion pixels wide', changed(8, 0xff, 0xff, 0xff, 0xff)],
    ['1,201 pixels wide', changed(8, 0x00, 0x00, 0x04, 0xb1)],
    ['0 pixels high', changed(12, 0, 0, 0, 0)],
    ['tiles of one pixel', changed(24, 0, 0, 0, 1, 0, 0, 0, 1)],
    ['tiles of nothing', changed(24, 0, 0, 0, 0)],
    ['16,384 components', changed(40, 0x40, 0x00)],
    ['16 bits a sample', changed(42, 15)],
    ['a component of a quarter', changed(43, 2)],
    ['an offset', changed(16, 0, 0, 0, 1)],
    ['no sizes', changed(2, 0xff, 0x52)],
    ['no codestream', inJp2(new Uint8Array(0))],
    ['a box of no length', Buffer.concat([inJp2(grey).subarray(0, 12), new Uint8Array(40)])],
    ['nothing', new Uint8Array(0)],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['more bytes than a file of the chip', Buffer.concat([grey, new Uint8Array(0x8000)])],
  ])('%s: refused before a decoder sees it', (_what, bytes) => {
    expect(codeOf(readPhotoHeader(bytes))).toBe('CARD-MALFORMED')
  })

  it('never makes the reader throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), fc.nat(grey.length), (bytes, based, at) => {
        const input = based ? Buffer.concat([grey.subarray(0, at), bytes]) : inJp2(bytes)
        expect(['ok', 'CARD-MALFORMED']).toContain(codeOf(readPhotoHeader(input)))
      }),
      { numRuns: 3_000 },
    )
  })
})

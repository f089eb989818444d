import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { receiptSvg, svgPicture } from '../../../../src-main/printing/setting/receipt-picture.ts'
import { receiptFont } from '../../../fixtures/printing/fonts.ts'
import { sampleReceipt } from '../../../fixtures/printing/receipt-printer-contract.ts'

const layout = { charactersPerLine: 48 }

function svgOf(text: string): string {
  const svg = receiptSvg(sampleReceipt('j', text), layout, receiptFont.family)
  if (!svg.ok) throw new Error(svg.failure.detail)
  return svg.value
}

describe('the picture of a receipt', () => {
  it('refers to nothing outside itself', () => {
    const svg = svgOf('見本')
    expect(svg).not.toMatch(/@import|<style|googleapis|url\(["']?(?!#)/)
    expect([...svg.matchAll(/https?:\/\/[^"]+/g)].map(([address]) => address)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('is the same for the same receipt', () => {
    expect(svgOf('見本')).toBe(svgOf('見本'))
  })

  it('shows markup in a value as text', () => {
    const svg = svgOf('<script>&"')
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;')
  })

  it('refuses what the printer would refuse', () => {
    expect(receiptSvg(sampleReceipt('j', '𠮷'), layout, receiptFont.family)).toMatchObject({ ok: false, failure: { detail: 'U+20BB7' } })
  })

  it('has ink where the text is and white paper around it', () => {
    const png = PNG.sync.read(Buffer.from(svgPicture(svgOf('見本'), receiptFont)))
    const dark = (x: number, y: number): boolean => png.data[4 * (y * png.width + x)]! < 128
    const inked = (left: number, right: number): boolean => {
      for (let y = 0; y < png.height; y += 1) for (let x = left; x < right; x += 1) if (dark(x, y)) return true
      return false
    }
    expect(png.width).toBe(48 * 12 + 48)
    expect(inked(0, 24)).toBe(false)
    expect(inked(png.width - 24, png.width)).toBe(false)
    expect(inked(200, 420)).toBe(true)
  })
})

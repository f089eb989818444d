import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskName } from '../../../src-renderer/parts/mask-name.ts'

describe('a name beside strangers', () => {
  it.each([
    ['見本　花子', '＊＊ 花子'],
    ['邉󠄂﨑 𠮷之介', '＊＊ 𠮷之介'],
    ['SAMPLE TARO JIRO', '＊＊ TARO JIRO'],
    ['葛󠄀', '葛󠄀＊＊'],
    ['𠮷田花子', '𠮷＊＊'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('never lets the family name through', () => {
    const part = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(part, part, (family, given) => {
        expect(maskName(`${family}　${given}`)).toBe(`＊＊ ${given}`)
      }),
    )
  })

  it('tells nothing about the length of the family name', () => {
    expect(maskName('甲　花子')).toBe(maskName('甲乙丙丁戊　花子'))
  })
})

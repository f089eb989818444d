import { create } from 'qrcode'
import { expect, it } from 'vitest'
import { codeModules } from '../../../../src-main/documents/pdf/code-modules.ts'

const area = { x: 10, y: 20, width: 42, height: 42 }

it('draws every dark module of the code, no other, with a quiet zone of four modules', () => {
  const text = `MDG1:${'0123456789ABCDEF$%'.repeat(20)}`
  const matrix = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' }).modules
  const drawn = codeModules(text, area)
  if (!drawn.ok) throw new Error('no code')
  const module = area.width / (matrix.size + 8)
  const dark = new Set<string>()
  for (const { x, y, width } of drawn.value.modules) {
    const column = Math.round((x - area.x) / module) - 4
    const row = Math.round((y - area.y) / module) - 4
    for (let index = 0; index < Math.round(width / module); index++) dark.add(`${row},${column + index}`)
  }
  const expected = new Set<string>()
  for (let row = 0; row < matrix.size; row++) for (let column = 0; column < matrix.size; column++) if (matrix.get(row, column) !== 0) expected.add(`${row},${column}`)
  expect(dark).toEqual(expected)
})

it('refuses a text whose modules would be too small to read', () => {
  expect(codeModules('A'.repeat(4000), area)).toEqual({ ok: false, failure: { code: 'DOCUMENT-TOO-LONG', detail: 'verification code' } })
  expect(codeModules('A'.repeat(5000), area).ok).toBe(false)
})

import { create } from 'qrcode'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { Box } from '../layout/marks.ts'

/** Smaller modules are not read reliably from laser print. */
const smallestModule = 0.25
const quietZone = 4

/**
 * A QR code as filled boxes inside `area`, and the white ground below it. Error correction M, or L where only that
 * keeps the modules large enough. DOCUMENT-TOO-LONG when the text doesn't fit.
 */
export function codeModules(text: string, area: Box): Result<{ readonly ground: Box; readonly modules: readonly Box[] }> {
  for (const errorCorrectionLevel of ['M', 'L'] as const) {
    let matrix
    try {
      matrix = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel }).modules
    } catch {
      // The library throws when no version of the code is large enough.
      continue
    }
    const side = matrix.size + 2 * quietZone
    const size = Math.min(area.width, area.height) / side
    if (size < smallestModule) continue
    const modules: Box[] = []
    for (let row = 0; row < matrix.size; row++) {
      for (let column = 0; column < matrix.size; column++) {
        const start = column
        while (column < matrix.size && matrix.get(row, column) !== 0) column++
        if (column > start) modules.push({ x: area.x + (start + quietZone) * size, y: area.y + (row + quietZone) * size, width: (column - start) * size, height: size })
      }
    }
    return ok({ ground: { x: area.x, y: area.y, width: side * size, height: side * size }, modules })
  }
  return fail('DOCUMENT-TOO-LONG', 'verification code')
}

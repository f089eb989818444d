import { describe, expect, it } from 'vitest'
import { subject } from '../../../../src-main/commands/doctor/check.ts'
import { columnsOf, padColumns } from '../../../../src-main/commands/doctor/columns.ts'
import { reportText } from '../../../../src-main/commands/doctor/report.ts'
import { doctorWords } from '../../../../src-main/commands/doctor/words/words.ts'

describe('columns of a terminal', () => {
  it.each([
    ['', 0],
    ['Disk (1)', 8],
    ['設定', 4],
    ['ディスク', 8],
    ['（署名用）', 10],
    ['、。：「」', 10],
    ['ｶﾅ', 2],
    ['Ａ１', 4],
    ['𠮷', 2],
    ['葛\u{E0102}', 2],
    ['か\u3099', 2],
    ['鍵 key', 6],
  ])('%s takes %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })

  it('are filled with spaces, and longer text is not cut', () => {
    expect(padColumns('設定', 6)).toBe('設定  ')
    expect(padColumns('設定', 3)).toBe('設定')
  })

  it.each(['en', 'ja'] as const)('line up in the report in %s, whatever is long in it', (language) => {
    const checks = [
      subject('clock', language).fine('X\nX'),
      subject('certificates', language).attention('X', 'X'),
      subject('counter-receipt-printer', language).failed('X', 'X'),
    ]
    const [table = ''] = reportText(checks, doctorWords(language)).split('\n\n')
    const { remedy } = doctorWords(language)
    const starts = table.split('\n').map((line) => {
      const found = line.endsWith(remedy({ remedy: 'X' })) ? remedy({ remedy: 'X' }) : 'X'
      return columnsOf(line.slice(0, line.length - found.length))
    })
    expect(starts).toHaveLength(6)
    expect(new Set(starts).size).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../src-renderer/staff/desk/money.ts'
import { historyReason } from '../../../src-renderer/staff/desk/history-reason.ts'
import { caseCommandOf, caseShortcuts } from '../../../src-renderer/staff/keys/case-shortcuts.ts'
import { commandOf, isFrameCommand, shortcuts } from '../../../src-renderer/staff/keys/shortcuts.ts'
import { strokeLabel } from '../../../src-renderer/staff/keys/strokes.ts'
import { ageOf } from '../../../src-renderer/staff/requests/age.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'

describe('the amount received', () => {
  it('gives the change', () => {
    expect(readAmount('1000', 300)).toEqual({ kind: 'enough', received: 1000, change: 700 })
    expect(readAmount('０', 0)).toEqual({ kind: 'enough', received: 0, change: 0 })
  })

  it('is read as it is written at counters', () => {
    expect(readAmount(' ¥１０，０００円 ', 900)).toEqual({ kind: 'enough', received: 10_000, change: 9100 })
  })

  it('may be too little, too much, or no amount', () => {
    expect(readAmount('200', 300)).toEqual({ kind: 'short', missing: 100 })
    expect(readAmount('1000001', 300)).toEqual({ kind: 'tooMuch' })
    for (const typed of ['', '-300', '3.5', '三百', '1e3']) expect(readAmount(typed, 300)).toEqual({ kind: 'notANumber' })
  })
})

describe('the reason in the history', () => {
  it('is put into words, with the note', () => {
    expect(historyReason('other: 申請書で受け直し', 'ja')).toBe('その他（申請書で受け直し）')
    expect(historyReason('paperJam', 'en')).toBe('Paper jam')
    expect(historyReason('PRINTER-PAPER-OUT', 'ja')).toBe('証明書プリンターの用紙がありません')
  })

  it('is shown as it stands when it is no code', () => {
    expect(historyReason('12:30: 電話', 'ja')).toBe('12:30: 電話')
  })
})

describe('the age of a request', () => {
  const received = '2026-11-21T03:00:00.000Z'
  it('counts whole minutes and hours', () => {
    expect(ageOf(received, new Date('2026-11-21T03:14:59.000Z'))).toEqual({ hours: 0, minutes: 14, long: false })
    expect(ageOf(received, new Date('2026-11-21T05:05:00.000Z'))).toEqual({ hours: 2, minutes: 5, long: true })
  })

  it('is never less than nothing', () => {
    expect(ageOf(received, new Date('2026-11-21T02:59:00.000Z'))).toEqual({ hours: 0, minutes: 0, long: false })
  })
})

describe('keys', () => {
  const press = (key: string, over: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
    commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...over })

  it('mean one thing each', () => {
    const labels = Object.values(shortcuts).flatMap((strokes) => strokes.map(strokeLabel))
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('mean one thing each beside card cases, too', () => {
    const frame = Object.entries(shortcuts).filter(([name]) => isFrameCommand(name))
    const labels = [...frame.map(([, strokes]) => strokes), ...Object.values(caseShortcuts)].flatMap((strokes) => strokes.map(strokeLabel))
    expect(new Set(labels).size).toBe(labels.length)
    expect(caseCommandOf({ key: 'F9', shiftKey: true, ctrlKey: false, altKey: false, metaKey: false })).toBe('secondPerson')
  })

  it('tell Shift from no Shift, and leave Alt to the desktop', () => {
    expect(press('F8')).toBe('print')
    expect(press('F8', { shiftKey: true })).toBe('reissue')
    expect(press('F8', { altKey: true })).toBeNull()
    expect(press('L', { ctrlKey: true })).toBe('lock')
    expect(press('l')).toBeNull()
  })

  it('have words in every language', () => {
    for (const language of ['ja', 'en'] as const) {
      const { commands } = staffWordsOf(language).keys
      expect(Object.keys(commands).sort()).toEqual(Object.keys(shortcuts).sort())
      expect(Object.keys(staffWordsOf(language).cases.names)).toEqual(expect.arrayContaining(Object.keys(caseShortcuts)))
    }
  })
})

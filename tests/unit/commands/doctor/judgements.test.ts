import { describe, expect, it } from 'vitest'
import type { ReaderState } from '../../../../src-main/card/card-reader.ts'
import { subject, type Check } from '../../../../src-main/commands/doctor/check.ts'
import { judgeClock, type ClockFacts } from '../../../../src-main/commands/doctor/clock.ts'
import { judgePrinter, judgeReader } from '../../../../src-main/commands/doctor/devices.ts'
import { judgeRoom } from '../../../../src-main/commands/doctor/machine.ts'
import { difficultCharacters, missingCharacters } from '../../../../src-main/commands/doctor/papers.ts'
import { isReady, reportText } from '../../../../src-main/commands/doctor/report.ts'
import { openFontSet } from '../../../../src-main/documents/fonts/font-set.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { documentRefusal, receiptRefusal, statusOf } from '../../../../src-main/printing/conditions.ts'
import type { PrinterCondition } from '../../../../src-main/printing/printers.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const about = subject('disk', 'en')

describe("the doctor's judgement", () => {
  const good: ClockFacts = { now: new Date('2026-11-21T00:00:00Z'), timeZone: 'Asia/Tokyo', drift: 0.4, synchronized: true }
  it.each<[string, Partial<ClockFacts>, Check['state']]>([
    ['right', {}, 'ok'],
    ['of 1970', { now: new Date(0) }, 'failed'],
    ['of 2200', { now: new Date('2200-01-01') }, 'failed'],
    ['in another zone', { timeZone: 'UTC' }, 'attention'],
    ['that nobody synchronizes', { synchronized: false }, 'attention'],
    ['of which that is not known', { synchronized: null }, 'attention'],
    ['that jumps ahead', { drift: 3000 }, 'attention'],
    ['that jumps back', { drift: -3000 }, 'attention'],
  ])('of a clock %s', (_what, facts, state) => {
    const check = judgeClock({ ...good, ...facts }, about)
    expect(check.state).toBe(state)
    expect(check.remedy === null).toBe(state === 'ok')
  })

  it.each([
    [50_000_000, 'failed'],
    [99_999_999, 'failed'],
    [100_000_000, 'attention'],
    [999_999_999, 'attention'],
    [1_000_000_000, 'ok'],
  ])('of %d free bytes', (bytes, state) => {
    expect(judgeRoom(bytes, '/data', about).state).toBe(state)
  })

  it.each<[ReaderState, Check['state'], string]>([
    [{ kind: 'noService' }, 'failed', 'CARD-NO-SERVICE'],
    [{ kind: 'restarting' }, 'failed', 'CARD-NO-SERVICE'],
    [{ kind: 'noReader' }, 'failed', 'CARD-NO-READER'],
    [{ kind: 'noCard', reader: 'R' }, 'ok', 'no card'],
    [{ kind: 'muteCard', reader: 'R' }, 'attention', 'does not answer'],
    [{ kind: 'card', reader: 'R', atr: new Uint8Array(), insertion: 1 }, 'ok', 'a card'],
  ])('of a reader in state %o', (state, judged, seen) => {
    expect(judgeReader(state, () => 'koffi: R', about)).toMatchObject({ state: judged, seen: expect.stringContaining(seen) as unknown })
  })

  it.each<[PrinterCondition, Check['state']]>([
    ['ready', 'ok'],
    ['busy', 'ok'],
    ['paperLow', 'attention'],
    ['paperOut', 'failed'],
    ['coverOpen', 'failed'],
    ['jam', 'failed'],
    ['offline', 'failed'],
  ])('of a printer that is %s', (condition, state) => {
    for (const refusal of [receiptRefusal, documentRefusal]) expect(judgePrinter(ok(statusOf(condition)), 'P', refusal, about).state).toBe(state)
  })

  it('of a printer that can not be asked: its code, its name and what went wrong', () => {
    expect(judgePrinter(fail('PRINTER-OFFLINE', 'refused'), 'IPP x', documentRefusal, about)).toMatchObject({ state: 'failed', seen: 'PRINTER-OFFLINE: IPP x: refused' })
  })

  it('names the difficult characters that a font lacks, variation sequences whole', () => {
    const missing = missingCharacters(openFontSet([bizMincho]), difficultCharacters)
    expect(missing).toContain('葛\u{E0102}')
    expect(missing).not.toContain('髙')
  })

  it('in another language takes the remedies of the catalogue', () => {
    expect(subject('database', 'ja').failure({ code: 'STORE-FULL' }).remedy).toMatch(/空きを作る/)
  })

  it('is "ready" with attention needed, and not with a failure', () => {
    const some = [about.fine('a'), about.attention('b', 'do b')]
    expect(isReady(some)).toBe(true)
    expect(isReady([...some, about.failed('c', 'do c')])).toBe(false)
    expect(reportText([...some, about.failed('c\nd', 'do c')], about.words)).toMatch(/FAILED +Disk +c\n +d\n +-> do c\n\nNOT READY: 1 ok, 1 need attention, 1 failed\.$/)
  })
})

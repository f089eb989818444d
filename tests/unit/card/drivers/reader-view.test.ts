import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReaderView } from '../../../../src-main/card/drivers/reader-view.ts'
import type { ReaderSight } from '../../../../src-main/card/drivers/reader-driver.ts'

const PRESENT = 0x0020
const EMPTY = 0x0010
const atr = Uint8Array.of(0x3b, 0x00)
const reader = (name: string, eventState: number, itsAtr = atr): ReaderSight => ({ name, eventState, atr: eventState & PRESENT ? itsAtr : new Uint8Array() })
const seen = (view: ReaderView, ...readers: ReaderSight[]) => view.see({ kind: 'readers', readers })

describe('ReaderView', () => {
  test.each([
    ['an empty reader', EMPTY, 'noCard'],
    ['a card', PRESENT, 'card'],
    ['a card that does not answer to reset', PRESENT | 0x0200, 'muteCard'],
    ['a card held by somebody', PRESENT | 0x0180, 'card'],
    ['a reader that is not available', 0x0008, 'noReader'],
    ['a reader that the service does not know', 0x0004, 'noReader'],
  ])('reads %s from the flags', (_what, flags, kind) => {
    expect(seen(new ReaderView(''), reader('A', flags)).kind).toBe(kind)
  })

  test('takes a card without an ATR for one that does not answer', () => {
    expect(seen(new ReaderView(''), reader('A', PRESENT, new Uint8Array())).kind).toBe('muteCard')
  })

  test('tells the lost service and the lack of readers apart', () => {
    const view = new ReaderView('')
    expect(view.see({ kind: 'noService' })).toEqual({ kind: 'noService' })
    expect(seen(view)).toEqual({ kind: 'noReader' })
  })

  test('takes the first reader, or the first whose name contains what was configured', () => {
    const readers = [reader('Office reader', EMPTY), reader('PaSoRi 00 00', EMPTY), reader('PaSoRi 00 01', EMPTY)]
    expect(seen(new ReaderView(''), ...readers)).toMatchObject({ reader: 'Office reader' })
    expect(seen(new ReaderView('pasori'), ...readers)).toMatchObject({ reader: 'PaSoRi 00 00' })
    expect(seen(new ReaderView('00 01'), ...readers)).toMatchObject({ reader: 'PaSoRi 00 01' })
    expect(seen(new ReaderView('['), ...readers)).toEqual({ kind: 'noReader' })
  })

  test('goes over to the next reader when the first has been unplugged', () => {
    expect(seen(new ReaderView(''), reader('A', 0x0008), reader('B', EMPTY))).toMatchObject({ kind: 'noCard', reader: 'B' })
  })

  test('numbers a card anew when it was laid on again between two looks', () => {
    const view = new ReaderView('')
    expect(seen(view, reader('A', PRESENT | (1 << 16)))).toMatchObject({ insertion: 1 })
    expect(seen(view, reader('A', PRESENT | (1 << 16)))).toMatchObject({ insertion: 1 })
    expect(seen(view, reader('A', PRESENT | (3 << 16)))).toMatchObject({ insertion: 2 })
  })

  test('never gives two stays of a card on a reader the same number', () => {
    const look = fc.record({ reader: fc.constantFrom('A', 'B'), present: fc.boolean(), bumped: fc.boolean() })
    fc.assert(
      fc.property(fc.array(look, { maxLength: 40 }), (looks) => {
        const view = new ReaderView('')
        let counter = 0
        let stay = 0
        let before: string | undefined
        for (const { reader: name, present, bumped } of looks) {
          if (bumped) counter += 1
          const state = seen(view, reader(name, (present ? PRESENT : EMPTY) | (counter << 16)))
          const now = present ? `${name}${counter}` : undefined
          if (now !== undefined && now !== before) stay += 1
          before = now
          expect(state).toMatchObject(present ? { kind: 'card', insertion: stay } : { kind: 'noCard' })
        }
      }),
    )
  })
})

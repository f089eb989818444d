import { useEffect, useEffectEvent, useRef } from 'react'
import { Wedge, wedgeGapMs } from '../requests/scan/wedge.ts'
import type { Pressed } from './strokes.ts'

export interface DeskKeys<N extends string> {
  /** A question is open: only it gets the keys, except to lock. */
  readonly covered: boolean
  /** What a key stroke asks for on the page that is open. */
  commandOf(pressed: Pressed): N | 'lock' | 'signOut' | null
  command(name: N | 'lock' | 'signOut'): void
  /** A number key: the row at that place of the list, from 0. */
  pick(index: number): void
  /** Arrow up or down: so many places on. */
  move(by: number): void
  scanned(text: string): void
  /** Escape: nothing selected, nothing on the glass. */
  clear(): void
}

/** Keys the browser has ideas of its own about. */
const functionKey = /^F([1-9]|10|12)$/

/** What these keys do in a field is the field's. */
const editsText = /^(Delete|Backspace|Insert)$/

/** Keys and barcode scanner of the whole page. */
export function useDeskKeys<N extends string>(keys: DeskKeys<N>): void {
  const wedge = useRef(new Wedge())
  const held = useRef<number | null>(null)

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    const take = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    const command = keys.commandOf(event)
    if (functionKey.test(event.key)) event.preventDefault()
    if (keys.covered) {
      if (command === 'lock') keys.command(command)
      if (command === 'lock' || command === 'signOut') take()
      return
    }
    if (!isTyping(event.target)) {
      const answer = wedge.current.press(event.key, event.timeStamp)
      if (answer.kind !== 'no' && held.current !== null) {
        window.clearTimeout(held.current)
        held.current = null
      }
      if (answer.kind === 'scanning') return take()
      if (answer.kind === 'scanned') {
        take()
        return keys.scanned(answer.text)
      }
      if (!event.ctrlKey && /^[0-9]$/.test(event.key)) {
        take()
        const index = (Number(event.key) + 9) % 10
        held.current = window.setTimeout(() => {
          held.current = null
          keys.pick(index)
        }, wedgeGapMs + 10)
        return
      }
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !ownsArrows(event.target)) {
        take()
        return keys.move(event.key === 'ArrowDown' ? 1 : -1)
      }
      if (event.key === 'Escape') {
        take()
        return keys.clear()
      }
      if (command !== null) {
        take()
        return keys.command(command)
      }
      // A letter means nothing here; the list must not jump to it when a scanner's first one arrives.
      if (/^[^\s]$/u.test(event.key) && !event.ctrlKey && !event.altKey) take()
      return
    }
    if (command !== null && !editsText.test(event.key) && (event.key.length > 1 || event.ctrlKey)) {
      take()
      keys.command(command)
    }
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event)
    }
    document.addEventListener('keydown', listener, true)
    return () => {
      document.removeEventListener('keydown', listener, true)
      if (held.current !== null) window.clearTimeout(held.current)
    }
  }, [])
}

/** Ticks and choices take no text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null

/** Where the arrows scroll or move something of their own. */
const ownsArrows = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-owns-arrows]') !== null

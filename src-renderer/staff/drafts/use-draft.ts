import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../src-preload/contract.ts'

/** After the last touch: a clerk ticks several things in a row, and each recording is an entry in the history. */
const pauseMs = 1500

export interface Draft<F> {
  readonly facts: F
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed'
  readonly change: (over: Partial<F>) => void
}

interface SavedDraft<F> extends Draft<F> {
  /** Records what is not recorded yet. `always`: also what was, as seen again. @returns the failure, or null. */
  readonly save: (always?: boolean) => Promise<FailureCode | null>
}

/** What main holds of it. */
interface Held<F> {
  readonly id: string
  readonly version: number
  readonly facts: F
}

type Wanted<F> = Omit<Held<F>, 'version'>

interface Parts<F> {
  /** Null while it is not there. */
  readonly held: Held<F> | null
  readonly empty: F
  readonly record: (held: Held<F>) => Promise<FailureCode | null>
  /** Asks main anew; its version then, or null. */
  readonly reload: (id: string) => Promise<number | null>
}

/** What a clerk ticks and types about one thing, recorded whole against the version it was based on. */
export function useDraft<F extends object>({ held, empty, record, reload }: Parts<F>): SavedDraft<F> {
  const [local, setLocal] = useState<Wanted<F> | null>(null)
  const [state, setState] = useState<Draft<F>['state']>('saved')
  const pending = useRef<Wanted<F> | null>(null)
  const versions = useRef(new Map<string, number>())
  const running = useRef<Promise<FailureCode | null>>(Promise.resolve(null))
  const timer = useRef<number | null>(null)
  const id = held?.id ?? null
  const version = held?.version ?? null

  useEffect(() => {
    if (id !== null && version !== null) versions.current.set(id, version)
  }, [id, version])

  useEffect(() => {
    setState('saved')
  }, [id])

  const stopTimer = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(() => stopTimer, [])

  const isPending = useCallback(() => pending.current !== null, [])

  const recordOnce = useCallback(
    async (again: Wanted<F> | null): Promise<FailureCode | null> => {
      const wanted = pending.current ?? again
      const basedOn = wanted === null ? undefined : versions.current.get(wanted.id)
      if (wanted === null || basedOn === undefined) return null
      pending.current = null
      setState('saving')
      const code = await record({ ...wanted, version: basedOn })
      const fresh = await reload(wanted.id)
      if (fresh !== null) versions.current.set(wanted.id, fresh)
      if (code !== null) {
        // What was typed stays, to be recorded on the next attempt.
        pending.current ??= wanted
        setState('failed')
        return code
      }
      // Something else may have been ticked while that was recorded.
      if (!isPending()) {
        setLocal(null)
        setState('saved')
      }
      return null
    },
    [record, reload, isPending],
  )

  const save = useCallback(
    (again: Wanted<F> | null): Promise<FailureCode | null> => {
      stopTimer()
      // One after the other: each is based on the version that the one before made.
      running.current = running.current.then(() => recordOnce(again))
      return running.current
    },
    [recordOnce],
  )

  const facts = local !== null && local.id === id ? local.facts : (held?.facts ?? empty)
  return {
    facts,
    state,
    change: (over) => {
      if (id === null) return
      const base = pending.current?.id === id ? pending.current.facts : facts
      const next = { id, facts: { ...base, ...over } }
      pending.current = next
      setLocal(next)
      setState('unsaved')
      stopTimer()
      timer.current = window.setTimeout(() => void save(null), pauseMs)
    },
    save: (always = false) => save(always && id !== null ? { id, facts } : null),
  }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { noFacts, type CardCaseDetail, type CardCaseFacts, type FailureCode, type StaffEvent } from '../../../src-preload/contract.ts'

/** After the last touch: a clerk ticks several things in a row, and each recording is an entry in the history. */
const pauseMs = 1500

export interface FactsDraft {
  readonly facts: CardCaseFacts
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed'
  readonly change: (over: Partial<CardCaseFacts>) => void
}

interface Draft extends FactsDraft {
  /** Records what is not recorded yet. `always`: also what was, as seen again. @returns the failure, or null. */
  readonly save: (always?: boolean) => Promise<FailureCode | null>
}

interface Pending {
  readonly caseId: string
  readonly facts: CardCaseFacts
}

interface Parts {
  readonly detail: CardCaseDetail | null
  readonly send: (event: StaffEvent) => Promise<FailureCode | null>
  readonly reload: (caseId: string) => Promise<CardCaseDetail | null>
}

/** What the clerk ticks and types, recorded whole against the version it was based on. */
export function useFactsDraft({ detail, send, reload }: Parts): Draft {
  const [local, setLocal] = useState<Pending | null>(null)
  const [state, setState] = useState<FactsDraft['state']>('saved')
  const pending = useRef<Pending | null>(null)
  const versions = useRef(new Map<string, number>())
  const running = useRef<Promise<FailureCode | null>>(Promise.resolve(null))
  const timer = useRef<number | null>(null)
  const caseId = detail?.row.caseId ?? null

  useEffect(() => {
    if (detail !== null) versions.current.set(detail.row.caseId, detail.version)
  }, [detail])

  useEffect(() => {
    setState('saved')
  }, [caseId])

  const stopTimer = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(() => stopTimer, [])

  const isPending = useCallback(() => pending.current !== null, [])

  const record = useCallback(
    async (again: Pending | null): Promise<FailureCode | null> => {
      const wanted = pending.current ?? again
      const version = wanted === null ? undefined : versions.current.get(wanted.caseId)
      if (wanted === null || version === undefined) return null
      pending.current = null
      setState('saving')
      const code = await send({ type: 'cardCaseFacts', caseId: wanted.caseId, version, facts: wanted.facts })
      const fresh = await reload(wanted.caseId)
      if (fresh !== null) versions.current.set(wanted.caseId, fresh.version)
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
    [send, reload, isPending],
  )

  const save = useCallback(
    (again: Pending | null): Promise<FailureCode | null> => {
      stopTimer()
      // One after the other: each is based on the version that the one before made.
      running.current = running.current.then(() => record(again))
      return running.current
    },
    [record],
  )

  const facts = local !== null && local.caseId === caseId ? local.facts : (detail?.facts ?? noFacts)
  return {
    facts,
    state,
    change: (over) => {
      if (caseId === null) return
      const base = pending.current?.caseId === caseId ? pending.current.facts : facts
      const next = { caseId, facts: { ...base, ...over } }
      pending.current = next
      setLocal(next)
      setState('unsaved')
      stopTimer()
      timer.current = window.setTimeout(() => void save(null), pauseMs)
    },
    save: (always = false) => save(always && caseId !== null ? { caseId, facts } : null),
  }
}

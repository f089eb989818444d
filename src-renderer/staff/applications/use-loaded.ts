import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../../src-preload/contract.ts'
import { settleMs } from '../desk/use-detail.ts'
import type { Loaded } from './applications-context.ts'

interface Opened<T> {
  readonly loaded: Loaded<T>
  /** Asks main anew; null when another is selected by then, or main refuses. */
  readonly reload: (id: string) => Promise<T | null>
  /** What came last, also when it is not drawn yet. */
  readonly latest: () => T | null
}

interface Source<T> {
  readonly ask: (id: string) => Promise<Reply<T>>
  /** What of it the snapshot says too. */
  readonly versionOf: (detail: T) => string
}

/**
 * Asks main for what is selected, and again when the snapshot says something else than what is shown; forgets it with the selection.
 * @param source its functions must stay the same from one drawing to the next.
 * @param version as the snapshot says it.
 */
export function useLoaded<T>({ ask, versionOf }: Source<T>, id: string | null, version: string): Opened<T> {
  const [kept, setKept] = useState<{ readonly id: string; readonly loaded: Loaded<T> } | null>(null)
  const wanted = useRef<string | null>(null)
  const last = useRef<T | null>(null)
  const latest = useCallback(() => last.current, [])

  const reload = useCallback(
    async (of: string): Promise<T | null> => {
      // Each look is recorded: what nobody looks at any more is not asked for.
      if (wanted.current !== of) return null
      const reply = await ask(of)
      if (wanted.current !== of) return null
      last.current = reply.ok ? reply.value : null
      setKept({ id: of, loaded: reply.ok ? { state: 'open', detail: reply.value } : { state: 'failed', code: reply.failure.code } })
      return reply.ok ? reply.value : null
    },
    [ask],
  )

  useEffect(() => {
    wanted.current = id
    last.current = null
    return () => {
      wanted.current = null
      setKept(null)
    }
  }, [id])

  useEffect(() => {
    if (id === null) return
    // Each look is recorded: what is passed by with the arrows, or was brought by an action just now, is not asked for.
    const timer = window.setTimeout(() => {
      if (last.current === null || versionOf(last.current) !== version) void reload(id)
    }, settleMs)
    return () => {
      window.clearTimeout(timer)
    }
  }, [id, version, versionOf, reload])

  // Never one person's detail beside another's number, not even for a frame.
  return { loaded: kept !== null && kept.id === id ? kept.loaded : { state: 'loading' }, reload, latest }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApplicationRow } from '../../../src-preload/contract.ts'

interface ApplicationNews {
  readonly news: ReadonlySet<string>
  /** The applications that moved with the last change, for the live region. */
  readonly moved: readonly ApplicationRow[]
  readonly seen: (applicationId: string) => void
}

interface Mark {
  readonly state: ApplicationRow['state']
  readonly atResident: boolean
}

/** What a clerk has not done here: the resident brought one to the end, or left it. */
function isNews(before: Mark | undefined, row: ApplicationRow): boolean {
  if (before === undefined) return row.origin === 'resident' && !row.atResident
  return before.atResident && !row.atResident
}

/** Which applications came or moved by themselves. What was there when the page opened did not. */
export function useApplicationNews(rows: readonly ApplicationRow[], looking: string | null): ApplicationNews {
  const known = useRef<Map<string, Mark> | null>(null)
  const [news, setNews] = useState<ReadonlySet<string>>(new Set())
  const [moved, setMoved] = useState<readonly ApplicationRow[]>([])
  useEffect(() => {
    const before = known.current
    known.current = new Map(rows.map(({ applicationId, state, atResident }) => [applicationId, { state, atResident }]))
    const changed = before === null ? [] : rows.filter((row) => isNews(before.get(row.applicationId), row))
    if (changed.length === 0) return
    setMoved(changed)
    const unseen = changed.map(({ applicationId }) => applicationId).filter((applicationId) => applicationId !== looking)
    setNews((earlier) => new Set([...earlier, ...unseen]))
  }, [rows, looking])
  const seen = useCallback((applicationId: string) => {
    setNews((earlier) => (earlier.has(applicationId) ? new Set([...earlier].filter((other) => other !== applicationId)) : earlier))
  }, [])
  return { news, moved, seen }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestRow } from '../../../src-preload/contract.ts'

interface Fresh {
  /** Requests that came while the page was open and were not looked at yet. */
  readonly fresh: ReadonlySet<string>
  /** The requests that came with the last change, for the live region. */
  readonly arrived: readonly RequestRow[]
  readonly seen: (requestId: string) => void
}

/** Which requests are new. What was there when the page opened isn't. */
export function useFresh(requests: readonly RequestRow[]): Fresh {
  const known = useRef<Set<string> | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [arrived, setArrived] = useState<readonly RequestRow[]>([])
  useEffect(() => {
    if (known.current === null) {
      known.current = new Set(requests.map(({ requestId }) => requestId))
      return
    }
    const before = known.current
    const added = requests.filter(({ requestId }) => !before.has(requestId))
    if (added.length === 0) return
    for (const { requestId } of added) before.add(requestId)
    setArrived(added)
    setFresh((earlier) => new Set([...earlier, ...added.map(({ requestId }) => requestId)]))
  }, [requests])
  const seen = useCallback((requestId: string) => {
    setFresh((earlier) => (earlier.has(requestId) ? new Set([...earlier].filter((other) => other !== requestId)) : earlier))
  }, [])
  return { fresh, arrived, seen }
}

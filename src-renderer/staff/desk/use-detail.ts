import { useEffect, useState } from 'react'
import type { RequestRow, StaffGlass } from '../../../src-preload/contract.ts'
import type { Detail } from '../desk-context.ts'

/** Running down the list with the arrow keys must not open (and so record) every request on the way. */
export const settleMs = 180

interface Kept {
  readonly requestId: string
  readonly detail: Detail
}

/** Asks main for the selected request, and again whenever its row has changed; forgets it with the selection. */
export function useDetail(glass: Pick<StaffGlass, 'requestDetail'>, row: RequestRow | null): Detail {
  const [kept, setKept] = useState<Kept | null>(null)
  const requestId = row?.requestId ?? null
  const version = row === null ? '' : `${row.state} ${row.slip} ${row.reissues} ${row.failure ?? ''}`

  useEffect(() => {
    if (requestId === null) return
    let wanted = true
    const timer = window.setTimeout(() => {
      void glass.requestDetail(requestId).then((reply) => {
        if (!wanted) return
        setKept({ requestId, detail: reply.ok ? { state: 'open', detail: reply.value } : { state: 'failed', code: reply.failure.code } })
      })
    }, settleMs)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [glass, requestId, version])

  useEffect(
    () => () => {
      setKept(null)
    },
    [requestId],
  )

  // Never one person's detail beside another's number, not even for a frame.
  return kept !== null && kept.requestId === requestId ? kept.detail : { state: 'loading' }
}

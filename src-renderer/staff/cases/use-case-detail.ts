import { useCallback, useEffect, useRef, useState } from 'react'
import type { CardCaseDetail, CardCaseRow, StaffGlass } from '../../../src-preload/contract.ts'
import { settleMs } from '../desk/use-detail.ts'
import type { CaseDetailState } from './cases-context.ts'

interface Kept {
  readonly caseId: string
  readonly detail: CaseDetailState
}

interface OpenCase {
  readonly detail: CaseDetailState
  /** Asks main anew; null when another case is selected by then, or main refuses. */
  readonly reload: (caseId: string) => Promise<CardCaseDetail | null>
  /** What came last, also when it is not drawn yet. */
  readonly latest: () => CardCaseDetail | null
}

const versionOf = ({ state, failure, linkOutstanding, answerDueOn, answerOverdue }: CardCaseRow): string =>
  `${state} ${failure ?? ''} ${linkOutstanding ? 'link' : ''} ${answerDueOn ?? ''} ${answerOverdue ? 'overdue' : ''}`

/** Asks main for the selected case, and again when its row says something else than what is shown; forgets it with the selection. */
export function useCaseDetail(glass: Pick<StaffGlass, 'cardCaseDetail'>, row: CardCaseRow | null): OpenCase {
  const [kept, setKept] = useState<Kept | null>(null)
  const caseId = row?.caseId ?? null
  const version = row === null ? '' : versionOf(row)
  const wanted = useRef<string | null>(null)
  const last = useRef<CardCaseDetail | null>(null)
  const shown = useCallback(() => (last.current === null ? null : versionOf(last.current.row)), [])
  const latest = useCallback(() => last.current, [])

  const reload = useCallback(
    async (of: string): Promise<CardCaseDetail | null> => {
      const reply = await glass.cardCaseDetail(of)
      if (wanted.current !== of) return null
      last.current = reply.ok ? reply.value : null
      setKept({ caseId: of, detail: reply.ok ? { state: 'open', detail: reply.value } : { state: 'failed', code: reply.failure.code } })
      return reply.ok ? reply.value : null
    },
    [glass],
  )

  useEffect(() => {
    wanted.current = caseId
    last.current = null
    return () => {
      wanted.current = null
      setKept(null)
    }
  }, [caseId])

  useEffect(() => {
    if (caseId === null) return
    // Each look is recorded: what an action has just brought is not asked for again.
    const timer = window.setTimeout(() => {
      if (shown() !== version) void reload(caseId)
    }, settleMs)
    return () => {
      window.clearTimeout(timer)
    }
  }, [caseId, version, reload, shown])

  // Never one person's detail beside another's number, not even for a frame.
  return { detail: kept !== null && kept.caseId === caseId ? kept.detail : { state: 'loading' }, reload, latest }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { CardCaseRow } from '../../../src-preload/contract.ts'

interface CaseNews {
  readonly news: ReadonlySet<string>
  /** The cases that moved with the last change, for the live region. */
  readonly moved: readonly CardCaseRow[]
  readonly seen: (caseId: string) => void
}

const mark = ({ state, failure, answerOverdue }: CardCaseRow): string => `${state} ${failure ?? ''} ${answerOverdue ? 'overdue' : ''}`

/** What a clerk has not done here: the resident's side finished, something failed, a day passed. */
const isNews = (before: string | undefined, row: CardCaseRow): boolean =>
  before !== undefined && before !== mark(row) && (before.startsWith('atCard') || row.state === 'uncertain' || (row.answerOverdue && !before.endsWith('overdue')))

/** Which cases moved by themselves. What was there when the page opened did not. */
export function useCaseNews(cases: readonly CardCaseRow[], looking: string | null): CaseNews {
  const known = useRef(new Map<string, string>())
  const [news, setNews] = useState<ReadonlySet<string>>(new Set())
  const [moved, setMoved] = useState<readonly CardCaseRow[]>([])
  useEffect(() => {
    const changed = cases.filter((row) => isNews(known.current.get(row.caseId), row))
    known.current = new Map(cases.map((row) => [row.caseId, mark(row)]))
    if (changed.length === 0) return
    setMoved(changed)
    const unseen = changed.map(({ caseId }) => caseId).filter((caseId) => caseId !== looking)
    setNews((earlier) => new Set([...earlier, ...unseen]))
  }, [cases, looking])
  const seen = useCallback((caseId: string) => {
    setNews((earlier) => (earlier.has(caseId) ? new Set([...earlier].filter((other) => other !== caseId)) : earlier))
  }, [])
  return { news, moved, seen }
}

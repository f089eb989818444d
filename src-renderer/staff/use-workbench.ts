import { useEffect, useState } from 'react'
import type { Connection, FailureCode, RequestRow, StaffEvent, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
import type { Desk, DeskPage, DeskQuestion, Outcome } from './desk-context.ts'
import { whyNot, type ActionName } from './desk/actions.ts'
import { useDetail } from './desk/use-detail.ts'
import { useFresh } from './requests/use-fresh.ts'
import { listed, type Filter } from './requests/waiting.ts'
import { useStaff, type SignedIn } from './staff-context.ts'
import { useNow } from './use-now.ts'

export interface Workbench {
  readonly desk: Desk
  readonly question: DeskQuestion | null
  readonly arrived: readonly RequestRow[]
  /** What came of the last word to main that was not about a request. */
  readonly deskFailure: FailureCode | null
  readonly clearDeskFailure: () => void
}

/** Where no card work is done here, and no application taken, there is no page for it. */
function pagesOf({ cardCases, applications }: StaffSnapshot): DeskPage[] {
  const hasCases = cardCases.kinds.length > 0 || cardCases.cases.length > 0
  const hasApplications = applications.kinds.length > 0 || applications.applications.length > 0
  return ['requests', ...(hasCases ? (['cases'] as const) : []), ...(hasApplications ? (['applications'] as const) : [])]
}

function isGone(question: DeskQuestion, { requests, cardCases, applications }: StaffSnapshot): boolean {
  if ('requestId' in question) return !requests.some(({ requestId }) => requestId === question.requestId)
  if ('applicationId' in question) return !applications.applications.some(({ applicationId }) => applicationId === question.applicationId)
  return 'caseId' in question && !cardCases.cases.some(({ caseId }) => caseId === question.caseId)
}

/** Everything the desk remembers between two snapshots; all of it goes when the session ends. */
export function useWorkbench(glass: StaffGlass & Connection, snapshot: StaffSnapshot, session: SignedIn): Workbench {
  const { send } = useStaff()
  const { requests, halted } = snapshot
  const now = useNow(1000)
  const [chosenPage, setPage] = useState<DeskPage>('requests')
  const [filter, setFilter] = useState<Filter>('waiting')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [question, setQuestion] = useState<DeskQuestion | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [deskFailure, setDeskFailure] = useState<FailureCode | null>(null)
  const [busy, setBusy] = useState<ReadonlyMap<string, number>>(new Map())
  const { fresh, arrived, seen } = useFresh(requests)

  const selected = requests.find(({ requestId }) => requestId === selectedId) ?? null
  const detail = useDetail(glass, selected)

  // A request or a case that is gone takes its question with it.
  const askedIsGone = question !== null && isGone(question, snapshot)
  useEffect(() => {
    if (askedIsGone) setQuestion(null)
  }, [askedIsGone])

  const select = (requestId: string | null): void => {
    setSelectedId(requestId)
    setOutcome(null)
    if (requestId !== null) seen(requestId)
  }

  const perform = (action: ActionName, event: Extract<StaffEvent, { requestId: string }>): void => {
    const { requestId } = event
    setQuestion(null)
    setOutcome(null)
    setBusy((before) => new Map(before).set(requestId, Date.now()))
    void send(event).then((code) => {
      setBusy((before) => new Map([...before].filter(([other]) => other !== requestId)))
      if (code !== null) setOutcome({ kind: 'failed', requestId, action, code })
    })
  }

  const why = (action: ActionName) =>
    selected === null
      ? null
      : whyNot(action, {
          row: selected,
          role: session.role,
          halted,
          busy: busy.has(selected.requestId),
          receivedYen: detail.state === 'open' ? detail.detail.receivedYen : null,
        })

  const start = (action: ActionName): void => {
    if (selected === null) return
    const { requestId } = selected
    const reason = why(action)
    if (reason !== null) return setOutcome({ kind: 'cannot', requestId, action, why: reason })
    switch (action) {
      case 'print':
      case 'printSlipAgain':
      case 'printFeeReceiptAgain':
        return perform(action, { type: action, requestId })
      case 'takeFee':
      case 'handOver':
      case 'void':
      case 'reissue':
      case 'resolveUncertain':
        return setQuestion({ kind: action, requestId })
    }
  }

  const pages = pagesOf(snapshot)
  const desk: Desk = {
    snapshot,
    role: session.role,
    accountId: session.accountId,
    glass,
    now,
    pages,
    page: pages.includes(chosenPage) ? chosenPage : 'requests',
    turnTo: setPage,
    filter,
    setFilter,
    rows: listed(requests, filter),
    fresh,
    selected,
    select,
    detail,
    outcome: outcome?.requestId === selected?.requestId ? outcome : null,
    clearOutcome: () => {
      setOutcome(null)
    },
    busySince: selected === null ? null : (busy.get(selected.requestId) ?? null),
    whyNot: why,
    start,
    perform,
    ask: setQuestion,
    tell: (event) => {
      setDeskFailure(null)
      void send(event).then(setDeskFailure)
    },
  }
  return {
    desk,
    question: askedIsGone ? null : question,
    arrived,
    deskFailure,
    clearDeskFailure: () => {
      setDeskFailure(null)
    },
  }
}

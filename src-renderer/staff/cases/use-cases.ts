import { useCallback, useEffect, useState } from 'react'
import { noFacts, type CardCaseFacts, type CardCaseRow, type FailureCode, type StaffGlass, type StaffSnapshot } from '../../../src-preload/contract.ts'
import { useDraft } from '../drafts/use-draft.ts'
import type { Filter } from '../requests/waiting.ts'
import { useStaff, type SignedIn } from '../staff-context.ts'
import { caseWhyNot, type CaseActionName } from './case-actions.ts'
import type { CaseQuestion } from './case-question.ts'
import type { CaseOutcome, CasesDesk, OnCase } from './cases-context.ts'
import { listedCases } from './list/listed-cases.ts'
import { useCaseDetail } from './use-case-detail.ts'
import { useCaseNews } from './use-case-news.ts'

interface Parts {
  readonly glass: StaffGlass
  readonly snapshot: StaffSnapshot
  readonly session: SignedIn
  readonly filter: Filter
  /** Whether the page for card cases is the one that is shown. */
  readonly shown: boolean
  readonly ask: (question: CaseQuestion | null) => void
}

interface Cases {
  readonly desk: CasesDesk
  readonly moved: readonly CardCaseRow[]
  /** Before the page is left: what was ticked is recorded. */
  readonly leave: () => void
}

/** Everything the page for card cases remembers between two snapshots; all of it goes when the session ends. */
export function useCases({ glass, snapshot, session, filter, shown, ask }: Parts): Cases {
  const { send } = useStaff()
  const { cases, kinds, atCard } = snapshot.cardCases
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<CaseOutcome | null>(null)
  const [busy, setBusy] = useState<ReadonlyMap<string, number>>(new Map())
  const selected = cases.find(({ caseId }) => caseId === selectedId) ?? null
  const { detail, reload, latest } = useCaseDetail(glass, shown ? selected : null)
  const open = detail.state === 'open' ? detail.detail : null
  const record = useCallback(
    ({ id, version, facts }: { readonly id: string; readonly version: number; readonly facts: CardCaseFacts }) =>
      send({ type: 'cardCaseFacts', caseId: id, version, facts }),
    [send],
  )
  const reloadVersion = useCallback(async (id: string) => (await reload(id))?.version ?? null, [reload])
  const { save, ...draft } = useDraft({
    held: open === null ? null : { id: open.row.caseId, version: open.version, facts: open.facts },
    empty: noFacts,
    record,
    reload: reloadVersion,
  })
  const { news, moved, seen } = useCaseNews(cases, shown ? selectedId : null)

  useEffect(() => {
    if (shown && selectedId !== null) seen(selectedId)
  }, [shown, selectedId, seen])

  const failed = (caseId: string, action: CaseActionName, code: FailureCode): void => {
    setOutcome({ kind: 'failed', caseId, action, code })
  }
  const saveFirst = async (caseId: string): Promise<boolean> => {
    const code = await save()
    if (code !== null) failed(caseId, 'save', code)
    return code === null
  }
  const attempt: CasesDesk['attempt'] = async (event) => {
    const { caseId } = event
    setOutcome(null)
    setBusy((before) => new Map(before).set(caseId, Date.now()))
    const code = await send(event)
    await reload(caseId)
    setBusy((before) => new Map([...before].filter(([other]) => other !== caseId)))
    return code
  }
  const perform = (action: CaseActionName, event: OnCase): void => {
    ask(null)
    void attempt(event).then((code) => {
      if (code !== null) failed(event.caseId, action, code)
    })
  }
  const whyNot = (action: CaseActionName) =>
    action === 'newCase'
      ? caseWhyNot(action, { row: { caseId: '', state: 'open', linkOutstanding: false }, detail: null, role: session.role, halted: snapshot.halted, busy: false, atCard })
      : selected === null
        ? null
        : caseWhyNot(action, { row: selected, detail: open, role: session.role, halted: snapshot.halted, busy: busy.has(selected.caseId), atCard })

  const run = (action: CaseActionName, { caseId, kind, state }: CardCaseRow): void => {
    switch (action) {
      case 'newCase':
        return ask({ kind: 'newCase' })
      case 'save':
        return void save(true).then((code) => {
          if (code !== null) failed(caseId, action, code)
        })
      case 'seeCard':
        return perform(action, { type: 'cardCaseSeeCard', caseId })
      case 'typeFace':
        return ask({ kind: 'caseFace', caseId })
      case 'printForm':
      case 'printLetter':
        return ask({ kind: 'casePaper', caseId, paper: action === 'printForm' ? 'applicationForm' : 'inquiryLetter' })
      case 'inquiry':
        return ask({ kind: state === 'awaitingAnswer' ? 'caseAnswer' : 'casePosted', caseId })
      case 'secondPerson':
        return ask({ kind: 'caseSecondPerson', caseId })
      case 'ready':
        return perform(action, { type: 'cardCaseReady', caseId })
      case 'begin':
        // Ordered at once, without a card, and never undone: the one beginning that asks.
        if (kind === 'suspension') return ask({ kind: 'caseBegin', caseId })
        return perform(action, { type: 'cardCaseBegin', caseId })
      case 'repeat':
        return perform(action, { type: 'cardCaseBegin', caseId })
      case 'takeBack':
        return perform(action, { type: 'cardCaseTakeBack', caseId })
      case 'link':
        return perform(action, { type: 'cardCaseLink', caseId })
      case 'refuse':
        return ask({ kind: 'caseRefuse', caseId })
      case 'withdraw':
        return ask({ kind: 'caseWithdraw', caseId })
    }
  }
  const start = (action: CaseActionName): void => {
    if (action === 'newCase') {
      if (whyNot(action) === null) ask({ kind: 'newCase' })
      return
    }
    if (selected === null) return
    const { caseId } = selected
    void (async () => {
      // What is judged is what was ticked, not what was recorded before.
      if (action !== 'save' && draft.state !== 'saved' && !(await saveFirst(caseId))) return
      const fresh = latest()
      const why = caseWhyNot(action, { row: fresh?.row ?? selected, detail: fresh, role: session.role, halted: snapshot.halted, busy: busy.has(caseId), atCard })
      if (why === null) run(action, selected)
      else setOutcome({ kind: 'cannot', caseId, action, why })
    })()
  }

  const leave = (): void => {
    void save()
  }
  const desk: CasesDesk = {
    glass,
    kinds,
    all: cases,
    rows: listedCases(cases, filter),
    news,
    selected,
    select: (caseId) => {
      leave()
      setSelectedId(caseId)
      setOutcome(null)
    },
    detail,
    draft,
    outcome: outcome?.caseId === selected?.caseId ? outcome : null,
    clearOutcome: () => {
      setOutcome(null)
    },
    busySince: selected === null ? null : (busy.get(selected.caseId) ?? null),
    whyNot,
    start,
    perform,
    attempt,
    open: async (event) => {
      const code = await send(event)
      if (code === null) {
        leave()
        setSelectedId(event.caseId)
        setOutcome(null)
      }
      return code
    },
  }
  return { desk, moved, leave }
}

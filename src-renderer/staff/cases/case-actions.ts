import type { CardCaseDetail, CardCaseRow, CardCaseState, Role } from '../../../src-preload/contract.ts'

/** What a clerk can do about a card case. */
export type CaseActionName =
  | 'newCase'
  | 'save'
  | 'seeCard'
  | 'typeFace'
  | 'printForm'
  | 'printLetter'
  | 'inquiry'
  | 'secondPerson'
  | 'ready'
  | 'begin'
  | 'repeat'
  | 'takeBack'
  | 'link'
  | 'refuse'
  | 'withdraw'

/** Why an action is not open now; said beside its key. */
export type CaseWhyNot =
  | 'busy'
  | 'notAllowed'
  | 'halted'
  | 'loading'
  | 'missing'
  | 'barred'
  | 'notReady'
  | 'alreadyReady'
  | 'atCard'
  | 'notAtCard'
  | 'otherAtCard'
  | 'uncertain'
  | 'underWay'
  | 'awaitingAnswer'
  | 'notNeeded'
  | 'given'
  | 'noPaper'
  | 'supervisorOnly'
  | 'finished'

export interface CaseSituation {
  readonly row: Pick<CardCaseRow, 'caseId' | 'state' | 'linkOutstanding'>
  /** Null while it is not there. */
  readonly detail: CardCaseDetail | null
  readonly role: Role
  readonly halted: boolean
  readonly busy: boolean
  /** The case whose card the resident's screen asks for now. */
  readonly atCard: string | null
}

type Table = Readonly<Record<CardCaseState, CaseWhyNot | null>>

const over = { done: 'finished', refused: 'finished', withdrawn: 'finished' } as const
const gathering: Table = { ...over, open: null, awaitingAnswer: null, ready: null, atCard: 'atCard', uncertain: 'uncertain' }
const always: Table = { open: null, awaitingAnswer: null, ready: null, atCard: null, uncertain: null, done: null, refused: null, withdrawn: null }

/** Null: open in this state. The same table that main keeps; main refuses all the same. */
const byState: Readonly<Record<CaseActionName, Table>> = {
  newCase: always,
  save: gathering,
  seeCard: gathering,
  // Typed again after a restart, where an order has to be repeated: it was in memory alone.
  typeFace: { ...gathering, uncertain: null },
  printForm: { ...always, refused: 'finished', withdrawn: 'finished' },
  printLetter: { ...always, ...over },
  inquiry: { ...over, open: null, awaitingAnswer: null, ready: 'notNeeded', atCard: 'atCard', uncertain: 'uncertain' },
  secondPerson: { ...over, open: null, awaitingAnswer: 'awaitingAnswer', ready: 'alreadyReady', atCard: 'atCard', uncertain: 'uncertain' },
  ready: { ...over, open: null, awaitingAnswer: 'awaitingAnswer', ready: 'alreadyReady', atCard: 'atCard', uncertain: 'uncertain' },
  begin: { ...over, open: 'notReady', awaitingAnswer: 'awaitingAnswer', ready: null, atCard: 'atCard', uncertain: 'uncertain' },
  repeat: { ...over, open: 'notReady', awaitingAnswer: 'awaitingAnswer', ready: 'notReady', atCard: 'atCard', uncertain: null },
  takeBack: { ...over, open: 'notAtCard', awaitingAnswer: 'notAtCard', ready: 'notAtCard', atCard: null, uncertain: 'notAtCard' },
  link: { open: 'notReady', awaitingAnswer: 'notReady', ready: 'notReady', atCard: 'atCard', uncertain: 'uncertain', done: null, refused: 'finished', withdrawn: 'finished' },
  refuse: gathering,
  withdraw: { ...gathering, uncertain: null },
}

/** An order went out, or may have: what the case is about stands from then on. */
const isUnderWay = ({ orders }: CardCaseDetail): boolean => orders.some(({ state }) => state !== 'pending')

/** @returns null when the action may be done now, else why not. */
export function caseWhyNot(action: CaseActionName, situation: CaseSituation): CaseWhyNot | null {
  const { row, role, halted, busy } = situation
  if (role === 'maintainer') return 'notAllowed'
  const reason = byState[action][row.state] ?? byDetail(action, situation)
  if (reason !== null) return reason
  if (halted) return 'halted'
  return busy ? 'busy' : null
}

function byDetail(action: CaseActionName, { row, detail, role, atCard }: CaseSituation): CaseWhyNot | null {
  if (action === 'newCase') return null
  if (detail === null) return 'loading'
  const underWay = isUnderWay(detail)
  switch (action) {
    case 'printForm':
      return detail.papers.includes('applicationForm') ? null : 'noPaper'
    case 'printLetter':
      return detail.papers.includes('inquiryLetter') ? null : 'noPaper'
    case 'inquiry':
      if (row.state === 'awaitingAnswer') return null
      if (!detail.papers.includes('inquiryLetter') || detail.inquiry !== null) return 'notNeeded'
      return isBarred(detail) ? 'barred' : null
    case 'secondPerson':
      if (detail.secondPerson.needed === 'none') return 'notNeeded'
      if (detail.secondPerson.given !== null) return 'given'
      // What will not stand is not worth a colleague's look.
      return detail.findings.some(({ key }) => key !== 'secondPerson') ? 'missing' : null
    case 'ready':
      if (isBarred(detail)) return 'barred'
      return detail.findings.length > 0 ? 'missing' : null
    case 'typeFace':
      return null
    case 'begin':
    case 'repeat':
      return atCard !== null && atCard !== row.caseId ? 'otherAtCard' : null
    case 'link':
      return row.linkOutstanding ? null : 'notNeeded'
    case 'save':
    case 'seeCard':
    case 'refuse':
      return underWay ? 'underWay' : null
    case 'withdraw':
      return underWay && role !== 'supervisor' ? 'supervisorOnly' : null
    case 'takeBack':
      return detail.orders.some(({ state }) => state === 'begun') ? 'underWay' : null
  }
}

const isBarred = ({ findings }: CardCaseDetail): boolean => findings.some(({ level }) => level === 'barred')

export type CaseStep = 'inquiry' | 'printForm' | 'secondPerson' | 'ready' | 'begin'

const doneFrom: readonly CardCaseState[] = ['ready', 'atCard', 'uncertain', 'done']

/** The steps of the work that this case needs, in order, and which of them it has behind it. */
export function caseSteps(row: Pick<CardCaseRow, 'state'>, detail: CardCaseDetail | null): { step: CaseStep; done: boolean; next: boolean }[] {
  const passed = doneFrom.includes(row.state)
  const steps: { step: CaseStep; done: boolean }[] = []
  if (detail?.papers.includes('inquiryLetter') === true) steps.push({ step: 'inquiry', done: (detail.inquiry?.receivedOn ?? null) !== null })
  if (detail?.papers.includes('applicationForm') === true) steps.push({ step: 'printForm', done: passed || detail.facts.formSigned })
  if (detail !== null && detail.secondPerson.needed !== 'none') steps.push({ step: 'secondPerson', done: detail.secondPerson.given !== null })
  steps.push({ step: 'ready', done: passed }, { step: 'begin', done: row.state === 'done' })
  const ended = row.state === 'refused' || row.state === 'withdrawn'
  const next = steps.findIndex(({ done }) => !done)
  return steps.map((step, index) => ({ ...step, next: !ended && index === next }))
}

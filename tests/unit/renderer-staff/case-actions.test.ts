import { describe, expect, it } from 'vitest'
import { caseTransitions } from '../../../src-main/queue/cases/case-transitions.ts'
import { caseSteps, caseWhyNot, type CaseActionName, type CaseSituation } from '../../../src-renderer/staff/cases/case-actions.ts'
import { cardCaseStateSchema, noFacts, type CardCaseDetail, type CardCaseState } from '../../../src-preload/contract.ts'

const states = cardCaseStateSchema.options

const detailIn = (state: CardCaseState, over: Partial<CardCaseDetail> = {}): CardCaseDetail => ({
  row: { caseId: 'a', number: 'K-001', openedAt: '2026-11-21T03:00:00.000Z', kind: 'pinReset', state, answerDueOn: null, answerOverdue: false, linkOutstanding: state === 'done', failure: null },
  version: 1,
  subject: { name: '見本　花子', kana: null, birthDate: '1980-04-05', address: '見本市', under15: false },
  card: null,
  facts: noFacts,
  findings: [],
  guidance: [],
  required: { actorIdentity: [], principalIdentity: [] },
  pinsToEnter: [],
  pinsToSet: [],
  orders: [{ work: 'resetPins', state: 'pending' }],
  feeYen: 0,
  secondPerson: { needed: 'otherClerk', given: null },
  inquiry: null,
  papers: ['applicationForm', 'inquiryLetter'],
  choices: { actors: ['self'], documents: [], authorityDocuments: [] },
  history: [],
  ...over,
})

const situation = (state: CardCaseState, over: Partial<CaseSituation> = {}): CaseSituation => {
  const detail = detailIn(state)
  return { row: detail.row, detail, role: 'clerk', halted: false, busy: false, atCard: state === 'atCard' ? 'a' : null, ...over }
}

const open = (action: CaseActionName): CardCaseState[] => states.filter((state) => caseWhyNot(action, situation(state)) === null)

/** What main's table calls it. */
const changeOf = {
  save: 'recordFacts',
  seeCard: 'seeCard',
  secondPerson: 'confirm',
  ready: 'makeReady',
  takeBack: 'takeBack',
  refuse: 'refuse',
  withdraw: 'withdraw',
  link: 'linked',
} as const

describe('which actions on a card case are open', () => {
  it.each(Object.entries(changeOf))('%s is open exactly where main lets the case go on', (action, change) => {
    expect(open(action as CaseActionName)).toEqual(states.filter((state) => caseTransitions[change][state] !== undefined))
  })

  it('begins what is ready and repeats what is uncertain, which main takes for the same', () => {
    expect([...open('begin'), ...open('repeat')]).toEqual(states.filter((state) => caseTransitions.begin[state] !== undefined))
  })

  it('posts an inquiry once, and takes the answer to it', () => {
    expect(open('inquiry')).toEqual(['open', 'awaitingAnswer'])
    const inquiry = { postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: '2026-11-09', accepted: true }
    expect(caseWhyNot('inquiry', situation('open', { detail: detailIn('open', { inquiry }) }))).toBe('notNeeded')
  })

  it('neither confirms nor asks a colleague while something is missing', () => {
    const lacking = detailIn('open', { findings: [{ key: 'formNotSigned', level: 'missing', pins: [] }, { key: 'secondPerson', level: 'missing', pins: [] }] })
    expect(caseWhyNot('ready', situation('open', { detail: lacking }))).toBe('missing')
    expect(caseWhyNot('secondPerson', situation('open', { detail: lacking }))).toBe('missing')
    const whole = detailIn('open', { findings: [{ key: 'secondPerson', level: 'missing', pins: [] }] })
    expect(caseWhyNot('secondPerson', situation('open', { detail: whole }))).toBeNull()
    const barred = detailIn('open', { findings: [{ key: 'personOnly', level: 'barred', pins: [] }] })
    expect(caseWhyNot('ready', situation('open', { detail: barred }))).toBe('barred')
  })

  it('leaves alone what was begun: nobody refuses it, and only a supervisor gives it up', () => {
    const begun = detailIn('uncertain', { orders: [{ work: 'resetPins', state: 'uncertain' }] })
    expect(caseWhyNot('withdraw', situation('uncertain', { detail: begun }))).toBe('supervisorOnly')
    expect(caseWhyNot('withdraw', situation('uncertain', { detail: begun, role: 'supervisor' }))).toBeNull()
    const half = detailIn('ready', { orders: [{ work: 'release', state: 'done' }, { work: 'issueCertificates', state: 'pending' }] })
    for (const action of ['save', 'seeCard', 'refuse'] as const) expect(caseWhyNot(action, situation('ready', { detail: half }))).toBe('underWay')
    expect(caseWhyNot('begin', situation('ready', { detail: half }))).toBeNull()
  })

  it('has one case at the card at a time', () => {
    expect(caseWhyNot('begin', situation('ready', { atCard: 'b' }))).toBe('otherAtCard')
    expect(caseWhyNot('repeat', situation('uncertain', { atCard: 'b' }))).toBe('otherAtCard')
  })

  it('does nothing while halted, busy, not opened, or for those who look after the machine only', () => {
    expect(caseWhyNot('ready', situation('open', { halted: true }))).toBe('halted')
    expect(caseWhyNot('newCase', situation('open', { halted: true }))).toBe('halted')
    expect(caseWhyNot('ready', situation('open', { busy: true }))).toBe('busy')
    expect(caseWhyNot('ready', situation('open', { detail: null }))).toBe('loading')
    for (const state of states) expect(caseWhyNot('begin', situation(state, { role: 'maintainer' }))).toBe('notAllowed')
  })
})

describe('the steps of a card case', () => {
  const marks = (state: CardCaseState, over: Partial<CardCaseDetail>) => {
    const detail = detailIn(state, over)
    return caseSteps(detail.row, detail).map(({ step, done, next }) => `${step}${done ? ' done' : ''}${next ? ' next' : ''}`)
  }

  it('are those that the case needs, one of them next', () => {
    expect(marks('open', { papers: ['applicationForm'] })).toEqual(['printForm next', 'secondPerson', 'ready', 'begin'])
    expect(marks('open', { papers: ['applicationForm', 'inquiryLetter'], secondPerson: { needed: 'none', given: null } })).toEqual(['inquiry next', 'printForm', 'ready', 'begin'])
    expect(marks('ready', { papers: [], secondPerson: { needed: 'otherClerk', given: 'mado02' } })).toEqual(['secondPerson done', 'ready done', 'begin next'])
    expect(marks('done', { papers: [], secondPerson: { needed: 'none', given: null } })).toEqual(['ready done', 'begin done'])
  })

  it('have no next one where the case has ended', () => {
    for (const state of ['refused', 'withdrawn'] as const) expect(marks(state, {}).some((mark) => mark.endsWith('next'))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { ok, fail } from '../../../../src-main/failures/result.ts'
import type { StaffAccount } from '../../../../src-main/staff/staff-accounts.ts'
import { cardCaseDetailSchema, cardCasesSchema, cardLookSchema, noFacts, residentHitsSchema, type CardCaseEvent, type CardCaseState, type FailureCode } from '../../../../src-preload/contract.ts'
import { chief, codeOf, CardCaseHouse, maintainer, must, password, sato, suzuki } from '../../../fixtures/procedures/card-case-house.ts'
import { certificateOf, hanako, resetFacts, seenCard, stranger } from '../../../fixtures/procedures/card-cases.ts'
import { person } from '../../../fixtures/procedures/households.ts'
import { withoutChance } from '../../../fixtures/chance.ts'

type OnCase = Exclude<CardCaseEvent['type'], 'cardCaseOpen'>
type Answer = FailureCode | 'ok'

const today = '2026-11-20'
const onCase: Readonly<Record<OnCase, (caseId: string, version: number) => CardCaseEvent>> = {
  cardCaseFacts: (caseId, version) => ({ type: 'cardCaseFacts', caseId, version, facts: resetFacts }),
  cardCaseSeeCard: (caseId) => ({ type: 'cardCaseSeeCard', caseId }),
  cardCaseFace: (caseId) => ({ type: 'cardCaseFace', caseId, expiresOn: '2030-04-05', securityCode: '1234' }),
  cardCasePrint: (caseId) => ({ type: 'cardCasePrint', caseId, paper: 'applicationForm' }),
  cardCaseInquiryPosted: (caseId) => ({ type: 'cardCaseInquiryPosted', caseId, postedOn: today }),
  cardCaseAnswerReceived: (caseId) => ({ type: 'cardCaseAnswerReceived', caseId, receivedOn: '2026-11-25', accepted: true }),
  cardCaseSecondPerson: (caseId) => ({ type: 'cardCaseSecondPerson', caseId, accountId: suzuki.accountId, password }),
  cardCaseReady: (caseId) => ({ type: 'cardCaseReady', caseId }),
  cardCaseBegin: (caseId) => ({ type: 'cardCaseBegin', caseId }),
  cardCaseTakeBack: (caseId) => ({ type: 'cardCaseTakeBack', caseId }),
  cardCaseRefuse: (caseId) => ({ type: 'cardCaseRefuse', caseId, reason: 'documentsDoubtful', note: '' }),
  cardCaseWithdraw: (caseId) => ({ type: 'cardCaseWithdraw', caseId, note: '' }),
  cardCaseLink: (caseId) => ({ type: 'cardCaseLink', caseId }),
}
const eventTypes = Object.keys(onCase) as OnCase[]

const agentFacts = { ...resetFacts, actor: 'agent', representative: { name: '見本　太郎', address: '見本市', relationship: '夫', phone: '' } } as const

/** Makes a case of that state, on a desk of its own. */
const made: Readonly<Record<CardCaseState, (house: CardCaseHouse) => Promise<string>>> = {
  open: (house) => house.complete(),
  awaitingAnswer: async (house) => {
    const caseId = await house.open()
    must(await house.facts(caseId, agentFacts))
    must(await house.desk.dispatch(onCase.cardCaseInquiryPosted(caseId, 0), sato))
    house.clock.advance(5 * 24 * 60 * 60 * 1000)
    return caseId
  },
  ready: (house) => house.ready(),
  atCard: (house) => house.atCard(),
  uncertain: async (house) => {
    const caseId = await house.atCard()
    house.world.answers.push('doneButLost')
    must(await house.desk.work.prove(caseId, { certificate: certificateOf('1a'), attributes: null }))
    await house.desk.work.perform(caseId, { userAuthentication: new Uint8Array(4) }, { transmit: () => Promise.resolve(fail('CARD-REMOVED')) })
    must(house.desk.work.giveUp(caseId, null))
    return caseId
  },
  done: async (house) => {
    const caseId = await house.atCard()
    must(await house.desk.work.prove(caseId, { certificate: certificateOf('1a'), attributes: null }))
    must(await house.desk.work.perform(caseId, { userAuthentication: new Uint8Array(4) }, { transmit: () => Promise.resolve(fail('CARD-REMOVED')) }))
    must(await house.desk.work.finish(caseId, null))
    return caseId
  },
  refused: async (house) => {
    const caseId = await house.open()
    must(await house.desk.dispatch(onCase.cardCaseRefuse(caseId, 0), sato))
    return caseId
  },
  withdrawn: async (house) => {
    const caseId = await house.open()
    must(await house.desk.dispatch(onCase.cardCaseWithdraw(caseId, 0), sato))
    return caseId
  },
}
const states = Object.keys(made) as CardCaseState[]

/** What a clerk is answered in each state; where nothing stands, CASE-STATE. */
const answers: Readonly<Record<CardCaseState, Partial<Record<OnCase, Answer>>>> = {
  open: { cardCaseFacts: 'ok', cardCaseSeeCard: 'ok', cardCaseInquiryPosted: 'CASE-RULE', cardCaseSecondPerson: 'ok', cardCaseReady: 'ok', cardCaseRefuse: 'ok', cardCaseWithdraw: 'ok' },
  awaitingAnswer: { cardCaseFacts: 'ok', cardCaseSeeCard: 'ok', cardCaseAnswerReceived: 'ok', cardCaseReady: 'CASE-RULE', cardCaseRefuse: 'ok', cardCaseWithdraw: 'ok' },
  ready: { cardCaseFacts: 'ok', cardCaseSeeCard: 'ok', cardCaseInquiryPosted: 'CASE-RULE', cardCaseBegin: 'ok', cardCaseRefuse: 'ok', cardCaseWithdraw: 'ok' },
  atCard: { cardCaseInquiryPosted: 'CASE-RULE', cardCaseTakeBack: 'ok' },
  uncertain: { cardCaseInquiryPosted: 'CASE-RULE', cardCaseBegin: 'ok', cardCaseWithdraw: 'STAFF-NOT-ALLOWED' },
  done: { cardCaseInquiryPosted: 'CASE-RULE', cardCaseWithdraw: 'STAFF-NOT-ALLOWED' },
  refused: { cardCaseInquiryPosted: 'CASE-RULE', cardCaseReady: 'CASE-RULE' },
  withdrawn: { cardCaseInquiryPosted: 'CASE-RULE', cardCaseReady: 'CASE-RULE' },
}
const always: Partial<Record<OnCase, Answer>> = { cardCaseFace: 'ok', cardCasePrint: 'ok' }

describe.each(states)('a case that is %s', (state) => {
  it.each(eventTypes)('answers %s as the table says, to a clerk', async (type) => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await made[state](house)
    const before = house.stored(caseId)
    expect(before.state).toBe(state)
    const answer = codeOf(await house.desk.dispatch(onCase[type](caseId, before.version), sato))
    expect(answer).toBe(answers[state][type] ?? always[type] ?? 'CASE-STATE')
    if (answer !== 'ok') expect(house.stored(caseId).state).toBe(state)
  })

  it('answers nothing to a maintainer', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await made[state](house)
    const before = house.stored(caseId)
    for (const type of eventTypes) expect(codeOf(await house.desk.dispatch(onCase[type](caseId, before.version), maintainer))).toBe('STAFF-NOT-ALLOWED')
    expect(codeOf(await house.desk.detail(caseId, maintainer))).toBe('STAFF-NOT-ALLOWED')
    expect(codeOf(await house.desk.paper(caseId, 'applicationForm', maintainer))).toBe('STAFF-NOT-ALLOWED')
    expect(house.stored(caseId)).toEqual(before)
    expect(house.jobs).toEqual([])
  })

  it('shows itself as the contract says', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await made[state](house)
    const detail = must(await house.desk.detail(caseId, sato))
    expect(cardCaseDetailSchema.parse(detail).row.state).toBe(state)
    expect(cardCasesSchema.parse(house.desk.view(true)).cases.map((row) => row.caseId)).toContain(caseId)
    expect(house.desk.view(false)).toEqual({ kinds: [], cases: [], atCard: null })
  })
})

it('an uncertain case is ended for good by a supervisor only', async () => {
  const house = new CardCaseHouse()
  await house.accounts()
  const caseId = await made.uncertain(house)
  expect(codeOf(await house.desk.dispatch(onCase.cardCaseWithdraw(caseId, 0), chief))).toBe('ok')
  expect(house.stored(caseId).state).toBe('withdrawn')
})

it('what no case is known by is refused', async () => {
  const house = new CardCaseHouse()
  for (const type of eventTypes) expect(codeOf(await house.desk.dispatch(onCase[type]('f'.repeat(32), 1), sato))).toBe('CASE-NOT-FOUND')
})

describe('looking for people', () => {
  it('is written down with who looked and how many were found, without what was asked or found', async () => {
    const house = new CardCaseHouse()
    const found = must(await house.desk.search('見本', '1980-04-05', sato))
    expect(residentHitsSchema.parse(found).hits.map(({ name }) => name)).toEqual(['見本　花子'])
    expect(house.events().at(-1)).toEqual({ type: 'resident-searched', actor: 'sato', hits: 1, code: null })
    expect(withoutChance(JSON.stringify(house.events()))).not.toMatch(/花子|1980|10000102/u)
  })

  it('gives twenty at most, and says that there are more', async () => {
    const house = new CardCaseHouse(({ holders }) => {
      for (let index = 0; index < 25; index += 1) holders.set(`3000${index}`, { resident: person(`3000${index}`, `同姓　${index}`), address: '見本市', protected: false, householdNames: [] })
    })
    const found = must(await house.desk.search('同姓', '1980-04-05', sato))
    expect(found.hits).toHaveLength(20)
    expect(found.more).toBe(true)
  })

  it('gives nobody where it can not be written down', async () => {
    const house = new CardCaseHouse()
    house.auditFails = 'STORE-FULL'
    expect(codeOf(await house.desk.search('見本', '1980-04-05', sato))).toBe('STORE-FULL')
    expect(codeOf(await house.desk.look(null, sato))).toBe('STORE-FULL')
  })

  it('that failed is written down as well', async () => {
    const house = new CardCaseHouse((world) => (world.directoryFails = 'REGISTRY-UNAVAILABLE'))
    expect(codeOf(await house.desk.search('見本', '1980-04-05', sato))).toBe('REGISTRY-UNAVAILABLE')
    expect(house.events().at(-1)).toEqual({ type: 'resident-searched', actor: 'sato', hits: null, code: 'REGISTRY-UNAVAILABLE' })
  })

  it('by the card finds its holder and what the card says, and is written down', async () => {
    const house = new CardCaseHouse()
    const look = cardLookSchema.parse(must(await house.desk.look(null, sato)))
    expect(look).toMatchObject({ hit: { name: '見本　花子' }, card: seenCard() })
    expect(house.events().at(-1)).toEqual({ type: 'card-looked-at', actor: 'sato', by: 'certificate', outcome: 'success', code: null })
  })

  it('keeps the address of a protected person off the screen', async () => {
    const house = new CardCaseHouse(({ holders }) => {
      const holder = holders.get(hanako)
      if (holder !== undefined) holders.set(hanako, { ...holder, protected: true })
    })
    expect(must(await house.desk.look(null, sato)).hit.address).toBeNull()
    expect(must(await house.desk.search('見本', '1980-04-05', sato)).hits[0]?.address).toBeNull()
  })

  const face = { birthDate: '1980-04-05', expiresOn: '2030-04-05', securityCode: '1234' }
  const attributes = { name: '見本　花子', address: '見本市', birthDate: '1980-04-05', sex: '2' } as const

  it('by what the face opened finds the one person that it fits', async () => {
    const house = new CardCaseHouse((world) => (world.looked = ok({ seen: seenCard(), certificate: null, attributes })))
    expect(must(await house.desk.look(face, sato)).hit.name).toBe('見本　花子')
    expect(house.events().at(-1)).toMatchObject({ type: 'card-looked-at', by: 'face', outcome: 'success' })
  })

  it('by what the face opened finds nobody where it fits two', async () => {
    const house = new CardCaseHouse((world) => {
      world.looked = ok({ seen: seenCard(), certificate: null, attributes })
      world.holders.set('3', { resident: person('3', '見本　花子'), address: '', protected: false, householdNames: [] })
    })
    expect(codeOf(await house.desk.look(face, sato))).toBe('RESIDENT-NOT-FOUND')
    expect(house.events().at(-1)).toMatchObject({ type: 'card-looked-at', outcome: 'failure', code: 'RESIDENT-NOT-FOUND' })
  })
})

describe('opening a case', () => {
  const caseId = '9'.repeat(32)
  const openedFor = (house: CardCaseHouse, subject: string, account: StaffAccount = sato, kind: 'pinReset' | 'cardReturn' = 'pinReset') =>
    house.desk.dispatch({ type: 'cardCaseOpen', caseId, subject, kind }, account)

  it('is for whom this clerk has looked up in this sign-in, and nobody else', async () => {
    const house = new CardCaseHouse()
    const { subject } = must(await house.desk.look(null, sato)).hit
    expect(codeOf(await openedFor(house, hanako))).toBe('RESIDENT-NOT-FOUND')
    expect(codeOf(await openedFor(house, subject, suzuki))).toBe('RESIDENT-NOT-FOUND')
    house.desk.signedOut()
    expect(codeOf(await openedFor(house, subject))).toBe('RESIDENT-NOT-FOUND')
    expect(house.desk.view(true).cases).toEqual([])
  })

  it('twice by the same event is one case; for somebody else under the same id it is none', async () => {
    const house = new CardCaseHouse()
    const { subject } = must(await house.desk.look(null, sato)).hit
    expect(codeOf(await openedFor(house, subject))).toBe('ok')
    expect(codeOf(await openedFor(house, subject))).toBe('ok')
    expect(house.desk.view(true).cases).toHaveLength(1)
    house.world.looked = ok({ seen: seenCard(), certificate: certificateOf('2b'), attributes: null })
    const other = must(await house.desk.look(null, sato)).hit.subject
    expect(codeOf(await openedFor(house, other))).toBe('CASE-STATE')
  })

  it('of a kind that this terminal does not do is refused', async () => {
    const house = new CardCaseHouse((world) => (world.kinds = ['pinReset']))
    const { subject } = must(await house.desk.look(null, sato)).hit
    expect(codeOf(await openedFor(house, subject, sato, 'cardReturn'))).toBe('CASE-NOT-COMMISSIONED')
    expect(codeOf(await openedFor(house, subject, maintainer))).toBe('STAFF-NOT-ALLOWED')
  })

  it('keeps what the card said when it was found by it', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    expect(must(await house.desk.detail(opened, sato)).card).toEqual(seenCard())
  })
})

describe('taking facts down', () => {
  it('from an older picture of the case is refused', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    const { version } = house.stored(opened)
    must(await house.facts(opened, resetFacts))
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseFacts', caseId: opened, version, facts: noFacts }, suzuki))).toBe('CASE-STATE')
    expect(must(await house.desk.detail(opened, sato)).facts).toEqual(resetFacts)
  })

  it('leaves no name, no document and no note in log or row', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    must(await house.facts(opened, { ...agentFacts, actorDocuments: ['passport'] }))
    must(await house.desk.dispatch({ type: 'cardCaseRefuse', caseId: opened, reason: 'other', note: '見本太郎さんの様子' }, sato))
    const seen = JSON.stringify([house.events(), house.stored(opened), house.desk.view(true)])
    expect(seen).not.toMatch(/見本|太郎|花子|passport|様子|10000102/u)
    expect(must(await house.desk.detail(opened, sato)).history.at(-1)?.reason).toBe('other: 見本太郎さんの様子')
  })

  it('of a card of somebody else is refused', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    house.world.looked = ok({ seen: seenCard(), certificate: certificateOf('2b'), attributes: null })
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseSeeCard', caseId: opened }, sato))).toBe('CASE-OTHER-CARD')
    house.world.looked = ok({ seen: seenCard(), certificate: certificateOf('77'), attributes: null })
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseSeeCard', caseId: opened }, sato))).toBe('CASE-OTHER-CARD')
    expect(stranger).not.toBe(hanako)
  })
})

describe('the second pair of eyes', () => {
  const confirmable = async (): Promise<[CardCaseHouse, string]> => {
    const house = new CardCaseHouse()
    await house.accounts()
    const opened = await house.open()
    must(await house.facts(opened, resetFacts))
    return [house, opened]
  }

  it('is never that of the clerk who acts, nor of whoever took the facts down', async () => {
    const [house, opened] = await confirmable()
    expect(codeOf(await house.confirm(opened, sato, sato))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.confirm(opened, sato, suzuki))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.confirm(opened, suzuki, suzuki))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseReady', caseId: opened }, sato))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.confirm(opened, suzuki, sato))).toBe('ok')
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseReady', caseId: opened }, sato))).toBe('ok')
  })

  it('of somebody who took down what has been replaced since is another pair', async () => {
    const [house, opened] = await confirmable()
    must(await house.desk.dispatch({ type: 'cardCaseSeeCard', caseId: opened }, suzuki))
    must(await house.facts(opened, resetFacts, suzuki))
    expect(codeOf(await house.confirm(opened, sato, suzuki))).toBe('ok')
  })

  it('needs the right password of somebody who may, and each attempt is written down', async () => {
    const [house, opened] = await confirmable()
    expect(codeOf(await house.confirm(opened, suzuki, sato, 'wrong password'))).toBe('STAFF-BAD-CREDENTIALS')
    expect(house.events().at(-1)).toMatchObject({ type: 'staff-signed-in', actor: 'suzuki', outcome: 'failure' })
    expect(codeOf(await house.confirm(opened, maintainer))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.confirm(opened, { ...sato, accountId: 'SATO ' }))).not.toBe('ok')
    expect(house.stored(opened).secondPerson).toBeNull()
  })

  it('has to be a supervisor where the rules say so', async () => {
    const house = new CardCaseHouse((world) => {
      const { rules } = world
      world.rules = { ...rules, kinds: { ...rules.kinds, pinReset: { ...rules.kinds.pinReset, secondPerson: 'supervisor' } } }
    })
    await house.accounts()
    const opened = await house.open()
    must(await house.facts(opened, resetFacts))
    expect(codeOf(await house.confirm(opened, suzuki))).toBe('CASE-NEEDS-SECOND-PERSON')
    expect(codeOf(await house.confirm(opened, chief))).toBe('ok')
  })

  it('has seen nothing of facts that were changed afterwards', async () => {
    const [house, opened] = await confirmable()
    must(await house.confirm(opened))
    must(await house.facts(opened, { ...resetFacts, pins: ['signature'] }))
    expect(house.stored(opened).secondPerson).toBeNull()
    expect(codeOf(await house.desk.dispatch({ type: 'cardCaseReady', caseId: opened }, sato))).toBe('CASE-NEEDS-SECOND-PERSON')
  })

  it('is not asked for where nobody is needed', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const opened = await house.open('certificateIssue')
    expect(codeOf(await house.confirm(opened))).toBe('MESSAGE-ILL-TIMED')
  })
})

describe('the inquiry', () => {
  it('is not posted in the future, nor before the case, and its answer comes on another day', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    must(await house.facts(opened, agentFacts))
    const posted = (postedOn: string) => house.desk.dispatch({ type: 'cardCaseInquiryPosted', caseId: opened, postedOn }, sato)
    const received = (receivedOn: string) => house.desk.dispatch({ type: 'cardCaseAnswerReceived', caseId: opened, receivedOn, accepted: true }, sato)
    expect(codeOf(await posted('2026-11-21'))).toBe('MESSAGE-INVALID')
    expect(codeOf(await posted('2026-11-19'))).toBe('MESSAGE-INVALID')
    expect(codeOf(await posted(today))).toBe('ok')
    expect(codeOf(await received(today))).toBe('MESSAGE-INVALID')
    expect(codeOf(await received('2026-11-21'))).toBe('MESSAGE-INVALID')
    house.clock.advance(3 * 24 * 60 * 60 * 1000)
    expect(codeOf(await received('2026-11-23'))).toBe('ok')
  })

  it('is not sent about somebody who is not entitled', async () => {
    const house = new CardCaseHouse(({ holders }) => {
      const holder = holders.get(hanako)
      if (holder !== undefined) holders.set(hanako, { ...holder, protected: true })
    })
    const opened = await house.open()
    must(await house.facts(opened, agentFacts))
    expect(codeOf(await house.desk.dispatch(onCase.cardCaseInquiryPosted(opened, 0), sato))).toBe('CASE-RULE')
  })

  it('shows an answer that is late', async () => {
    const house = new CardCaseHouse()
    const opened = await made.awaitingAnswer(house)
    expect(house.desk.view(true).cases).toMatchObject([{ caseId: opened, answerDueOn: '2026-12-20', answerOverdue: false }])
    house.clock.advance(40 * 24 * 60 * 60 * 1000)
    expect(house.desk.view(true).cases).toMatchObject([{ caseId: opened, answerOverdue: true }])
  })
})

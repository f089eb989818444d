import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import type { CardWorkOutcome } from '../../../../src-main/procedures/card-cases/card-work-task.ts'
import type { CardCaseFacts, CardCaseKind, FailureCode, PinKind } from '../../../../src-preload/contract.ts'
import { codeOf, CardCaseHouse, must, sato } from '../../../fixtures/procedures/card-case-house.ts'
import { certificateOf, hanako, seenCard } from '../../../fixtures/procedures/card-cases.ts'
import { withoutChance } from '../../../fixtures/chance.ts'

const channel = { transmit: () => Promise.resolve(fail('CARD-REMOVED')) }
const holdersCard = { certificate: certificateOf('1a'), attributes: null }
const issueFacts: Partial<CardCaseFacts> = { pins: [], certificates: ['userAuthentication', 'signature'], pinsKnown: ['signature', 'userAuthentication', 'residentRegister'] }
const usable = (house: CardCaseHouse): void => {
  house.world.looked = ok({ seen: seenCard({ tries: [] }), certificate: certificateOf('1a'), attributes: null })
}

async function atCard(kind: CardCaseKind = 'pinReset', facts: Partial<CardCaseFacts> = {}): Promise<[CardCaseHouse, string]> {
  const house = new CardCaseHouse()
  await house.accounts()
  if (kind !== 'pinReset') usable(house)
  return [house, await house.atCard(kind, facts)]
}

const newPins = (...pins: readonly PinKind[]) => Object.fromEntries(pins.map((pin) => [pin, new TextEncoder().encode('2580')]))
const begin = (house: CardCaseHouse, caseId: string): Promise<Result<void>> => house.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato)

async function performed(house: CardCaseHouse, caseId: string): Promise<Result<CardWorkOutcome>> {
  must(await house.desk.work.prove(caseId, holdersCard))
  return house.desk.work.perform(caseId, newPins(...(house.desk.work.task()?.choose ?? [])), channel)
}

const ordersOf = (house: CardCaseHouse) => house.world.asked.map(({ orderId, kind }) => ({ orderId, kind }))

describe('the task', () => {
  it('says what is asked of the holder, and is gone when the work is done', async () => {
    const [house, caseId] = await atCard()
    expect(house.desk.work.task()).toMatchObject({ caseId, number: 'K-001', kind: 'pinReset', enter: [], choose: ['userAuthentication'], pinFacts: { birthDate: '1980-04-05', expiresOn: null }, repeats: false })
    expect(house.desk.view(true).atCard).toBe(caseId)
    expect(must(await performed(house, caseId))).toEqual({ pins: 'set', readCertificateAgain: false })
    must(await house.desk.work.finish(caseId, null))
    expect(house.desk.work.task()).toBeNull()
    expect(house.stored(caseId).state).toBe('done')
  })

  it('carries what the clerk typed from the face, which is nowhere written down', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await house.ready()
    must(await house.desk.dispatch({ type: 'cardCaseFace', caseId, expiresOn: '2030-04-05', securityCode: '4711' }, sato))
    must(await begin(house, caseId))
    expect(house.desk.work.task()).toMatchObject({ face: { birthDate: '1980-04-05', securityCode: '4711' }, pinFacts: { expiresOn: '2030-04-05', securityCode: '4711' } })
    expect(withoutChance(JSON.stringify(house.events()))).not.toContain('4711')
  })

  it('is one at a time', async () => {
    const [house] = await atCard()
    const other = await house.ready()
    expect(codeOf(await begin(house, other))).toBe('CASE-STATE')
    expect(house.stored(other).state).toBe('ready')
  })

  it('comes back to the clerk when the resident’s side is taken', async () => {
    const house = new CardCaseHouse((world) => (world.started = fail('MESSAGE-ILL-TIMED')))
    await house.accounts()
    const caseId = await house.ready()
    expect(codeOf(await begin(house, caseId))).toBe('MESSAGE-ILL-TIMED')
    expect(house.stored(caseId).state).toBe('ready')
    expect(house.desk.work.task()).toBeNull()
  })

  it('taken back by the clerk tells whoever shows it', async () => {
    const [house, caseId] = await atCard()
    let told = 0
    const stop = house.desk.work.subscribe(() => (told += 1))
    must(await house.desk.dispatch({ type: 'cardCaseTakeBack', caseId }, sato))
    stop()
    expect(told).toBe(1)
    expect(codeOf(await house.desk.work.prove(caseId, holdersCard))).toBe('CASE-STATE')
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
    expect(codeOf(await house.desk.work.finish(caseId, null))).toBe('CASE-STATE')
    expect(codeOf(house.desk.work.giveUp(caseId, null))).toBe('ok')
    expect(house.world.asked).toEqual([])
    expect(house.stored(caseId).state).toBe('ready')
  })

  it('given up keeps with the case what stood in the way', async () => {
    const [house, caseId] = await atCard()
    must(house.desk.work.giveUp(caseId, 'PIN-BLOCKED'))
    expect(house.stored(caseId)).toMatchObject({ state: 'ready', failure: 'PIN-BLOCKED' })
    must(await begin(house, caseId))
    expect(house.stored(caseId).failure).toBeNull()
  })
})

describe('nothing is ordered for a card that was not proven', () => {
  it('the holder’s certificate proves it, and that is written down', async () => {
    const [house, caseId] = await atCard()
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
    expect(codeOf(await house.desk.work.prove(caseId, holdersCard))).toBe('ok')
    expect(house.events().at(-1)).toEqual({ type: 'card-case-card-proved', caseId, outcome: 'success', code: null })
  })

  it.each([
    ['somebody else’s certificate', { certificate: certificateOf('2b'), attributes: null }],
    ['a certificate that the registry does not know', { certificate: certificateOf('77'), attributes: null }],
    ['nothing that could be read', { certificate: null, attributes: null }],
    ['another name', { certificate: null, attributes: { name: '架空　他人', address: '', birthDate: '1980-04-05', sex: '2' } }],
    ['another birth date', { certificate: null, attributes: { name: '見本　花子', address: '', birthDate: '1981-04-05', sex: '2' } }],
    // Its certificate leads to another resident, whatever its attributes say.
    ['a certificate of somebody else under the holder’s name', { certificate: certificateOf('2b'), attributes: { name: '見本　花子', address: '', birthDate: '1980-04-05', sex: '2' } }],
  ] as const)('%s does not, and ends an earlier proof', async (_, seen) => {
    const [house, caseId] = await atCard()
    must(await house.desk.work.prove(caseId, holdersCard))
    expect(codeOf(await house.desk.work.prove(caseId, seen))).toBe('CASE-OTHER-CARD')
    expect(house.events().at(-1)).toEqual({ type: 'card-case-card-proved', caseId, outcome: 'failure', code: 'CASE-OTHER-CARD' })
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
    expect(house.world.asked).toEqual([])
  })

  it('the holder’s attributes do where there is no certificate, however the name is spaced', async () => {
    const [house, caseId] = await atCard()
    expect(codeOf(await house.desk.work.prove(caseId, { certificate: null, attributes: { name: '見本 花子', address: '', birthDate: '1980-04-05', sex: '2' } }))).toBe('ok')
  })

  it('a registry that is away proves nothing', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await house.atCard()
    house.world.directoryFails = 'REGISTRY-UNAVAILABLE'
    expect(codeOf(await house.desk.work.prove(caseId, holdersCard))).toBe('REGISTRY-UNAVAILABLE')
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
  })

  it('a proof that can not be written down is none', async () => {
    const [house, caseId] = await atCard()
    house.auditFails = 'STORE-FULL'
    expect(codeOf(await house.desk.work.prove(caseId, holdersCard))).toBe('STORE-FULL')
    house.auditFails = null
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
  })

  it('nor without every PIN that is to be set', async () => {
    const [house, caseId] = await atCard('pinReset', { pins: ['userAuthentication', 'signature'] })
    must(await house.desk.work.prove(caseId, holdersCard))
    expect(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel))).toBe('CASE-STATE')
    expect(house.world.asked).toEqual([])
  })
})

describe('an order', () => {
  it('is on disk before it goes out, and its answer before anything else', async () => {
    const [house, caseId] = await atCard()
    let during: unknown = null
    house.world.duringOrder = () => {
      during = house.stored(caseId)
    }
    must(await performed(house, caseId))
    expect(during).toMatchObject({ state: 'atCard', orders: [{ work: 'resetPins', state: 'begun' }] })
    expect(house.stored(caseId)).toMatchObject({ state: 'done', orders: [{ work: 'resetPins', state: 'done' }] })
    expect(house.events().filter(({ type }) => type.startsWith('issuer-order'))).toMatchObject([{ work: 'resetPins', repeated: false }, { outcome: 'done', code: null }])
  })

  it('that can not be written down does not go out', async () => {
    const [house, caseId] = await atCard()
    house.refuses = ({ kind }) => (kind === 'beginOrder' ? 'STORE-FULL' : null)
    expect(codeOf(await performed(house, caseId))).toBe('STORE-FULL')
    expect(house.world.asked).toEqual([])
  })

  it('whose answer can not be written down is uncertain', async () => {
    const [house, caseId] = await atCard()
    house.refuses = ({ kind }) => (kind === 'orderDone' ? 'STORE-FULL' : null)
    expect(codeOf(await performed(house, caseId))).toBe('STORE-FULL')
    must(house.desk.work.giveUp(caseId, null))
    expect(house.stored(caseId)).toMatchObject({ state: 'uncertain', failure: 'ISSUER-UNCERTAIN' })
  })

  it.each([
    ['ISSUER-REFUSED', 'ready', 'refused'],
    ['ISSUER-UNREACHABLE', 'ready', 'notSent'],
    ['ISSUER-NOT-CONFIGURED', 'ready', 'notSent'],
    ['ISSUER-UNCERTAIN', 'uncertain', 'uncertain'],
    ['CARD-REMOVED', 'uncertain', 'uncertain'],
    ['CARD-TIMEOUT', 'uncertain', 'uncertain'],
    ['INTERNAL', 'uncertain', 'uncertain'],
  ] satisfies [FailureCode, string, string][])('answered with %s leaves the case %s', async (code, state, outcome) => {
    const [house, caseId] = await atCard()
    house.world.answers.push(code)
    expect(codeOf(await performed(house, caseId))).toBe(code)
    must(house.desk.work.giveUp(caseId, code))
    expect(house.stored(caseId)).toMatchObject({ state, failure: code })
    expect(house.events().findLast(({ type }) => type === 'issuer-order-end')).toMatchObject({ outcome, code })
  })

  it('whose end nobody knows is repeated as the same order, and says that the first PINs hold', async () => {
    const [house, caseId] = await atCard()
    house.world.answers.push('doneButLost')
    expect(codeOf(await performed(house, caseId))).toBe('ISSUER-UNCERTAIN')
    must(house.desk.work.giveUp(caseId, 'ISSUER-UNCERTAIN'))
    house.clock.advance(60_000)
    must(await begin(house, caseId))
    expect(house.desk.work.task()?.repeats).toBe(true)
    expect(must(await performed(house, caseId))).toEqual({ pins: 'setBefore', readCertificateAgain: false })
    const [first, second] = ordersOf(house)
    expect(second).toEqual(first)
    expect(house.stored(caseId).state).toBe('done')
  })

  it('whose first attempt had not been done is done the second time with the new PINs', async () => {
    const [house, caseId] = await atCard()
    house.world.answers.push('ISSUER-UNCERTAIN')
    await performed(house, caseId)
    must(house.desk.work.giveUp(caseId, null))
    house.clock.advance(60_000)
    must(await begin(house, caseId))
    expect(must(await performed(house, caseId)).pins).toBe('set')
  })

  it('that is uncertain stays so when its repetition reaches nobody', async () => {
    const [house, caseId] = await atCard()
    house.world.answers.push('doneButLost', 'ISSUER-UNREACHABLE')
    await performed(house, caseId)
    must(house.desk.work.giveUp(caseId, null))
    must(await begin(house, caseId))
    expect(codeOf(await performed(house, caseId))).toBe('ISSUER-UNREACHABLE')
    must(house.desk.work.giveUp(caseId, null))
    expect(house.stored(caseId).state).toBe('uncertain')
  })

  it('on its way is neither taken back nor given up nor ordered twice', async () => {
    const [house, caseId] = await atCard()
    const meanwhile: (FailureCode | 'ok')[] = []
    house.world.duringOrder = async () => {
      meanwhile.push(codeOf(house.desk.work.giveUp(caseId, null)))
      meanwhile.push(codeOf(await house.desk.dispatch({ type: 'cardCaseTakeBack', caseId }, sato)))
      meanwhile.push(codeOf(await house.desk.work.perform(caseId, newPins('userAuthentication'), channel)))
      meanwhile.push(codeOf(await house.desk.work.finish(caseId, null)))
    }
    must(await performed(house, caseId))
    expect(meanwhile).toEqual(['CASE-STATE', 'CASE-STATE', 'CASE-STATE', 'CASE-STATE'])
    expect(house.world.asked).toHaveLength(1)
  })

  it('in which the driver has a bug is uncertain, and the bug is not hidden', async () => {
    const [house, caseId] = await atCard()
    house.world.answers.push('bug')
    await expect(performed(house, caseId)).rejects.toThrow('a bug in the driver')
    must(house.desk.work.giveUp(caseId, 'INTERNAL'))
    expect(house.stored(caseId)).toMatchObject({ state: 'uncertain', orders: [{ state: 'uncertain', doubtful: true }] })
  })

  it('follows the one before it: what was done is not ordered again after a refusal', async () => {
    const [house, caseId] = await atCard('recordUpdate', { pins: [], changedItems: ['address'], certificates: ['signature'], pinsKnown: ['inputSupport', 'residentRegister', 'signature', 'userAuthentication'] })
    house.world.duringOrder = () => {
      if (house.world.asked.length === 2) house.world.answers.push('ISSUER-REFUSED')
    }
    expect(codeOf(await performed(house, caseId))).toBe('ISSUER-REFUSED')
    must(house.desk.work.giveUp(caseId, 'ISSUER-REFUSED'))
    expect(house.stored(caseId)).toMatchObject({ state: 'ready', orders: [{ work: 'updateRecord', state: 'done' }, { work: 'issueCertificates', state: 'pending' }] })
    house.world.duringOrder = () => undefined
    must(await begin(house, caseId))
    must(await performed(house, caseId))
    expect(ordersOf(house).map(({ kind }) => kind)).toEqual(['updateRecord', 'issueCertificates', 'issueCertificates'])
    expect(house.stored(caseId).state).toBe('done')
  })
})

describe('a crash', () => {
  it('before the order returns the case to the clerk', async () => {
    const [house, caseId] = await atCard()
    house.restart()
    expect(house.stored(caseId)).toMatchObject({ state: 'ready', failure: null })
    expect(house.desk.work.task()).toBeNull()
    must(await begin(house, caseId))
    must(await performed(house, caseId))
  })

  it('while the order was out leaves it uncertain, to be repeated as the same', async () => {
    const [house, caseId] = await atCard()
    let crashed = false
    house.world.duringOrder = () => {
      if (!crashed) house.restart()
      crashed = true
    }
    await performed(house, caseId).catch(() => undefined)
    expect(house.stored(caseId)).toMatchObject({ state: 'uncertain', failure: 'ISSUER-UNCERTAIN' })
    must(await begin(house, caseId))
    must(await performed(house, caseId))
    const [first, second] = ordersOf(house)
    expect(second).toEqual(first)
    expect(house.stored(caseId).state).toBe('done')
  })

  it('after the answer changes nothing', async () => {
    const [house, caseId] = await atCard()
    must(await performed(house, caseId))
    house.restart()
    expect(house.stored(caseId).state).toBe('done')
  })
})

describe('a new certificate', () => {
  const issued = async (): Promise<[CardCaseHouse, string]> => {
    const [house, caseId] = await atCard('certificateIssue', issueFacts)
    expect(must(await performed(house, caseId)).readCertificateAgain).toBe(true)
    return [house, caseId]
  }
  const row = (house: CardCaseHouse) => house.desk.view(true).cases[0]

  it('is made known to the registry as the holder’s', async () => {
    const [house, caseId] = await issued()
    must(await house.desk.work.finish(caseId, certificateOf('3c')))
    expect(house.world.links.get('3c')).toBe(hanako)
    expect(row(house)).toMatchObject({ state: 'done', linkOutstanding: false })
  })

  it.each([
    ['another certificate than was issued', certificateOf('2b'), null, 'CASE-OTHER-CARD'],
    ['none', null, null, 'CARD-NO-CERTIFICATE'],
    ['a registry that takes none', certificateOf('3c'), 'REGISTRY-READ-ONLY', 'REGISTRY-READ-ONLY'],
    ['a registry that is away', certificateOf('3c'), 'REGISTRY-UNAVAILABLE', 'REGISTRY-UNAVAILABLE'],
  ] as const)('with %s, the case is done and waits for the link', async (_, certificate, linkFails, code) => {
    const [house, caseId] = await issued()
    house.world.linkFails = linkFails
    expect(codeOf(await house.desk.work.finish(caseId, certificate))).toBe(code)
    expect(house.desk.work.task()).toBeNull()
    expect(row(house)).toMatchObject({ state: 'done', linkOutstanding: true, failure: code })
    expect(house.world.links.has('3c')).toBe(false)
    house.world.linkFails = null
    house.world.looked = ok({ seen: seenCard(), certificate: certificateOf('3c'), attributes: null })
    must(await house.desk.dispatch({ type: 'cardCaseLink', caseId }, sato))
    expect(row(house)).toMatchObject({ linkOutstanding: false, failure: null })
    expect(house.world.links.get('3c')).toBe(hanako)
  })

  it('that waits for the link is still listed on another day, and its serial is in no log', async () => {
    const [house, caseId] = await issued()
    await house.desk.work.finish(caseId, null)
    house.clock.advance(3 * 24 * 60 * 60 * 1000)
    expect(house.desk.view(true).cases).toMatchObject([{ caseId, linkOutstanding: true }])
    expect(JSON.stringify(house.events())).not.toContain('"3c"')
  })
})

describe('the rules are asked again when the card comes', () => {
  it('on another day, documents have to be shown anew', async () => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await house.ready()
    house.clock.advance(24 * 60 * 60 * 1000)
    expect(codeOf(await begin(house, caseId))).toBe('CASE-RULE')
    expect(house.stored(caseId).state).toBe('open')
    expect(house.world.asked).toEqual([])
  })

  it('but what was begun is brought to its end on any day', async () => {
    const [house, caseId] = await atCard()
    house.world.answers.push('doneButLost')
    await performed(house, caseId)
    must(house.desk.work.giveUp(caseId, null))
    house.clock.advance(24 * 60 * 60 * 1000)
    must(await begin(house, caseId))
    must(await performed(house, caseId))
    expect(house.stored(caseId).state).toBe('done')
  })
})

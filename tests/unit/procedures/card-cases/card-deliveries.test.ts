import { describe, expect, it, vi } from 'vitest'
import type { BasicAttributes } from '../../../../src-main/card/card-contents.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import type { DeliveryOrder } from '../../../../src-main/procedures/card-cases/card-deliveries.ts'
import type { StoredCase } from '../../../../src-main/queue/cases/card-case-store.ts'
import { cardCaseDetailSchema, cardCasesSchema, noFacts, type CardCaseFacts, type PinKind } from '../../../../src-preload/contract.ts'
import { CardCaseHouse, chief, codeOf, maintainer, must, sato } from '../../../fixtures/procedures/card-case-house.ts'
import { certificateOf, hanako, seenCard } from '../../../fixtures/procedures/card-cases.ts'

const applicationId = 'ab'.repeat(16)
const own: DeliveryOrder = { applicationId, residentId: hanako, facts: { actor: 'self', ward: false, representative: null, certificates: ['userAuthentication', 'signature'] } }
const attributes: BasicAttributes = { name: '見本　花子', address: '見本市見本町一丁目１番１号', birthDate: '1980-04-05', sex: '2' }
const channel = { transmit: () => Promise.resolve(fail('CARD-REMOVED')) }
const four: readonly PinKind[] = ['userAuthentication', 'signature', 'residentRegister', 'inputSupport']
const pinsOf = (kinds: readonly PinKind[]): Partial<Record<PinKind, Uint8Array>> => Object.fromEntries(kinds.map((kind) => [kind, new Uint8Array(4)]))

/** A new card on the reader: no certificate, no PIN that works; the clerk's face opens it. */
function house(): CardCaseHouse {
  return new CardCaseHouse((world) => {
    world.looked = ok({ seen: seenCard({ userAuthentication: null, signature: false }), certificate: null, attributes })
  })
}

const caseOf = (of: CardCaseHouse): StoredCase => {
  const found = must(of.desk.deliveries.of(applicationId))
  if (found === null) throw new Error('no case was opened')
  return found
}

async function seen(of: CardCaseHouse, facts: Partial<CardCaseFacts> = {}, order = own): Promise<string> {
  must(of.desk.deliveries.open(order, sato))
  const { caseId } = caseOf(of)
  must(await of.desk.dispatch({ type: 'cardCaseFace', caseId, expiresOn: '2036-04-05', securityCode: '4821' }, sato))
  must(await of.desk.dispatch({ type: 'cardCaseSeeCard', caseId }, sato))
  must(await of.facts(caseId, { ...noFacts, ...order.facts, actorDocuments: ['drivingLicence', 'healthInsurance'], cardPresented: true, ...facts }))
  return caseId
}

async function atCard(of: CardCaseHouse, facts: Partial<CardCaseFacts> = {}, order = own): Promise<string> {
  const caseId = await seen(of, facts, order)
  must(await of.desk.dispatch({ type: 'cardCaseReady', caseId }, sato))
  must(await of.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato))
  return caseId
}

describe('a new card', () => {
  it('gets certificates and all four PINs in one order, and the registry learns of the certificate', async () => {
    const of = house()
    const caseId = await atCard(of)
    const { work } = of.desk
    expect(work.task()).toMatchObject({ kind: 'cardDelivery', enter: [], choose: four, face: { expiresOn: '2036-04-05', securityCode: '4821' } })
    must(await work.prove(caseId, { certificate: null, attributes }))
    expect(must(await work.perform(caseId, pinsOf(four), channel))).toEqual({ pins: 'set', readCertificateAgain: true })
    expect(of.world.asked).toMatchObject([{ kind: 'issueCertificates', certificates: ['userAuthentication', 'signature'], pins: pinsOf(four) }])
    must(await work.finish(caseId, certificateOf('3c')))
    expect(caseOf(of)).toMatchObject({ caseId, state: 'done' })
  })

  it('that has its certificates already gets the PINs alone', async () => {
    const of = new CardCaseHouse((world) => {
      world.looked = ok({ seen: seenCard(), certificate: certificateOf('1a'), attributes })
    })
    const caseId = await atCard(of)
    must(await of.desk.work.prove(caseId, { certificate: certificateOf('1a'), attributes }))
    must(await of.desk.work.perform(caseId, pinsOf(four), channel))
    expect(of.world.asked.map(({ kind }) => kind)).toEqual(['resetPins'])
  })

  it('without certificates, as the person wished, gets the two PINs that need none', async () => {
    const of = house()
    const order = { ...own, facts: { ...own.facts, certificates: [] } }
    await atCard(of, {}, order)
    expect(of.desk.work.task()?.choose).toEqual(['residentRegister', 'inputSupport'])
  })

  it('is not the old one, though that is the same person’s: what its face does not open, or what has certificates already, is refused', async () => {
    const of = house()
    const caseId = await atCard(of)
    expect(codeOf(await of.desk.work.prove(caseId, { certificate: certificateOf('1a'), attributes: null }))).toBe('CASE-OTHER-CARD')
    expect(codeOf(await of.desk.work.prove(caseId, { certificate: certificateOf('1a'), attributes }))).toBe('CASE-OTHER-CARD')
    expect(codeOf(await of.desk.work.prove(caseId, { certificate: null, attributes: null }))).toBe('CASE-OTHER-CARD')
    expect(of.world.asked).toEqual([])
  })
})

describe('a delivery that does not come to its end', () => {
  it('leaves the case ready when the card was taken away before the order, and begins again', async () => {
    const of = house()
    const caseId = await atCard(of)
    must(of.desk.work.giveUp(caseId, 'CARD-REMOVED'))
    expect(caseOf(of).state).toBe('ready')
    must(await of.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato))
    expect(of.desk.work.task()?.choose).toEqual(four)
  })

  it('repeats the same order when the answer was lost, also after a power cut', async () => {
    const of = house()
    const caseId = await atCard(of)
    of.world.answers.push('doneButLost')
    must(await of.desk.work.prove(caseId, { certificate: null, attributes }))
    expect(codeOf(await of.desk.work.perform(caseId, pinsOf(four), channel))).toBe('ISSUER-UNCERTAIN')
    of.clock.advance(60_000)
    of.restart()
    expect(caseOf(of).state).toBe('uncertain')
    must(of.desk.deliveries.open(own, sato))
    expect(caseOf(of).caseId).toBe(caseId)
    must(await of.desk.dispatch({ type: 'cardCaseFace', caseId, expiresOn: '2036-04-05', securityCode: '4821' }, sato))
    must(await of.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato))
    must(await of.desk.work.prove(caseId, { certificate: certificateOf('3c'), attributes }))
    expect(must(await of.desk.work.perform(caseId, pinsOf(four), channel)).pins).toBe('setBefore')
    const [first, second] = of.world.asked.map(({ orderId }) => orderId)
    expect(second).toBe(first)
    expect(caseOf(of).state).toBe('done')
  })
})

describe('the case of a delivery', () => {
  it('is one for each application, and another only after that was given up', async () => {
    const of = house()
    must(of.desk.deliveries.open(own, sato))
    const first = caseOf(of)
    must(of.desk.deliveries.open(own, sato))
    expect(caseOf(of)).toEqual(first)
    must(await of.desk.dispatch({ type: 'cardCaseWithdraw', caseId: first.caseId, note: '' }, sato))
    must(of.desk.deliveries.open(own, chief))
    expect(caseOf(of)).toMatchObject({ state: 'open', number: 'K-002' })
    expect(caseOf(of).caseId).not.toBe(first.caseId)
    expect(must(of.desk.deliveries.of('cd'.repeat(16)))).toBeNull()
  })

  it('gets its facts where a crash came before them', () => {
    const of = house()
    of.refuses = (change) => (change.kind === 'recordFacts' ? 'STORE-FULL' : null)
    expect(codeOf(of.desk.deliveries.open(own, sato))).toBe('STORE-FULL')
    of.refuses = () => null
    must(of.desk.deliveries.open(own, sato))
    expect(must(of.store.cases.openPersonal(caseOf(of).caseId)).facts?.facts).toEqual({ ...noFacts, ...own.facts })
  })

  it('is opened from its application alone, and offered to no page', async () => {
    const of = house()
    const looked = must(await of.desk.look(null, sato))
    expect(codeOf(await of.desk.dispatch({ type: 'cardCaseOpen', caseId: 'e'.repeat(32), subject: looked.hit.subject, kind: 'cardDelivery' }, sato))).toBe('CASE-RULE')
    expect(cardCasesSchema.parse(of.desk.view(true)).kinds).not.toContain('cardDelivery')
  })

  it('is not opened by whoever looks after machines, nor where no issuer’s terminal does the work', () => {
    expect(codeOf(house().desk.deliveries.open(own, maintainer))).toBe('STAFF-NOT-ALLOWED')
    const without = new CardCaseHouse((world) => world.work.delete('issueCertificates'))
    expect(without.desk.deliveries.offered).toBe(false)
    expect(codeOf(without.desk.deliveries.open(own, sato))).toBe('CASE-NOT-COMMISSIONED')
  })

  it('asks for the face of the card before anything begins, and again after a restart', async () => {
    const of = house()
    const caseId = await seen(of)
    of.restart()
    const findings = async (): Promise<string[]> => cardCaseDetailSchema.parse(must(await of.desk.detail(caseId, sato))).findings.map(({ key }) => key)
    expect(await findings()).toEqual(['faceNotTyped'])
    expect(codeOf(await of.desk.dispatch({ type: 'cardCaseReady', caseId }, sato))).toBe('CASE-RULE')
    must(await of.desk.dispatch({ type: 'cardCaseFace', caseId, expiresOn: '2036-04-05', securityCode: '4821' }, sato))
    expect(await findings()).toEqual([])
  })
})

describe('the case of an application', () => {
  it('is read again only after a case has changed, whichever it was', () => {
    const of = house()
    const read = vi.spyOn(of.store.cases, 'get')
    const readsOf = (what: () => unknown): number => {
      read.mockClear()
      what()
      return read.mock.calls.length
    }
    const ask = () => must(of.desk.deliveries.of(applicationId))
    expect(ask()).toBeNull()
    expect(readsOf(() => [ask(), ask()])).toBe(0)
    must(of.desk.deliveries.open(own, sato))
    expect(ask()).toMatchObject({ state: 'open' })
    expect(readsOf(() => [ask(), ask()])).toBe(0)
    must(of.store.cases.change(caseOf(of), { kind: 'withdraw', note: '' }, 'sato'))
    expect(ask()).toMatchObject({ state: 'withdrawn' })
    must(of.desk.deliveries.open({ ...own, applicationId: 'cd'.repeat(16) }, sato))
    expect(readsOf(ask)).toBeGreaterThan(0)
  })

  it('that can not be read now is asked for again', () => {
    const of = house()
    const read = vi.spyOn(of.store.cases, 'get').mockReturnValueOnce(fail('STORE-UNAVAILABLE'))
    expect(of.desk.deliveries.of(applicationId)).toEqual(fail('STORE-UNAVAILABLE'))
    expect(of.desk.deliveries.of(applicationId)).toEqual(ok(null))
    expect(read).toHaveBeenCalledTimes(2)
  })
})

describe('somebody under 15', () => {
  const representative = { name: '見本　太郎', address: '見本市', relationship: '父', phone: '' }
  const child: DeliveryOrder = { ...own, facts: { actor: 'legalRepresentative', ward: false, representative, certificates: ['userAuthentication'] } }
  const proof: Partial<CardCaseFacts> = { principalDocuments: ['studentCard'], authority: { how: 'document', document: 'familyRegister', issuedOn: '2026-10-01' } }
  const nursery = (): CardCaseHouse => {
    const of = house()
    const held = of.world.holders.get(hanako)
    if (held === undefined) throw new Error('nobody is there')
    of.world.holders.set(hanako, { ...held, resident: { ...held.resident, birthDate: { year: 2014, month: 4, day: 5 } } })
    return of
  }

  it('has no 署名用, whatever the representative wishes: three PINs', async () => {
    const of = nursery()
    const caseId = await seen(of, { ...proof, certificates: ['userAuthentication', 'signature'], signatureException: true }, child)
    expect(codeOf(await of.desk.dispatch({ type: 'cardCaseReady', caseId }, sato))).toBe('CASE-RULE')
    must(await of.facts(caseId, { ...noFacts, ...child.facts, ...proof, actorDocuments: ['drivingLicence', 'healthInsurance'], cardPresented: true }))
    must(await of.desk.dispatch({ type: 'cardCaseReady', caseId }, sato))
    must(await of.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato))
    expect(of.desk.work.task()?.choose).toEqual(['userAuthentication', 'residentRegister', 'inputSupport'])
  })

  it('does not act alone', async () => {
    const of = nursery()
    const caseId = await seen(of)
    expect(codeOf(await of.desk.dispatch({ type: 'cardCaseReady', caseId }, sato))).toBe('CASE-RULE')
  })
})

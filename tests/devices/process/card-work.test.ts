import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dayInJapan, systemClock } from '../../../src-main/clock.ts'
import { composeStore } from '../../../src-main/composition/store.ts'
import { createKiosk, type Kiosk } from '../../../src-main/kiosk.ts'
import { cardLookSchema, noFacts, type CardCaseDetail, type CardCaseFacts, type CardCaseKind, type CardLook, type Outgoing, type ResidentSnapshot, type Side, type StaffSnapshot } from '../../../src-preload/contract.ts'
import { kit, trainingSettings } from '../../fixtures/kiosk/configuration-file.ts'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'

const password = 'correct horse 42'

/** One page, as the glass holds it. */
class Page {
  snapshot: Extract<Outgoing, { kind: 'snapshot' }>['snapshot'] | null = null
  readonly #answers = new Map<number, (result: unknown) => void>()
  readonly #connection: ReturnType<Kiosk['glass']['connect']>
  #next = 1

  constructor(kiosk: Kiosk, side: Side) {
    this.#connection = kiosk.glass.connect(side, (message) => {
      if (message.kind === 'snapshot') this.snapshot = message.snapshot
      if (message.kind === 'reply') this.#answers.get(message.id)?.(message.result)
    })
  }

  async #ask(message: object): Promise<unknown> {
    const id = this.#next++
    const result = await new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.#connection.receive({ ...message, id })
    })
    const { ok, value, failure } = result as { ok: boolean; value?: unknown; failure?: { code: string } }
    if (!ok) throw new Error(failure?.code)
    return value
  }

  dispatch(event: object): Promise<unknown> {
    return this.#ask({ kind: 'dispatch', event })
  }

  query(query: object): Promise<unknown> {
    return this.#ask({ kind: 'query', query })
  }
}

/** The whole training kiosk in this process, a clerk signed in, nobody at the resident's screen. */
class CardCounter {
  readonly kiosk: Kiosk
  readonly staff: Page
  readonly resident: Page
  readonly training: Page

  private constructor(kiosk: Kiosk) {
    this.kiosk = kiosk
    this.staff = new Page(kiosk, 'staff')
    this.resident = new Page(kiosk, 'resident')
    this.training = new Page(kiosk, 'training')
  }

  static async open(): Promise<CardCounter> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-card-work-'))
    const configuration = { ...trainingSettings(), dataFolder }
    const opened = composeStore(configuration, systemClock, undefined)
    if (!opened.ok) throw new Error(opened.failure.code)
    for (const accountId of ['sato', 'suzuki']) await opened.value.store.staff.add({ accountId, displayName: '見本', role: 'clerk' }, password)
    opened.value.store.close()
    const kiosk = await createKiosk(configuration, { readerProcessEntry: '', trainingKit: kit, fontsFolder: join(root, 'out', 'fonts') })
    if (!kiosk.ok) throw new Error(`${kiosk.failure.code} ${kiosk.failure.detail ?? ''}`)
    onTestFinished(async () => {
      await kiosk.value.close()
      rmSync(dataFolder, { recursive: true, force: true })
    })
    const counter = new CardCounter(kiosk.value)
    await counter.staff.dispatch({ type: 'signIn', accountId: 'sato', password })
    return counter
  }

  place(profile: string): Promise<unknown> {
    return this.training.dispatch({ type: 'insertCard', profile })
  }

  async look(): Promise<CardLook> {
    return cardLookSchema.parse(await this.staff.query({ type: 'cardLook', face: null }))
  }

  async detail(caseId: string): Promise<CardCaseDetail> {
    return (await this.staff.query({ type: 'cardCaseDetail', caseId })) as CardCaseDetail
  }

  /** Until the resident's card work may begin. */
  async begin(kind: CardCaseKind, facts: Partial<CardCaseFacts>): Promise<string> {
    const caseId = randomBytes(16).toString('hex')
    const { hit } = await this.look()
    await this.staff.dispatch({ type: 'cardCaseOpen', caseId, subject: hit.subject, kind })
    const { version } = await this.detail(caseId)
    const all: CardCaseFacts = { ...noFacts, actor: 'self', actorDocuments: ['drivingLicence'], cardPresented: true, formSigned: true, ...facts }
    await this.staff.dispatch({ type: 'cardCaseFacts', caseId, version, facts: all })
    const { secondPerson, findings } = await this.detail(caseId)
    if (secondPerson.needed !== 'none') await this.staff.dispatch({ type: 'cardCaseSecondPerson', caseId, accountId: 'suzuki', password })
    expect(findings.filter(({ key }) => key !== 'secondPerson')).toEqual([])
    await this.staff.dispatch({ type: 'cardCaseReady', caseId })
    await this.staff.dispatch({ type: 'cardCaseBegin', caseId })
    return caseId
  }

  screen(): ResidentSnapshot['screen'] {
    if (this.resident.snapshot?.side !== 'resident') throw new Error('no picture')
    return this.resident.snapshot.screen
  }

  row(caseId: string): StaffSnapshot['cardCases']['cases'][number] | undefined {
    return this.staff.snapshot?.side === 'staff' ? this.staff.snapshot.cardCases.cases.find((row) => row.caseId === caseId) : undefined
  }

  /** Does at the resident's screen what it asks for, until its work is done. */
  async follows(): Promise<ResidentSnapshot['screen']> {
    for (let step = 0; step < 40; step += 1) {
      await expect.poll(() => this.screen().kind, { timeout: 30_000, interval: 20 }).not.toBe('working')
      const screen = this.screen()
      if (screen.kind === 'failed' || screen.kind === 'attract' || (screen.kind === 'cardWork' && screen.phase !== 'explain')) return screen
      if (screen.kind === 'cardWork' || screen.kind === 'placeCard') await this.resident.dispatch({ type: 'next' })
      else if (screen.kind === 'enterPin' || screen.kind === 'enterNewPin') {
        const secrets = screen.kind === 'enterPin' ? { other: '1234', signature: 'ABC123' } : { other: '2580', signature: 'XK7Q2M' }
        for (const character of screen.pin === 'signature' ? secrets.signature : secrets.other) {
          await this.resident.dispatch(/\d/u.test(character) ? { type: 'pinDigit', digit: character } : { type: 'pinLetter', letter: character })
        }
        await this.resident.dispatch({ type: 'pinSubmit' })
      } else throw new Error(`not expected: ${screen.kind}`)
    }
    throw new Error('no end')
  }
}

describe('a clerk’s work on a training card, from the desk to the chip', () => {
  it('sets a blocked PIN anew, which then opens the card', { timeout: 120_000 }, async () => {
    const counter = await CardCounter.open()
    await counter.place('pin-blocked')
    const before = await counter.look()
    expect(before.card.tries.find(({ pin }) => pin === 'userAuthentication')?.left).toBe(0)
    const caseId = await counter.begin('pinReset', { pins: ['userAuthentication'] })
    expect(await counter.follows()).toMatchObject({ kind: 'cardWork', phase: 'done', pins: ['userAuthentication'] })
    await counter.resident.dispatch({ type: 'stop' })
    await expect.poll(() => counter.row(caseId)?.state).toBe('done')
    expect((await counter.look()).card.tries.find(({ pin }) => pin === 'userAuthentication')?.left).toBe(3)
  })

  it('issues new certificates that the registry learns of', { timeout: 120_000 }, async () => {
    const counter = await CardCounter.open()
    await counter.place('adult')
    const before = await counter.look()
    const caseId = await counter.begin('certificateIssue', { certificates: ['userAuthentication'], pinsKnown: ['userAuthentication'] })
    expect(await counter.follows()).toMatchObject({ kind: 'cardWork', phase: 'done' })
    await expect.poll(() => counter.row(caseId)?.state).toBe('done')
    expect(counter.row(caseId)).toMatchObject({ linkOutstanding: false, failure: null })
    await counter.resident.dispatch({ type: 'stop' })
    const after = await counter.look()
    expect(after.hit.name).toBe(before.hit.name)
    expect(after.card.userAuthentication?.validUntil).not.toBe(undefined)
  })

  const today = dayInJapan(new Date())
  const everyPin: CardCaseFacts['pinsKnown'] = ['userAuthentication', 'signature', 'inputSupport', 'residentRegister']
  it.each([
    ['pinReset', 'all-blocked', { pins: everyPin }],
    ['recordUpdate', 'adult', { changedItems: ['address'], certificates: ['signature'], pinsKnown: everyPin }],
    ['continuedUse', 'adult', { move: { movedOn: today, plannedMoveOutOn: today, notifiedOn: today }, pinsKnown: everyPin }],
    ['cardReturn', 'adult', {}],
    ['faceAuthenticationSwitch', 'adult', {}],
  ] satisfies [CardCaseKind, string, Partial<CardCaseFacts>][])('%s is done on the card %s', { timeout: 120_000 }, async (kind, profile, facts) => {
    const counter = await CardCounter.open()
    await counter.place(profile)
    const caseId = await counter.begin(kind, facts)
    expect(await counter.follows()).toMatchObject({ kind: 'cardWork', phase: 'done' })
    await expect.poll(() => counter.row(caseId)).toMatchObject({ state: 'done', failure: null, linkOutstanding: false })
  })

  it('stops a lost card without it, and releases it with new certificates when it was found', { timeout: 120_000 }, async () => {
    const counter = await CardCounter.open()
    await counter.place('adult')
    const lost = await counter.begin('suspension', { loss: 'lost', cardPresented: false })
    await expect.poll(() => counter.row(lost)).toMatchObject({ state: 'done', failure: null })
    const found = await counter.begin('suspensionRelease', { certificates: ['userAuthentication', 'signature'], pinsKnown: everyPin })
    expect(await counter.follows()).toMatchObject({ kind: 'cardWork', phase: 'done' })
    await expect.poll(() => counter.row(found)).toMatchObject({ state: 'done', linkOutstanding: false })
  })
})

import type { AuditEvent } from '../../../../src-main/audit/event-catalogue.ts'
import type { AuditLog } from '../../../../src-main/audit/audit-log.ts'
import type { IndividualNumberCard } from '../../../../src-main/card/individual-number-card.ts'
import { fixedClock } from '../../../../src-main/clock.ts'
import { composeServices } from '../../../../src-main/composition/services.ts'
import type { IssuancePorts } from '../../../../src-main/procedures/certificate-issuance/ports.ts'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import { AlertBoard } from '../../../../src-main/procedures/counter/alert-board.ts'
import type { OpeningHours } from '../../../../src-main/procedures/session/opening-hours.ts'
import { ResidentSession } from '../../../../src-main/procedures/session/resident-session.ts'
import type { NewRequest, RequestQueue, StoredRequest } from '../../../../src-main/queue/request-queue.ts'
import { serviceSchema, type FailureCode, type ResidentEvent, type ResidentScreen } from '../../../../src-preload/contract.ts'
import { refusingCard } from '../../../fixtures/card/refusing-card.ts'
import { cardServices } from '../../../fixtures/procedures/card-services.ts'
import { FakeReader, offers, rules, startOfTest } from '../../../fixtures/procedures/fake-house.ts'
import { family } from '../../../fixtures/procedures/households.ts'
import { ManualTimers } from '../../../fixtures/procedures/manual-timers.ts'

/** Every step of the procedure that leaves the machine and comes back. */
export const steps = ['openCard', 'verifyPin', 'proveCard', 'checkCertificate', 'findRecord', 'register', 'printSlip', 'release'] as const
export type Step = (typeof steps)[number]

/** A resident side each step of which can be held open, or made to throw like a bug. */
export class StepHouse {
  readonly reader = new FakeReader()
  readonly timers = new ManualTimers()
  readonly clock = fixedClock(startOfTest)
  readonly events: AuditEvent[] = []
  readonly bugs: unknown[] = []
  /** PINs as the card got them, read at the moment it answers. */
  readonly sentPins: string[] = []
  readonly pinBuffers: Uint8Array[] = []
  readonly stored: NewRequest[] = []
  opened = 0
  released = 0
  triesLeft = 3
  closed: FailureCode | null = null
  auditFailure: FailureCode | null = null
  held: Step | null = null
  bug: Step | null = null
  #letGo: () => void = () => undefined
  readonly audit: AuditLog = {
    record: (event) => {
      if (this.auditFailure) return fail(this.auditFailure)
      this.events.push(event)
      return ok()
    },
  }
  readonly alerts = new AlertBoard({ clock: this.clock, audit: this.audit })
  readonly session: ResidentSession

  constructor(hours: OpeningHours | null = null) {
    const ports = this.#ports()
    this.session = new ResidentSession({
      audit: this.audit,
      alerts: this.alerts,
      clock: this.clock,
      services: composeServices({ listed: serviceSchema.options, issuance: { ports, rules, offers: () => offers }, ...cardServices(ports) }),
      reader: this.reader,
      timers: this.timers,
      outOfService: () => this.closed,
      onBug: (_where, error) => this.bugs.push(error),
      settings: {
        terminal: { number: 'T01', profile: 'counter', training: true, municipality: { ja: '見本市', en: 'Mihon City' }, languages: ['ja', 'en'] },
        hours,
        idle: { warnAfter: 60_000, wipeAfter: 90_000 },
        idleAfterSlip: { warnAfter: 20_000, wipeAfter: 30_000 },
        idleWaitingForStaff: { warnAfter: 240_000, wipeAfter: 300_000 },
      },
    })
  }

  #ports(): IssuancePorts {
    return {
      openCard: () =>
        this.#step('openCard', () => {
          this.opened += 1
          return ok(this.#card())
        }),
      certificateStatus: {
        description: 'list',
        check: () =>
          this.#step('checkCertificate', () => ({
            status: 'good' as const,
            notAfter: new Date('2030-01-01T00:00:00.000Z'),
            evidence: { source: 'list', producedAt: null, sha256: null, checkedAt: this.clock.now() },
          })),
        readiness: () => Promise.resolve({ ready: true, why: '' }),
      },
      certificateIdentity: () => ok({ issuer: 'CN=見本', issuerKeyIdentifier: 'aa', serial: '01' }),
      verifyChallenge: () => ok(),
      registry: {
        description: 'records',
        findByCertificate: () => this.#step('findRecord', () => ok({ residentId: '10000102', household: family, blocks: [] })),
        readForIssue: () => Promise.resolve(fail('RESIDENT-NOT-FOUND')),
        readiness: () => Promise.resolve({ ready: true, why: '' }),
        close: () => undefined,
      },
      queue: this.#queue(),
      receiptPrinter: {
        description: 'receipts',
        status: () => Promise.resolve(ok({ condition: 'ready', usable: true })),
        print: () => this.#step('printSlip', () => ok()),
        subscribe: () => () => undefined,
        close: () => Promise.resolve(),
      },
      receptionSlip: (request) => ({ jobId: request.requestId, lines: [] }),
      audit: this.audit,
      alerts: this.alerts,
      clock: this.clock,
    }
  }

  get screen(): ResidentScreen {
    return this.session.snapshot().screen
  }

  /** Lets the held step go on, and everything after it. */
  async letGo(): Promise<void> {
    this.held = null
    this.#letGo()
    await this.settle()
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  async press(...events: (ResidentEvent | ResidentEvent['type'])[]): Promise<void> {
    for (const event of events) this.session.dispatch(typeof event === 'string' ? ({ type: event } as ResidentEvent) : event)
    await this.settle()
  }

  async enterPin(): Promise<void> {
    await this.press(...['1', '2', '3', '4'].map((digit) => ({ type: 'pinDigit' as const, digit })), 'pinSubmit')
  }

  async toPin(service: 'residentRecordHousehold' | 'residentRecordMembers' = 'residentRecordHousehold'): Promise<void> {
    await this.press({ type: 'chooseService', service }, 'next')
    if (this.reader.state().kind !== 'card') this.reader.insert()
    await this.settle()
  }

  /** As far as the procedure goes; a held step stops it there. */
  async toTheEnd(): Promise<void> {
    await this.toPin()
    await this.enterPin()
    await this.press('confirm')
  }

  async #step<T>(step: Step, value: () => T): Promise<T> {
    if (this.bug === step) throw new Error(`a bug in ${step}`)
    if (this.held === step) await new Promise<void>((resolve) => (this.#letGo = resolve))
    return value()
  }

  #card(): IndividualNumberCard {
    return {
      ...refusingCard,
      userAuthenticationPinTries: () => Promise.resolve(ok({ left: this.triesLeft, max: 3 })),
      verifyUserAuthenticationPin: (pin) => {
        this.pinBuffers.push(pin)
        return this.#step('verifyPin', () => {
          this.sentPins.push(Buffer.from(pin).toString('latin1'))
          return ok()
        })
      },
      readUserAuthenticationCertificate: () => this.#step('proveCard', () => ok(Uint8Array.of(0x30, 0x00))),
      signWithUserAuthenticationKey: () => Promise.resolve(ok(new Uint8Array(256))),
      release: () => {
        this.released += 1
        return this.#step('release', () => undefined)
      },
    }
  }

  #queue(): RequestQueue {
    const rows = new Map<string, StoredRequest>()
    const found = (requestId: string): Result<StoredRequest> => {
      const row = rows.get(requestId)
      return row ? ok(row) : fail('REQUEST-NOT-FOUND')
    }
    return {
      enqueue: (request) => {
        if (this.bug === 'register') throw new Error('a bug in register')
        this.stored.push(request)
        const row: StoredRequest = {
          ...request,
          rowId: `row-${this.stored.length}`,
          number: 'A-001',
          sequence: this.stored.length,
          receivedAt: this.clock.now(),
          state: 'received',
          slip: 'pending',
          reissues: 0,
          failure: null,
          receivedYen: null,
          version: 1,
          jobId: null,
          certificateNumbers: [],
        }
        rows.set(row.requestId, row)
        return ok(row)
      },
      get: found,
      list: () => ok([...rows.values()]),
      history: () => ok([]),
      openPersonal: () => fail('REQUEST-NOT-FOUND'),
      change: (expected) => found(expected.requestId),
      recover: () => ok(0),
      subscribe: () => () => undefined,
    }
  }
}

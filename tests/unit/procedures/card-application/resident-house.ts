import { expect } from 'vitest'
import type { AuditEvent } from '../../../../src-main/audit/event-catalogue.ts'
import type { AuditLog } from '../../../../src-main/audit/audit-log.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import type { Receipt } from '../../../../src-main/printing/printers.ts'
import type { CardApplicationPorts, CardApplicationRules } from '../../../../src-main/procedures/card-application/ports.ts'
import { beginCardApplication, startCardApplication } from '../../../../src-main/procedures/card-application/procedure.ts'
import { AlertBoard } from '../../../../src-main/procedures/counter/alert-board.ts'
import { ResidentSession } from '../../../../src-main/procedures/session/resident-session.ts'
import type { StoredApplication } from '../../../../src-main/queue/applications/application-store.ts'
import { residentSnapshotSchema, type ApplicationFacts, type ApplicationKind, type CollectionWay, type FailureCode, type ResidentEvent, type ResidentScreen } from '../../../../src-preload/contract.ts'
import { applicationHouse, photoBase64 } from '../../../fixtures/applications/application-house.ts'
import { FakeReader } from '../../../fixtures/procedures/fake-house.ts'
import { ManualTimers } from '../../../fixtures/procedures/manual-timers.ts'
import { value } from '../../queue/temporary-store.ts'
import { withoutChance } from '../../../fixtures/chance.ts'

type Press = ResidentEvent | 'next' | 'back' | 'stop' | 'confirm' | 'photoAgain' | 'applicationWithoutForm' | 'applicationErase'

export interface HouseOptions {
  readonly kinds?: readonly ApplicationKind[]
  readonly collections?: readonly CollectionWay[]
  readonly photoConfirmed?: 'always' | 'whenHinted'
  readonly photoFile?: boolean
}

export const freshForm = '12345678901234567890123'
export const adult = '1987-07-15'

/** The resident's side with card applications alone, on a real store. */
export class ResidentHouse {
  readonly inner = applicationHouse()
  readonly timers = new ManualTimers()
  readonly events: AuditEvent[] = []
  readonly bugs: unknown[] = []
  readonly slips: Receipt[] = []
  receiptFailure: FailureCode | null = null
  readonly session: ResidentSession
  readonly ports: CardApplicationPorts
  readonly rules: CardApplicationRules

  constructor({ kinds = ['first', 'renewal', 'reissueLost'], collections = ['atDelivery', 'atApplication'], photoConfirmed = 'always', photoFile = false }: HouseOptions = {}) {
    const { store, ports, resident } = this.inner
    const application = { ...ports.rules, photo: { ...ports.rules.photo, confirmedByClerk: photoConfirmed } }
    Object.assign(ports, { rules: application, place: { ...ports.place, kinds, collections } })
    const audit: AuditLog = {
      record: (event) => {
        this.events.push(event)
        return ok()
      },
    }
    this.rules = { application, offered: { kinds, collections, photoFile } }
    this.ports = {
      applications: resident,
      store: store.applications,
      receiptPrinter: {
        print: (slip) => {
          this.slips.push(slip)
          return Promise.resolve(this.receiptFailure === null ? ok() : fail(this.receiptFailure))
        },
      },
      applicationSlip: ports.slip,
      audit,
      clock: ports.clock,
    }
    this.session = new ResidentSession({
      audit,
      alerts: new AlertBoard({ clock: ports.clock, audit }),
      clock: ports.clock,
      services: () => [{ service: 'cardApplication', fee: 0, begin: (start) => beginCardApplication(this.ports, this.rules, start) }],
      reader: new FakeReader(),
      timers: this.timers,
      outOfService: () => null,
      onBug: (_where, error) => this.bugs.push(error),
      settings: {
        terminal: { number: '01', profile: 'counter', training: true, municipality: { ja: '見本市', en: 'Mihon City' }, languages: ['ja', 'en'] },
        hours: null,
        idle: { warnAfter: 60_000, wipeAfter: 90_000 },
        idleAfterSlip: { warnAfter: 20_000, wipeAfter: 30_000 },
        idleWaitingForStaff: { warnAfter: 240_000, wipeAfter: 300_000 },
      },
    })
  }

  get screen(): ResidentScreen {
    return residentSnapshotSchema.parse(this.session.snapshot()).screen
  }

  /** Everything that is stored of applications, ended ones not shown. */
  get stored(): readonly StoredApplication[] {
    return value(this.inner.store.applications.list())
  }

  get only(): StoredApplication {
    const [only, ...others] = this.stored
    if (only === undefined || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} applications are stored`)
    return only
  }

  get facts(): ApplicationFacts {
    return value(this.inner.store.applications.openPersonal(this.only.applicationId)).facts
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  async press(...events: Press[]): Promise<void> {
    for (const event of events) {
      this.session.dispatch(typeof event === 'string' ? { type: event } : event)
      await this.settle()
    }
  }

  async type(digits: string): Promise<void> {
    for (const digit of digits) await this.press({ type: 'applicationDigit', digit })
  }

  async begin(kind: ApplicationKind = 'first'): Promise<void> {
    await this.press({ type: 'chooseService', service: 'cardApplication' }, { type: 'chooseApplicationKind', application: kind })
    const { screen } = this
    if (screen.kind === 'applicationKind' && screen.express.length > 0) await this.press({ type: 'chooseExpress', ground: null })
  }

  async toDetails(kind: ApplicationKind = 'first'): Promise<void> {
    await this.begin(kind)
    await this.press({ type: 'applicationFormId', text: freshForm }, { type: 'applicationMoved', moved: false })
  }

  async toPhoto(birthDate = adult): Promise<void> {
    await this.toDetails()
    await this.press({ type: 'applicationBirthDate', date: birthDate }, 'next', { type: 'chooseCollection', collection: 'atDelivery' })
  }

  async toConfirm(): Promise<void> {
    await this.toPhoto()
    await this.press(this.photo(), 'next')
  }

  photo(findings: Extract<ResidentEvent, { type: 'photoChosen' }>['findings'] = [], jpeg = photoBase64()): Extract<ResidentEvent, { type: 'photoChosen' }> {
    return { type: 'photoChosen', jpeg, findings, source: 'camera' }
  }

  async start(applicationId: string): Promise<string> {
    const started = await startCardApplication(this.session, this.ports, this.rules, applicationId)
    return started.ok ? 'ok' : started.failure.code
  }

  eventsOf<T extends AuditEvent['type']>(type: T): Extract<AuditEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<AuditEvent, { type: T }> => event.type === type)
  }

  expectAtStart(): void {
    expect(this.screen.kind).toBe('attract')
    expect(this.bugs).toEqual([])
    expect(withoutChance(JSON.stringify(this.events))).not.toMatch(/1987|12345678901234567890123|\/9j\//)
  }
}

import { createHash } from 'node:crypto'
import { noFacts, type CardCaseFacts } from '../../../src-preload/contract.ts'
import { dayInJapan } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { StoredCase } from '../../queue/cases/card-case-store.ts'
import type { StaffAccount } from '../../staff/staff-accounts.ts'
import type { CardCasePorts } from './ports.ts'

/** What the application knows beforehand; the clerk sees the rest at the counter. */
export interface DeliveryOrder {
  readonly applicationId: string
  /** 宛名番号 */
  readonly residentId: string
  readonly facts: Pick<CardCaseFacts, 'actor' | 'ward' | 'representative' | 'certificates'>
}

type DeliveryPorts = Pick<CardCasePorts, 'store' | 'rules' | 'place' | 'issuer' | 'clock'>

const ended: ReadonlySet<string> = new Set(['refused', 'withdrawn'])

/**
 * 交付時の暗証番号設定: the card case that belongs to an application. Its id follows from the application's, so that it is
 * found again after a crash and never opened twice; one that was refused or withdrawn is followed by another.
 */
export class CardDeliveries {
  readonly #ports: DeliveryPorts
  /** By application, until any case changes: each picture of the staff screen asks for every card that waits. */
  readonly #known = new Map<string, StoredCase | null>()

  constructor(ports: DeliveryPorts) {
    this.#ports = ports
    ports.store.subscribe(() => this.#known.clear())
  }

  /** Whether PINs can be set here at all; else the clerk does it at the issuer's terminal itself. */
  get offered(): boolean {
    const { place, issuer } = this.#ports
    return place.kinds.includes('cardDelivery') && issuer.work.has('issueCertificates') && issuer.work.has('resetPins')
  }

  /** The last case of an application; null when there is none. Failures: STORE-*. */
  of(applicationId: string): Result<StoredCase | null> {
    const known = this.#known.get(applicationId)
    if (known !== undefined) return ok(known)
    const found = this.#last(applicationId)
    if (!found.ok) return found
    this.#known.set(applicationId, found.value.stored)
    return ok(found.value.stored)
  }

  /** The same application again: the same case, unless that was given up. Failures: CASE-NOT-COMMISSIONED, STAFF-NOT-ALLOWED, STORE-*. */
  open({ applicationId, residentId, facts }: DeliveryOrder, { accountId, role }: StaffAccount): Result<void> {
    if (!this.#ports.rules.kinds.cardDelivery.roles.includes(role)) return fail('STAFF-NOT-ALLOWED')
    if (!this.offered) return fail('CASE-NOT-COMMISSIONED')
    const last = this.#last(applicationId)
    if (!last.ok) return last
    const { stored, place } = last.value
    const present = stored === null || ended.has(stored.state) ? this.#ports.store.open({ caseId: caseIdOf(applicationId, stored === null ? place : place + 1), kind: 'cardDelivery', residentId }, accountId) : ok(stored)
    if (!present.ok) return present
    const personal = this.#ports.store.openPersonal(present.value.caseId)
    if (!personal.ok) return personal
    // Also where a crash came between the case and its facts.
    if (personal.value.facts !== null || present.value.state !== 'open') return ok()
    const recorded = this.#ports.store.change(present.value, { kind: 'recordFacts', day: dayInJapan(this.#ports.clock.now()), facts: { ...noFacts, ...facts } }, accountId)
    return recorded.ok ? ok() : recorded
  }

  #last(applicationId: string): Result<{ readonly stored: StoredCase | null; readonly place: number }> {
    let last: StoredCase | null = null
    for (let place = 0; ; place += 1) {
      const found = this.#ports.store.get(caseIdOf(applicationId, place))
      if (!found.ok) return found.failure.code === 'CASE-NOT-FOUND' ? ok({ stored: last, place: Math.max(0, place - 1) }) : found
      last = found.value
    }
  }
}

/** 128 bits, lower-case hex, which lead back to no application. */
const caseIdOf = (applicationId: string, place: number): string => createHash('sha256').update(`madoguchi-delivery-1:${applicationId}:${place}`).digest('hex').slice(0, 32)

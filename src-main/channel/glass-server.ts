import { isDeepStrictEqual } from 'node:util'
import {
  isApplicationQuery,
  residentMessageSchema,
  staffMessageSchema,
  trainingMessageSchema,
  type ApplicationQuery,
  type CardCaseQuery,
  type FailureCode,
  type Outgoing,
  type ResidentEvent,
  type ResidentSnapshot,
  type Side,
  type StaffEvent,
  type StaffQuery,
  type StaffSnapshot,
  type TrainingEvent,
  type TrainingSnapshot,
} from '../../src-preload/contract.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { fail, type Result } from '../failures/result.ts'
import type { Delays } from '../timers.ts'
import { checkedAnswer, checkedOutgoing } from './outgoing.ts'
import { RefusedMessages } from './refused-messages.ts'

/** The three sides as the channel sees them. `training` is absent in a production profile. */
export interface Desks {
  readonly resident: { snapshot(): ResidentSnapshot; subscribe(listener: () => void): () => void; dispatch(event: ResidentEvent): Result<void> }
  readonly staff: {
    snapshot(): StaffSnapshot
    subscribe(listener: () => void): () => void
    dispatch(event: StaffEvent): Promise<Result<void>>
    detail(requestId: string): Result<unknown>
    preview(requestId: string): Promise<Result<unknown>>
    accounts(): Result<unknown>
    onCardCases(query: CardCaseQuery): Promise<Result<unknown>>
    onApplications(query: ApplicationQuery): Promise<Result<unknown>>
    disconnected(): void
  }
  readonly training: { snapshot(): TrainingSnapshot; subscribe(listener: () => void): () => void; dispatch(event: TrainingEvent): Result<void> } | null
}

/** One open page. The host decides the side when it opens the page; nothing a page sends can change it. */
export interface GlassConnection {
  /** Anything at all may come in here; what is not a message of this side is refused and audited. */
  receive(raw: unknown): void
  close(): void
}

type Snapshot = ResidentSnapshot | StaffSnapshot | TrainingSnapshot

/** A resident's touch, or a look at the devices, often changes nothing there. The staff's page asks anew for what it shows beside its snapshot, so it gets each. */
const looksTheSame = (shown: Snapshot | null, next: Snapshot): boolean => shown !== null && isDeepStrictEqual({ ...shown, revision: 0 }, { ...next, revision: 0 })

type Handler = (raw: unknown) => Promise<{ id: number; result: Result<unknown> } | null>

/** The contract's server side, whatever carries the messages: validates, hands on, replies, pushes snapshots. */
export class GlassServer {
  readonly #desks: Desks
  readonly #refused: RefusedMessages
  readonly #onBug: (where: string, error: unknown) => void
  #staffPages = 0

  constructor(parts: { desks: Desks; audit: AuditLog; timers: Delays; onBug: (where: string, error: unknown) => void }) {
    this.#desks = parts.desks
    this.#refused = new RefusedMessages(parts)
    this.#onBug = parts.onBug
  }

  has(side: Side): boolean {
    return side !== 'training' || this.#desks.training !== null
  }

  /** `carry` gets the present snapshot at once, then every newer one, and the replies. */
  connect(side: Side, carry: (message: Outgoing) => void): GlassConnection {
    const desk = this.#desks[side]
    if (!desk) throw new Error(`no ${side} side in this profile`)
    const send = (message: Outgoing): void => {
      carry(checkedOutgoing(message, (error) => this.#onBug(`${message.kind} to ${side}`, error)))
    }
    let open = true
    let pending = false
    let shown: Snapshot | null = null
    const push = (): void => {
      if (pending || !open) return
      pending = true
      // Many changes in one turn of the loop are one picture.
      queueMicrotask(() => {
        pending = false
        if (!open) return
        const snapshot = desk.snapshot()
        if (snapshot.side === 'resident' && looksTheSame(shown, snapshot)) return
        shown = snapshot
        send({ kind: 'snapshot', snapshot })
      })
    }
    const unsubscribe = desk.subscribe(push)
    if (side === 'staff') this.#staffPages += 1
    push()
    const handle = this.#handler(side)
    return {
      receive: (raw) => {
        handle(raw).then(
          (reply) => {
            if (reply && open) send({ kind: 'reply', id: reply.id, result: wire(reply.result) })
          },
          (error: unknown) => {
            this.#onBug(`message from ${side}`, error)
            const id = idOf(raw)
            if (id !== null && open) send({ kind: 'reply', id, result: wire(fail('INTERNAL')) })
          },
        )
      },
      close: () => {
        if (!open) return
        open = false
        unsubscribe()
        if (side !== 'staff') return
        this.#staffPages -= 1
        if (this.#staffPages === 0) this.#desks.staff.disconnected()
      },
    }
  }

  /** Writes down what was refused last. */
  close(): void {
    this.#refused.close()
  }

  #handler(side: Side): Handler {
    switch (side) {
      case 'resident':
        return async (raw) => {
          const message = residentMessageSchema.safeParse(raw)
          if (!message.success) return this.#refuse(side, raw, 'MESSAGE-INVALID')
          return this.#answer(side, message.data.id, message.data.event.type, Promise.resolve(this.#desks.resident.dispatch(message.data.event)))
        }
      case 'staff':
        return async (raw) => {
          const message = staffMessageSchema.safeParse(raw)
          if (!message.success) return this.#refuse(side, raw, 'MESSAGE-INVALID')
          const type = message.data.kind === 'dispatch' ? message.data.event.type : message.data.query.type
          return this.#answer(side, message.data.id, type, message.data.kind === 'dispatch' ? this.#desks.staff.dispatch(message.data.event) : this.#answerTo(message.data.query))
        }
      case 'training':
        return async (raw) => {
          const message = trainingMessageSchema.safeParse(raw)
          if (!message.success || !this.#desks.training) return this.#refuse(side, raw, 'MESSAGE-INVALID')
          return { id: message.data.id, result: this.#desks.training.dispatch(message.data.event) }
        }
    }
  }

  async #answerTo(query: StaffQuery): Promise<Result<unknown>> {
    return checkedAnswer(query, await this.#query(query), (error) => this.#onBug(`answer to ${query.type}`, error))
  }

  #query(query: StaffQuery): Promise<Result<unknown>> {
    switch (query.type) {
      case 'requestDetail':
        return Promise.resolve(this.#desks.staff.detail(query.requestId))
      case 'preview':
        return this.#desks.staff.preview(query.requestId)
      case 'staffAccounts':
        return Promise.resolve(this.#desks.staff.accounts())
      default:
        return isApplicationQuery(query) ? this.#desks.staff.onApplications(query) : this.#desks.staff.onCardCases(query)
    }
  }

  async #answer(side: 'resident' | 'staff', id: number, type: string, answer: Promise<Result<unknown>>): Promise<{ id: number; result: Result<unknown> }> {
    const result = await answer
    if (!result.ok && (result.failure.code === 'MESSAGE-ILL-TIMED' || result.failure.code === 'MESSAGE-FORBIDDEN')) this.#refused.note({ side, code: result.failure.code, messageType: type })
    return { id, result }
  }

  #refuse(side: Side, raw: unknown, code: FailureCode): Promise<{ id: number; result: Result<unknown> } | null> {
    if (side !== 'training') this.#refused.note({ side, code, messageType: 'unreadable' })
    const id = idOf(raw)
    return Promise.resolve(id === null ? null : { id, result: fail(code) })
  }
}

const idOf = (raw: unknown): number | null =>
  typeof raw === 'object' && raw !== null && 'id' in raw && Number.isSafeInteger(raw.id) ? (raw.id as number) : null

/** `detail` is for the operator's log; the glass gets the code. */
function wire(result: Result<unknown>): Extract<Outgoing, { kind: 'reply' }>['result'] {
  return result.ok ? { ok: true, value: result.value ?? null } : { ok: false, failure: { code: result.failure.code } }
}

import { uuidv7 } from '../../identifiers.ts'
import { createActor, type ActorRefFrom } from 'xstate'
import type { Display, FailureCode, Language, ResidentEvent, ResidentSnapshot, Service, TerminalView } from '../../../src-preload/contract.ts'
import type { AuditEvent } from '../../audit/event-catalogue.ts'
import type { CardReader } from '../../card/card-reader.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { Timers } from '../../timers.ts'
import type { IssuanceEvent, Outcome } from '../certificate-issuance/context.ts'
import { issuanceMachine } from '../certificate-issuance/machine.ts'
import type { IssuancePorts, IssuanceRules } from '../certificate-issuance/ports.ts'
import { IssuanceSteps } from '../certificate-issuance/steps.ts'
import { IdleWatch, type IdleLimits } from './idle-watch.ts'
import { isOpen, type OpeningHours } from './opening-hours.ts'
import { screenView, type ScreenView } from './resident-view.ts'

export interface SessionSettings {
  readonly terminal: TerminalView
  readonly hours: OpeningHours | null
  readonly idle: IdleLimits
  /** The slip is in the resident's hand: the next one should not have to wait. */
  readonly idleAfterSlip: IdleLimits
  readonly idleWaitingForStaff: IdleLimits
}

export interface SessionParts {
  readonly ports: IssuancePorts
  readonly rules: IssuanceRules
  readonly reader: CardReader
  readonly timers: Timers
  readonly settings: SessionSettings
  /** Why the terminal can't serve anyone now (store down, halted), or null. */
  readonly outOfService: () => FailureCode | null
  /** A bug surfaced in a running procedure; the session is wiped already. */
  readonly onBug: (where: string, error: unknown) => void
}

type Actor = ActorRefFrom<typeof issuanceMachine>

const plainDisplay: Display = { largeText: false, highContrast: false, furigana: false }

/** One resident at a time: runs one procedure, owns what the resident screen shows, forgets everything at its end. */
export class ResidentSession {
  readonly #parts: SessionParts
  readonly #idle: IdleWatch
  readonly #listeners = new Set<() => void>()
  readonly #unsubscribe: (() => void)[] = []
  #actor: Actor | null = null
  #sessionId = ''
  #language: Language
  #display = plainDisplay
  #staffCalled = false
  #revision = 0
  /** The card last seen, so that it begins one session at most. */
  #insertion: number | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.#language = parts.settings.terminal.languages[0] ?? 'ja'
    this.#idle = new IdleWatch({ timers: parts.timers, changed: () => this.#changed(), expired: () => this.#idleExpired() })
    this.#unsubscribe.push(
      parts.reader.subscribe((state) => {
        // A reader may say the same thing twice; a card that was left lying is not placed anew.
        const placed = state.kind === 'card' && state.insertion !== this.#insertion
        if (state.kind === 'card') this.#insertion = state.insertion
        if (this.#actor) return this.#actor.send({ type: 'reader', state })
        const begun = placed && this.#whyClosed() === null ? this.#begin(null) : null
        if (!begun?.ok) this.#changed()
      }),
      // Opening and closing time pass without any event.
      parts.timers.every(15_000, () => this.#changed()),
    )
  }

  snapshot(): ResidentSnapshot {
    return {
      side: 'resident',
      revision: this.#revision,
      terminal: this.#parts.settings.terminal,
      language: this.#language,
      display: this.#display,
      ...this.#view(),
      staffCalled: this.#staffCalled,
      // Before a session there is nobody to ask whether to go on.
      idleSecondsLeft: this.#actor ? this.#idle.secondsLeft : null,
    }
  }

  /** What the staff may know of the resident side: where it is, not who. */
  status(): { screen: string; failure: FailureCode | null; staffCalled: boolean; waitsForLastTryApproval: boolean } {
    const screen = this.#view().screen
    // The staff see the true code; the resident's neutral one hides it.
    const failure = screen.kind === 'failed' ? (this.#actor?.getSnapshot().context.failure ?? screen.failure) : screen.kind === 'outOfService' ? screen.failure : null
    return { screen: screen.kind, failure, staffCalled: this.#staffCalled, waitsForLastTryApproval: screen.kind === 'lastTry' && screen.state === 'waitingForStaff' }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** MESSAGE-ILL-TIMED when the event does not fit where the procedure is; nothing changes then. */
  dispatch(event: ResidentEvent): Result<void> {
    this.#touched()
    switch (event.type) {
      case 'touch':
        this.#changed()
        return ok()
      case 'setLanguage':
        if (!this.#parts.settings.terminal.languages.includes(event.language)) return fail('MESSAGE-INVALID')
        this.#language = event.language
        this.#changed()
        return ok()
      case 'setDisplay':
        this.#display = { ...this.#display, ...definedOnly(event.display) }
        this.#changed()
        return ok()
      case 'callStaff':
        if (!this.#staffCalled) this.#parts.ports.alerts.raise('staffCalled')
        this.#staffCalled = true
        this.#changed()
        return ok()
      case 'start':
        return this.#beginFromAttract(null)
      case 'chooseService':
        if (!this.#actor) return this.#beginFromAttract(event.service)
        return this.#send(event)
      default:
        return this.#send(event)
    }
  }

  answerCall(): void {
    this.#staffCalled = false
    this.#parts.ports.alerts.clear('staffCalled')
    this.#changed()
  }

  decideLastTry(allow: boolean): Result<void> {
    return this.#send({ type: 'lastTryDecided', allow })
  }

  refresh(): void {
    this.#changed()
  }

  /** Ends what runs (staff, shut-down) as soon as no step is under way, and waits until the card is let go. */
  async end(): Promise<void> {
    const actor = this.#actor
    if (!actor) {
      this.#forget()
      this.#changed()
      return
    }
    await new Promise<void>((resolve) => {
      const ask = (): void => {
        if (actor.getSnapshot().can({ type: 'staffEnd' })) actor.send({ type: 'staffEnd' })
      }
      actor.subscribe({ next: ask, complete: resolve, error: () => resolve() })
      ask()
    })
  }

  async close(): Promise<void> {
    await this.end()
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    this.#idle.stop()
  }

  #whyClosed(): FailureCode | null {
    return this.#parts.outOfService() ?? (isOpen(this.#parts.settings.hours, this.#parts.ports.clock.now()) ? null : 'KIOSK-CLOSED')
  }

  #view(): ScreenView {
    if (this.#actor) return screenView(this.#actor.getSnapshot())
    const closed = this.#whyClosed()
    const nothing = { back: false, stop: false, next: false }
    if (closed) {
      return { screen: { kind: 'outOfService', failure: closed, opensAt: closed === 'KIOSK-CLOSED' ? (this.#parts.settings.hours?.opens ?? null) : null }, progress: null, can: nothing }
    }
    return {
      screen: {
        kind: 'attract',
        services: this.#parts.rules.offers.map(({ service, fee }) => ({ service, fee })),
        cardPresent: this.#parts.reader.state().kind === 'card',
      },
      progress: null,
      can: nothing,
    }
  }

  #beginFromAttract(service: Service | null): Result<void> {
    if (this.#actor) return fail('MESSAGE-ILL-TIMED')
    const closed = this.#whyClosed()
    if (closed) return fail(closed)
    if (service !== null && !this.#parts.rules.offers.some((offer) => offer.service === service)) return fail('MESSAGE-INVALID')
    return this.#begin(service)
  }

  #begin(service: Service | null): Result<void> {
    this.#sessionId = uuidv7()
    const recorded = this.#record({ type: 'session-begin', sessionId: this.#sessionId })
    if (!recorded.ok) {
      this.#changed()
      return recorded
    }
    const steps = new IssuanceSteps(this.#parts.ports, this.#sessionId, () => this.#language)
    const actor = createActor(issuanceMachine, { input: { steps, rules: this.#parts.rules, reader: this.#parts.reader.state(), service } })
    this.#actor = actor
    let shown: string | null = null
    actor.subscribe({
      next: (snapshot) => {
        const kind = screenView(snapshot).screen.kind
        if (kind !== shown) this.#screenChanged(kind)
        shown = kind
        this.#changed()
      },
      complete: () => this.#finish(actor.getSnapshot().context.outcome, actor.getSnapshot().context.failure),
      error: (error) => this.#crashed(actor, error),
    })
    actor.start()
    this.#idle.start(this.#parts.settings.idle)
    this.#changed()
    return ok()
  }

  #screenChanged(kind: ResidentSnapshot['screen']['kind']): void {
    const waits = this.status().waitsForLastTryApproval
    // Decided, stopped, or the card was pulled: there is nothing left for a clerk to decide.
    if (!waits) this.#parts.ports.alerts.clear('lastTry')
    this.#idle.start(kind === 'slip' ? this.#parts.settings.idleAfterSlip : waits ? this.#parts.settings.idleWaitingForStaff : this.#parts.settings.idle)
  }

  #send(event: IssuanceEvent): Result<void> {
    const actor = this.#actor
    if (!actor?.getSnapshot().can(event)) return fail('MESSAGE-ILL-TIMED')
    actor.send(event)
    if (event.type === 'tryLastTime' && this.status().waitsForLastTryApproval) {
      this.#parts.ports.alerts.raise('lastTry')
      this.#idle.start(this.#parts.settings.idleWaitingForStaff)
    }
    return ok()
  }

  #touched(): void {
    if (this.#actor) this.#idle.touch()
    else this.#idle.start(this.#parts.settings.idle)
  }

  #idleExpired(): void {
    if (this.#actor) {
      this.#actor.send({ type: 'idle' })
      // A step that may not be broken off ignores it; the watch then starts over.
      this.#idle.start(this.#parts.settings.idle)
      return
    }
    this.#forget()
    this.#changed()
  }

  #finish(outcome: Outcome, failure: FailureCode | null): void {
    this.#end({ type: 'session-end', sessionId: this.#sessionId, outcome, code: outcome === 'failed' ? failure : null })
  }

  #crashed(actor: Actor, error: unknown): void {
    const context = actor.getSnapshot().context
    context.pin.wipe()
    context.card?.release().catch((unreleased: unknown) => this.#parts.onBug('release of the card', unreleased))
    this.#parts.onBug('certificate-issuance', error)
    this.#end({ type: 'session-end', sessionId: this.#sessionId, outcome: 'crash', code: 'INTERNAL' })
  }

  #end(event: AuditEvent): void {
    this.#actor = null
    this.#forget()
    const recorded = this.#record(event)
    if (!recorded.ok) this.#parts.onBug('session-end', new Error(recorded.failure.code))
    this.#changed()
  }

  #forget(): void {
    this.#idle.stop()
    this.#language = this.#parts.settings.terminal.languages[0] ?? 'ja'
    this.#display = plainDisplay
    this.#staffCalled = false
  }

  #record(event: AuditEvent): Result<void> {
    return this.#parts.ports.audit.record(event)
  }

  #changed(): void {
    this.#revision += 1
    for (const listener of this.#listeners) listener()
  }
}

function definedOnly(display: Partial<Record<keyof Display, boolean | undefined>>): Partial<Display> {
  return Object.fromEntries(Object.entries(display).filter(([, value]) => value !== undefined))
}

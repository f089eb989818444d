import type { CounterService, Display, FailureCode, Language, ResidentEvent, ResidentSnapshot, TerminalView } from '../../../src-preload/contract.ts'
import type { AuditEvent } from '../../audit/event-catalogue.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { CardReader } from '../../card/card-reader.ts'
import type { Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { uuidv7 } from '../../identifiers.ts'
import type { Timers } from '../../timers.ts'
import type { AlertBoard } from '../counter/alert-board.ts'
import type { BeginProcedure, Outcome, ProcedureEvent, ResidentProcedure, ScreenView, SessionMemory } from '../resident-procedure.ts'
import { can } from '../view-parts.ts'
import { givesWay } from './gives-way.ts'
import { IdleWatch, type IdleLimits } from './idle-watch.ts'
import { isOpen, type OpeningHours } from './opening-hours.ts'

export interface SessionSettings {
  readonly terminal: TerminalView
  readonly hours: OpeningHours | null
  readonly idle: IdleLimits
  /** The slip is in the resident's hand: the next one should not have to wait. */
  readonly idleAfterSlip: IdleLimits
  readonly idleWaitingForStaff: IdleLimits
}

export interface SessionParts {
  readonly audit: AuditLog
  readonly alerts: AlertBoard
  readonly clock: Clock
  /** What a resident can begin here, in the order of the profile; asked anew each time, fees change at midnight. */
  readonly services: () => readonly OfferedService[]
  readonly reader: CardReader
  readonly timers: Timers
  readonly settings: SessionSettings
  /** Why the terminal can't serve anyone now (store down, halted), or null. */
  readonly outOfService: () => FailureCode | null
  /** A bug surfaced in a running procedure; the session is wiped already. */
  readonly onBug: (where: string, error: unknown) => void
}

export interface OfferedService {
  readonly service: CounterService
  /** In yen for one copy; 0 for what costs nothing. */
  readonly fee: number
  readonly begin: BeginProcedure
}

const plainDisplay: Display = { largeText: false, highContrast: false, furigana: false }

/** Nothing runs; a service is being chosen (the card came first, or the resident went back); or one procedure runs. */
type Stage = { readonly kind: 'free' } | { readonly kind: 'choosing' } | { readonly kind: 'running'; readonly procedure: ResidentProcedure }

/** One resident at a time: runs one procedure, owns what the resident screen shows, forgets everything at its end. */
export class ResidentSession {
  readonly #parts: SessionParts
  readonly #idle: IdleWatch
  readonly #listeners = new Set<() => void>()
  readonly #unsubscribe: (() => void)[] = []
  #stage: Stage = { kind: 'free' }
  #sessionId = ''
  #memory: SessionMemory = { certificateChoices: null }
  #language: Language
  #display = plainDisplay
  #staffCalled = false
  #revision = 0
  /** Who waits for this session to be over. */
  readonly #whenFree: (() => void)[] = []
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
        if (this.#stage.kind === 'running') return this.#stage.procedure.send({ type: 'reader', state })
        const begun = placed && this.#stage.kind === 'free' && this.#whyClosed() === null ? this.#open() : null
        if (begun?.ok) this.#choose()
        else this.#changed()
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
      procedure: this.#stage.kind === 'running' ? this.#stage.procedure.name : null,
      ...this.#view(),
      staffCalled: this.#staffCalled,
      // Before a session there is nobody to ask whether to go on.
      idleSecondsLeft: this.#stage.kind === 'free' ? null : this.#idle.secondsLeft,
    }
  }

  /** What the staff may know of the resident side: where it is, not who. */
  status(): { screen: string; failure: FailureCode | null; staffCalled: boolean; waitsForLastTryApproval: boolean } {
    const screen = this.#view().screen
    // The staff see the true code; the resident's neutral one hides it.
    const failure = screen.kind === 'failed' ? (this.#running?.failure() ?? screen.failure) : screen.kind === 'outOfService' ? screen.failure : null
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
        if (!this.#staffCalled) this.#parts.alerts.raise('staffCalled')
        this.#staffCalled = true
        this.#changed()
        return ok()
      case 'start': {
        const opened = this.#openFromAttract()
        if (opened.ok) this.#choose()
        return opened
      }
      case 'chooseService':
        return this.#chooseService(event.service)
      default:
        return this.#stage.kind === 'choosing' ? this.#whileChoosing(event) : this.#send(event)
    }
  }

  /** Before a clerk begins something here: a screen that is only still being read gives way, and its session ends as it was. Nothing else is ended. */
  async makeWay(): Promise<void> {
    if (this.#running !== null && givesWay(this.#running.view().screen)) await this.end()
  }

  /**
   * A clerk begins a procedure that the resident follows here. MESSAGE-ILL-TIMED while somebody is being served; a
   * session in which nothing was chosen yet, because the card lay there already, goes on with it.
   */
  beginForStaff(begin: BeginProcedure): Result<void> {
    const opened = this.#stage.kind === 'choosing' ? this.#whileOpen() : this.#openFromAttract()
    if (opened.ok) this.#run(begin)
    return opened
  }

  answerCall(): void {
    this.#staffCalled = false
    this.#parts.alerts.clear('staffCalled')
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
    if (this.#stage.kind === 'free') {
      this.#forget()
      this.#changed()
      return
    }
    const over = new Promise<void>((resolve) => this.#whenFree.push(resolve))
    const ask = (): void => {
      if (this.#stage.kind === 'choosing') this.#finish('staff', null)
      else if (this.#running?.can({ type: 'staffEnd' })) this.#running.send({ type: 'staffEnd' })
    }
    const unsubscribe = this.subscribe(() => queueMicrotask(ask))
    ask()
    await over
    unsubscribe()
  }

  async close(): Promise<void> {
    await this.end()
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    this.#idle.stop()
  }

  #whyClosed(): FailureCode | null {
    return this.#parts.outOfService() ?? (isOpen(this.#parts.settings.hours, this.#parts.clock.now()) ? null : 'KIOSK-CLOSED')
  }

  get #running(): ResidentProcedure | null {
    return this.#stage.kind === 'running' ? this.#stage.procedure : null
  }

  #offered(): { service: CounterService; fee: number }[] {
    return this.#parts.services().map(({ service, fee }) => ({ service, fee }))
  }

  #view(): ScreenView {
    if (this.#stage.kind === 'running') return this.#stage.procedure.view()
    if (this.#stage.kind === 'choosing') return { screen: { kind: 'chooseService', services: this.#offered() }, progress: null, can: can(true, true, false) }
    const closed = this.#whyClosed()
    if (closed) {
      const opensAt = closed === 'KIOSK-CLOSED' ? (this.#parts.settings.hours?.opens ?? null) : null
      return { screen: { kind: 'outOfService', failure: closed, opensAt }, progress: null, can: can(false, false, false) }
    }
    const cardPresent = this.#parts.reader.state().kind === 'card'
    return { screen: { kind: 'attract', services: this.#offered(), cardPresent }, progress: null, can: can(false, false, false) }
  }

  #whileOpen(): Result<void> {
    const closed = this.#parts.outOfService()
    return closed ? fail(closed) : ok()
  }

  #openFromAttract(): Result<void> {
    if (this.#stage.kind !== 'free') return fail('MESSAGE-ILL-TIMED')
    const closed = this.#whyClosed()
    return closed ? fail(closed) : this.#open()
  }

  /** A session is begun by being written down; what it shows comes next. */
  #open(): Result<void> {
    this.#sessionId = uuidv7()
    this.#memory = { certificateChoices: null }
    const recorded = this.#record({ type: 'session-begin', sessionId: this.#sessionId })
    if (!recorded.ok) this.#changed()
    return recorded
  }

  #choose(): void {
    this.#stage = { kind: 'choosing' }
    this.#idle.start(this.#parts.settings.idle)
    this.#changed()
  }

  #chooseService(service: CounterService): Result<void> {
    if (this.#stage.kind === 'running') return fail('MESSAGE-ILL-TIMED')
    const offered = this.#parts.services().find((each) => each.service === service)
    if (!offered) return fail('MESSAGE-INVALID')
    if (this.#stage.kind === 'free') {
      const opened = this.#openFromAttract()
      if (!opened.ok) return opened
    }
    this.#run(offered.begin)
    return ok()
  }

  #whileChoosing(event: ResidentEvent): Result<void> {
    if (event.type !== 'back' && event.type !== 'stop') return fail('MESSAGE-ILL-TIMED')
    this.#finish('stopped', null)
    return ok()
  }

  #run(begin: BeginProcedure): void {
    const procedure = begin({ sessionId: this.#sessionId, language: () => this.#language, reader: this.#parts.reader.state(), memory: this.#memory })
    this.#stage = { kind: 'running', procedure }
    let shown: string | null = null
    const shows = (): void => {
      const kind = procedure.view().screen.kind
      if (kind !== shown) this.#screenChanged(kind)
      shown = kind
    }
    this.#idle.start(this.#parts.settings.idle)
    procedure.start({
      changed: () => {
        shows()
        this.#changed()
      },
      ended: () => this.#ended(procedure),
      crashed: (error) => this.#crashed(procedure, error),
    })
    this.#changed()
  }

  #screenChanged(kind: ResidentSnapshot['screen']['kind']): void {
    const waits = this.status().waitsForLastTryApproval
    // Decided, stopped, or the card was pulled: there is nothing left for a clerk to decide.
    if (!waits) this.#parts.alerts.clear('lastTry')
    this.#idle.start(kind === 'slip' || kind === 'applicationSlip' ? this.#parts.settings.idleAfterSlip : waits ? this.#parts.settings.idleWaitingForStaff : this.#parts.settings.idle)
  }

  #send(event: ProcedureEvent): Result<void> {
    const procedure = this.#running
    if (!procedure?.can(event)) return fail('MESSAGE-ILL-TIMED')
    procedure.send(event)
    if (event.type === 'tryLastTime' && this.status().waitsForLastTryApproval) {
      this.#parts.alerts.raise('lastTry')
      this.#idle.start(this.#parts.settings.idleWaitingForStaff)
    }
    return ok()
  }

  #touched(): void {
    if (this.#stage.kind === 'free') this.#idle.start(this.#parts.settings.idle)
    else this.#idle.touch()
  }

  #idleExpired(): void {
    switch (this.#stage.kind) {
      case 'running':
        this.#stage.procedure.send({ type: 'idle' })
        // A step that may not be broken off ignores it; the watch then starts over.
        this.#idle.start(this.#parts.settings.idle)
        return
      case 'choosing':
        return this.#finish('idle', null)
      case 'free':
        this.#forget()
        this.#changed()
    }
  }

  #ended(procedure: ResidentProcedure): void {
    const outcome = procedure.outcome()
    if (outcome === 'otherService') this.#choose()
    else this.#finish(outcome, procedure.failure())
  }

  #finish(outcome: Exclude<Outcome, 'otherService'>, failure: FailureCode | null): void {
    this.#end({ type: 'session-end', sessionId: this.#sessionId, outcome, code: outcome === 'failed' ? failure : null })
  }

  #crashed(procedure: ResidentProcedure, error: unknown): void {
    procedure.abandon().catch((unreleased: unknown) => this.#parts.onBug('release of the card', unreleased))
    this.#parts.onBug(procedure.name, error)
    this.#end({ type: 'session-end', sessionId: this.#sessionId, outcome: 'crash', code: 'INTERNAL' })
  }

  #end(event: AuditEvent): void {
    this.#stage = { kind: 'free' }
    this.#forget()
    const recorded = this.#record(event)
    if (!recorded.ok) this.#parts.onBug('session-end', new Error(recorded.failure.code))
    this.#changed()
    for (const free of this.#whenFree.splice(0)) free()
  }

  #forget(): void {
    this.#idle.stop()
    this.#language = this.#parts.settings.terminal.languages[0] ?? 'ja'
    this.#display = plainDisplay
    this.#staffCalled = false
  }

  #record(event: AuditEvent): Result<void> {
    return this.#parts.audit.record(event)
  }

  #changed(): void {
    this.#revision += 1
    for (const listener of this.#listeners) listener()
  }
}

function definedOnly(display: Partial<Record<keyof Display, boolean | undefined>>): Partial<Display> {
  return Object.fromEntries(Object.entries(display).filter(([, value]) => value !== undefined))
}

import type { FailureCode, IndividualNumberPurpose, Language, ProcedureName, RecordOption, ResidentEvent, ResidentSnapshot } from '../../src-preload/contract.ts'
import type { ReaderState } from '../card/card-reader.ts'

/** What reaches a procedure on the resident's side. */
export type ProcedureEvent =
  | ResidentEvent
  | { type: 'reader'; state: ReaderState }
  | { type: 'idle' }
  | { type: 'staffEnd' }
  | { type: 'lastTryDecided'; allow: boolean }

/** How a procedure ended. `otherService`: the resident wants to choose again; the session goes on. */
export type Outcome = 'completed' | 'stopped' | 'idle' | 'failed' | 'staff' | 'otherService'

/** Everything of a snapshot that depends on where the procedure is. */
export type ScreenView = Pick<ResidentSnapshot, 'screen' | 'progress' | 'can'>

/** What a session remembers from one procedure to the next, so that going back to the services loses no choice. Gone with the session. */
export interface SessionMemory {
  certificateChoices: { readonly include: readonly RecordOption[]; readonly purpose: IndividualNumberPurpose | null; readonly copies: number } | null
}

/** What the session gives a procedure that it begins. */
export interface ProcedureStart {
  /** For the audit log. */
  readonly sessionId: string
  /** Asked when it is needed: the resident may change it at any step. */
  readonly language: () => Language
  readonly reader: ReaderState
  readonly memory: SessionMemory
}

/** One running procedure as the session drives it, whatever its machine. */
export interface ResidentProcedure {
  readonly name: ProcedureName
  view(): ScreenView
  /** The true code, which the resident's neutral one may hide. */
  failure(): FailureCode | null
  outcome(): Outcome
  can(event: ProcedureEvent): boolean
  send(event: ProcedureEvent): void
  start(listeners: { changed: () => void; ended: () => void; crashed: (error: unknown) => void }): void
  /** After a bug: zeroes what was entered and lets the card go, without the machine. */
  abandon(): Promise<void>
}

export type BeginProcedure = (start: ProcedureStart) => ResidentProcedure

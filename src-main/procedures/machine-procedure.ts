import type { FailureCode, ProcedureName } from '../../src-preload/contract.ts'
import type { Outcome, ProcedureEvent, ResidentProcedure, ScreenView } from './resident-procedure.ts'

/** What the session needs of an XState actor whose machine takes the events of a procedure. */
interface ProcedureActor<Snapshot> {
  getSnapshot(): Snapshot
  send(event: ProcedureEvent): void
  subscribe(observer: { next: () => void; complete: () => void; error: (error: unknown) => void }): unknown
  start(): unknown
}

export interface MachineParts<Snapshot> {
  readonly name: ProcedureName
  readonly actor: ProcedureActor<Snapshot>
  readonly view: (snapshot: Snapshot) => ScreenView
  readonly state: (snapshot: Snapshot) => { readonly failure: FailureCode | null; readonly outcome: Outcome }
  readonly abandon: (snapshot: Snapshot) => Promise<void>
}

/** Any of the procedures' machines, as the session drives it. */
export function machineProcedure<Snapshot extends { can(event: ProcedureEvent): boolean }>(parts: MachineParts<Snapshot>): ResidentProcedure {
  const { actor } = parts
  return {
    name: parts.name,
    view: () => parts.view(actor.getSnapshot()),
    failure: () => parts.state(actor.getSnapshot()).failure,
    outcome: () => parts.state(actor.getSnapshot()).outcome,
    can: (event) => actor.getSnapshot().can(event),
    send: (event) => actor.send(event),
    start({ changed, ended, crashed }) {
      actor.subscribe({ next: changed, complete: ended, error: crashed })
      actor.start()
    },
    abandon: () => parts.abandon(actor.getSnapshot()),
  }
}

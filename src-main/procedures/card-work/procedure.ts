import { createActor } from 'xstate'
import { fail, type Result } from '../../failures/result.ts'
import type { CardWorkTask } from '../card-cases/card-work-task.ts'
import { machineProcedure } from '../machine-procedure.ts'
import type { ProcedureStart, ResidentProcedure } from '../resident-procedure.ts'
import type { ResidentSession } from '../session/resident-session.ts'
import { cardWorkMachine } from './machine.ts'
import type { CardWorkPorts, CardWorkProcedureRules } from './ports.ts'
import { CardWorkSteps } from './steps.ts'
import { cardWorkView } from './view.ts'

/** The task that the clerk gave to the card, on the resident's screen. CASE-STATE without one, MESSAGE-ILL-TIMED while somebody is being served. */
export async function startCardWork(session: Pick<ResidentSession, 'makeWay' | 'beginForStaff'>, ports: CardWorkPorts, rules: CardWorkProcedureRules): Promise<Result<void>> {
  await session.makeWay()
  const task = ports.work.task()
  if (task === null) return fail('CASE-STATE', 'no case is at the card')
  return session.beginForStaff((start) => beginCardWork(ports, rules, task, start))
}

export function beginCardWork(ports: CardWorkPorts, rules: CardWorkProcedureRules, task: CardWorkTask, start: ProcedureStart): ResidentProcedure {
  const steps = new CardWorkSteps(ports, task, start.sessionId)
  const actor = createActor(cardWorkMachine(), { input: { steps, rules, task, reader: start.reader } })
  const procedure = machineProcedure({
    name: 'cardWork',
    actor,
    view: cardWorkView,
    state: ({ context }) => context,
    async abandon({ context }) {
      context.secrets.wipe()
      await context.opened?.card.release()
      if (!context.settled && !steps.giveUp('INTERNAL').ok) throw new Error('the case could not be told that its work ended')
    },
  })
  /** The clerk took the case back: the resident is let go as soon as no step is under way. */
  const leaveWhenTakenBack = (): void => {
    const gone = ports.work.task()?.caseId !== task.caseId && !actor.getSnapshot().context.settled
    if (gone && procedure.can({ type: 'staffEnd' })) procedure.send({ type: 'staffEnd' })
  }
  return {
    ...procedure,
    start({ changed, ended, crashed }) {
      const unsubscribe = ports.work.subscribe(leaveWhenTakenBack)
      procedure.start({
        changed() {
          changed()
          queueMicrotask(leaveWhenTakenBack)
        },
        ended() {
          unsubscribe()
          ended()
        },
        crashed(error) {
          unsubscribe()
          crashed(error)
        },
      })
    },
  }
}

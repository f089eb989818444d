import { createActor } from 'xstate'
import { machineProcedure } from '../machine-procedure.ts'
import type { ProcedureStart, ResidentProcedure } from '../resident-procedure.ts'
import { pinChangeMachine } from './machine.ts'
import type { PinChangePorts, PinChangeRules } from './ports.ts'
import { PinChangeSteps } from './steps.ts'
import { pinChangeView } from './view.ts'

/** 暗証番号の変更. */
export function beginPinChange(ports: PinChangePorts, rules: PinChangeRules, start: ProcedureStart): ResidentProcedure {
  const steps = new PinChangeSteps(ports, start.sessionId)
  return machineProcedure({
    name: 'pinChange',
    actor: createActor(pinChangeMachine(), { input: { steps, rules, reader: start.reader } }),
    view: pinChangeView,
    state: ({ context }) => context,
    async abandon({ context }) {
      context.secrets.wipe()
      await context.card?.release()
    },
  })
}

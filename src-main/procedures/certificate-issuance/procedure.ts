import { createActor } from 'xstate'
import { machineProcedure } from '../machine-procedure.ts'
import type { ProcedureStart, ResidentProcedure } from '../resident-procedure.ts'
import { issuanceMachine } from './machine.ts'
import type { IssuancePorts, IssuanceRules, ServiceOffer } from './ports.ts'
import { IssuanceSteps } from './steps.ts'
import { issuanceView } from './view.ts'

/** 証明書の窓口交付 for one offered certificate. */
export function beginIssuance(ports: IssuancePorts, rules: IssuanceRules, offer: ServiceOffer, start: ProcedureStart): ResidentProcedure {
  const steps = new IssuanceSteps(ports, start.sessionId, start.language)
  return machineProcedure({
    name: 'certificateIssuance',
    actor: createActor(issuanceMachine(), { input: { steps, rules, reader: start.reader, offer, memory: start.memory } }),
    view: issuanceView,
    state: ({ context }) => context,
    async abandon({ context }) {
      context.pin.wipe()
      await context.card?.release()
    },
  })
}

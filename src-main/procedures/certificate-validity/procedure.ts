import { createActor } from 'xstate'
import { machineProcedure } from '../machine-procedure.ts'
import type { ProcedureStart, ResidentProcedure } from '../resident-procedure.ts'
import { validityMachine } from './machine.ts'
import type { ValidityPorts, ValidityRules } from './ports.ts'
import { ValiditySteps } from './steps.ts'
import { validityView } from './view.ts'

/** 電子証明書の有効性確認. */
export function beginCertificateValidity(ports: ValidityPorts, rules: ValidityRules, start: ProcedureStart): ResidentProcedure {
  const steps = new ValiditySteps(ports, rules, start.sessionId, start.language)
  return machineProcedure({
    name: 'certificateValidity',
    actor: createActor(validityMachine(), { input: { steps, rules, reader: start.reader } }),
    view: validityView,
    state: ({ context }) => context,
    async abandon({ context }) {
      context.password.wipe()
      await context.card?.release()
    },
  })
}

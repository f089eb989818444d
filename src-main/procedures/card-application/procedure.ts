import { createActor } from 'xstate'
import { clerkReasons } from '../../applications/rules/evaluate.ts'
import { dayInJapan } from '../../clock.ts'
import { fail, type Result } from '../../failures/result.ts'
import { changesFrom } from '../../queue/applications/application-transitions.ts'
import { machineProcedure } from '../machine-procedure.ts'
import type { ProcedureStart, ResidentProcedure } from '../resident-procedure.ts'
import type { ResidentSession } from '../session/resident-session.ts'
import type { GivenDraft } from './context.ts'
import { applicationMachine } from './machine.ts'
import type { CardApplicationPorts, CardApplicationRules } from './ports.ts'
import { ApplicationSteps } from './steps.ts'
import { applicationView } from './view.ts'

/** A clerk's draft, or a returned application, on the resident's screen, for its photo. APPLICATION-NOT-FOUND, APPLICATION-STATE for one whose photo is settled or that somebody is at, MESSAGE-ILL-TIMED while somebody is being served, STORE-*. */
export async function startCardApplication(
  session: Pick<ResidentSession, 'makeWay' | 'beginForStaff'>,
  ports: CardApplicationPorts,
  rules: CardApplicationRules,
  applicationId: string,
): Promise<Result<void>> {
  await session.makeWay()
  const stored = ports.store.get(applicationId)
  if (!stored.ok) return stored
  const { state, atResident } = stored.value
  if (!changesFrom(state).has('atResident') || atResident) return fail('APPLICATION-STATE', 'nothing that waits for its photo')
  const personal = ports.store.openPersonal(applicationId)
  if (!personal.ok) return personal
  const { facts, photo } = personal.value
  // What came back is not offered again: a new one is taken, and the one before stays until then.
  const given: GivenDraft = { applicationId, facts, photo: photo === null || state === 'returned' ? null : { source: photo.source, findings: [...photo.findings], asked: clerkReasons({ findings: photo.findings, exception: photo.exception?.reason ?? null }, rules.application) } }
  return session.beginForStaff((start) => beginCardApplication(ports, rules, start, given))
}

/** 個人番号カード交付申請. */
export function beginCardApplication(ports: CardApplicationPorts, rules: CardApplicationRules, start: ProcedureStart, given: GivenDraft | null = null): ResidentProcedure {
  const steps = new ApplicationSteps(ports, rules, start.language)
  return machineProcedure({
    name: 'cardApplication',
    actor: createActor(applicationMachine(), { input: { steps, rules, today: dayInJapan(ports.clock.now()), given } }),
    view: applicationView,
    state: ({ context }) => context,
    async abandon({ context: { applicationId, finished } }) {
      if (applicationId === null || finished !== null) return
      const left = await steps.end(applicationId, 'crash')
      if (!left.ok) throw new Error(`the application could not be left to the staff: ${left.failure.code}`)
    },
  })
}

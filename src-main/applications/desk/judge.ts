import { dayInJapan } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { ApplicationPersonalData, StoredApplication } from '../../queue/applications/application-store.ts'
import { formatIsoLike, isComplete } from '../../residents/dates/civil-date.ts'
import type { HolderRecord } from '../../residents/resident-directory.ts'
import type { Resident } from '../../residents/resident.ts'
import { evaluateApplication, type ApplicationEvaluation } from '../rules/evaluate.ts'
import type { ApplicantInRecord } from '../rules/situation.ts'
import type { ApplicationPorts } from './ports.ts'

export interface JudgedApplication {
  readonly application: StoredApplication
  readonly personal: ApplicationPersonalData
  readonly holder: HolderRecord | null
  readonly evaluation: ApplicationEvaluation
}

export type JudgePorts = Pick<ApplicationPorts, 'store' | 'directory' | 'forms' | 'rules' | 'documents' | 'clock' | 'place'>

/** The application by the rules of today, the record of residents read anew. */
export async function judgeApplication(ports: JudgePorts, applicationId: string): Promise<Result<JudgedApplication>> {
  const stored = ports.store.get(applicationId)
  if (!stored.ok) return stored
  const personal = ports.store.openPersonal(applicationId)
  if (!personal.ok) return personal
  const { facts, photo, residentId } = personal.value
  const now = ports.clock.now()
  const holder = residentId === null ? ok(null) : await ports.directory.holder(residentId, now)
  if (!holder.ok) return holder
  const form = facts.formId === null ? ok(null) : ports.forms.find(facts.formId)
  if (!form.ok) return form
  const used = facts.formId === null ? ok(false) : ports.store.isFormUsed(facts.formId, applicationId)
  if (!used.ok) return used
  const returned = photo === null ? ok(false) : isPhotoReturned(ports, stored.value)
  if (!returned.ok) return returned
  const evaluation = evaluateApplication(
    {
      facts,
      today: dayInJapan(now),
      applicant: holder.value === null ? null : applicantInRecord(holder.value.resident),
      form: form.value,
      formUsed: used.value,
      photo: photo === null ? null : { findings: photo.findings, exception: photo.exception?.reason ?? null, confirmed: photo.confirmedBy !== null, returned: returned.value },
      offered: ports.place,
    },
    ports.rules,
    ports.documents,
  )
  return ok({ application: stored.value, personal: personal.value, holder: holder.value, evaluation })
}

/** 写真の不備による返戻: whether the photo is still the one that came back. */
function isPhotoReturned({ store }: Pick<JudgePorts, 'store'>, { applicationId, state }: StoredApplication): Result<boolean> {
  if (state !== 'returned') return ok(false)
  const history = store.history(applicationId)
  if (!history.ok) return history
  const back = history.value.findLastIndex(({ change }) => change === 'return')
  // A reason is followed by the clerk's note, where one was typed.
  if (history.value[back]?.reason?.split(':')[0] !== 'photo') return ok(false)
  return ok(!history.value.slice(back).some(({ change }) => change === 'savePhoto' || change === 'exceptPhoto'))
}

export function applicantInRecord({ residentId, birthDate, foreign, status, addressSetOn, becameResidentOn }: Resident): ApplicantInRecord {
  const since = addressSetOn ?? becameResidentOn
  return {
    residentId,
    birthDate,
    foreign: foreign !== null,
    current: status.kind === 'current' || status.kind === 'movingOut',
    addressSince: isComplete(since) ? formatIsoLike(since) : null,
  }
}

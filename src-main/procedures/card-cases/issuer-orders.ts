import { fail, ok, type Result } from '../../failures/result.ts'
import type { CardRecord, CertificateSerial, IssuerOrder, NewPins } from '../../issuer/issuer-terminal.ts'
import type { CaseOrder } from '../../queue/cases/card-case-store.ts'
import { formatIsoLike, isComplete } from '../../residents/dates/civil-date.ts'
import type { HolderRecord } from '../../residents/resident-directory.ts'
import type { WorkPlan } from './rules/work-plan.ts'

const sexCodes = { male: '1', female: '2', notStated: '9' } as const

/** What the record says now, as the chip stores it. RESIDENT-INCOMPLETE where the birth date is not known to the day. */
export function cardRecord({ resident, address }: HolderRecord): Result<CardRecord> {
  if (!isComplete(resident.birthDate)) return fail('RESIDENT-INCOMPLETE', 'applicant.birthDate')
  return ok({ name: resident.name.text, address, birthDate: formatIsoLike(resident.birthDate), sex: sexCodes[resident.sex] })
}

export interface OrderMaterial {
  readonly plan: WorkPlan
  readonly record: () => Result<CardRecord>
  readonly serials: readonly CertificateSerial[]
  readonly pins: NewPins
  readonly municipalityCode: string
}

/** The order as the issuer's terminal takes it, with what is true at this moment. */
export function issuerOrder({ orderId, work }: CaseOrder, material: OrderMaterial): Result<IssuerOrder> {
  const { plan, pins, serials, municipalityCode } = material
  switch (work) {
    case 'resetPins':
      return ok({ orderId, kind: work, pins })
    case 'suspend':
      return ok({ orderId, kind: work, serials })
    case 'release':
    case 'returnCard':
    case 'switchToFaceAuthentication':
      return ok({ orderId, kind: work })
    case 'issueCertificates':
    case 'updateRecord':
    case 'continueUse': {
      const record = material.record()
      if (!record.ok) return record
      if (work === 'issueCertificates') return ok({ orderId, kind: work, certificates: plan.certificates, record: record.value, pins })
      return ok(work === 'updateRecord' ? { orderId, kind: work, record: record.value } : { orderId, kind: work, municipalityCode, record: record.value })
    }
  }
}

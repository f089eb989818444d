import type { ApplicationFacts, ApplicationFinding, ApplicationKind, CollectionWay, PhotoException, PhotoReason } from '../../../src-preload/contract.ts'
import { applicationFindingKeys } from '../../../src-preload/contract.ts'
import type { CivilDate } from '../../residents/resident.ts'

/** The applicant in the record of residents. */
export interface ApplicantInRecord {
  readonly residentId: string
  readonly birthDate: CivilDate
  readonly foreign: boolean
  /** Neither moved out nor dead. */
  readonly current: boolean
  /** 住所を定めた年月日, or where that is not recorded 住民となった年月日; ISO, null where a part is unknown. */
  readonly addressSince: string | null
}

/** A form as the municipality gave it out. */
export interface IssuedForm {
  readonly residentId: string
  /** ISO */
  readonly issuedOn: string
}

/** Everything the rules look at, on one day. */
export interface ApplicationSituation {
  readonly facts: ApplicationFacts
  /** ISO, in Japan. */
  readonly today: string
  readonly applicant: ApplicantInRecord | null
  /** Null: this municipality doesn't know the form; it may be another's. */
  readonly form: IssuedForm | null
  /** Another application of this terminal, not ended, has the same 申請書ID. */
  readonly formUsed: boolean
  readonly photo: {
    readonly findings: readonly PhotoReason[]
    readonly exception: PhotoException | null
    readonly confirmed: boolean
    /** The issuer sent the application back for this very photo, and nobody has said since why it is taken all the same. */
    readonly returned: boolean
  } | null
  readonly offered: { readonly kinds: readonly ApplicationKind[]; readonly collections: readonly CollectionWay[] }
}

const barred: ReadonlySet<string> = new Set(applicationFindingKeys.barred)

export const finding = (key: ApplicationFinding['key']): ApplicationFinding => ({ key, level: barred.has(key) ? 'barred' : 'missing' })

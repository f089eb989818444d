import type { Extent } from '../../../src-preload/contract.ts'
import type { SubjectPerson } from '../subject.ts'
import type { LabelKey } from './words.ts'

/** Cells of one person's block, and of the header (世帯連記式, reference counter-procedures §D.4, §D.5). */
export type FieldName = Exclude<LabelKey, 'birthSexRelationship' | 'remarks'> | 'birthDate' | 'sex' | 'relationship' | `remark${number}`

export interface Cell {
  readonly field: FieldName
  /** As printed: never empty, ＊＊＊ where nothing is recorded. */
  readonly text: string
}

export interface PersonBlock {
  /** Japanese nationals and foreign residents have different rows. */
  readonly kind: 'japanese' | 'foreign'
  /** Number on the paper, counted over all sheets from 1. */
  readonly number: number
  readonly subject: SubjectPerson
  readonly cells: readonly Cell[]
}

export interface Sheet {
  readonly number: number
  readonly persons: readonly PersonBlock[]
}

/** What the paper says, before any thought of how it looks. */
export interface CertificateContent {
  readonly requestId: string
  readonly extent: Extent
  readonly address: Cell
  readonly head: Cell
  readonly sheets: readonly Sheet[]
  readonly certification: string
  /** ２０２６年（令和８年）１１月２１日. */
  readonly issueDate: string
  /** The same day as YYYY-MM-DD in Japan. */
  readonly issuedOn: string
  readonly mayorTitle: string
  readonly mayorName: string
  readonly municipalityName: string
  readonly municipalityCode: string
  readonly certificateNumber: string
  readonly terminalNumber: string
  readonly reissue: boolean
  readonly specimen: boolean
}

export const personsPerSheet = 4
/** Cells for 備考 in a block of each kind; further remarks share the last one. */
export const remarkCells = { japanese: 4, foreign: 2 } as const

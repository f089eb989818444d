import type { CardCaseDetail, CardCaseRow } from '../../../../src-preload/contract.ts'

/** What every dialog about a case gets. */
export interface CaseDialogProps {
  row: CardCaseRow
  detail: CardCaseDetail
  onClose: () => void
}

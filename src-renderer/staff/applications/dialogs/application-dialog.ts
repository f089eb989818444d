import type { ApplicationDetail, ApplicationRow } from '../../../../src-preload/contract.ts'

export interface ApplicationDialogProps {
  row: ApplicationRow
  detail: ApplicationDetail
  onClose: () => void
}

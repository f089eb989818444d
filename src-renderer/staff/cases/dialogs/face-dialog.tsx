import { useState } from 'react'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import { DateField } from '../facts/fact-fields.tsx'
import type { CaseDialogProps } from './case-dialog.ts'
import { readSecurityCode } from './security-code.ts'

/** 券面の入力: for 照合番号B and the rules about PINs that can be guessed. In main's memory only. */
export function FaceDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  const { face: own, newCase } = words.cases.dialogs
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const securityCode = readSecurityCode(typed)
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        isDisabled: expiresOn === null || securityCode === null,
        onSubmit: () => {
          if (expiresOn !== null && securityCode !== null) perform('typeFace', { type: 'cardCaseFace', caseId: row.caseId, expiresOn, securityCode })
        },
      }}
    >
      <p>{own.lead}</p>
      <DateField label={newCase.expiresOn} value={expiresOn} onChange={setExpiresOn} takesFocus />
      <DeskField label={newCase.securityCode} value={typed} onChange={setTyped} maxLength={8} />
    </DeskDialog>
  )
}

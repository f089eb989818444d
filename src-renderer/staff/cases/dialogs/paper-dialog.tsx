import { useMemo, useState } from 'react'
import type { CasePaper, StaffGlass } from '../../../../src-preload/contract.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { PaperSheet } from '../../preview/paper-sheet.tsx'
import { PaperTools } from '../../preview/paper-tools.tsx'
import { usePaper } from '../../preview/use-paper.ts'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import type { CaseDialogProps } from './case-dialog.ts'

const zooms = [1, 1.5, 2, 3] as const

/** The paper as it will come out, looked at before it is printed: it carries a name to the right or to the wrong person. */
export function PaperDialog({ row, onClose, paper: which }: CaseDialogProps & { paper: CasePaper }) {
  const { words } = useStaff()
  const { glass, perform } = useCasesDesk()
  const [attempt, setAttempt] = useState(0)
  const [sheet, setSheet] = useState(1)
  const [zoomStep, setZoomStep] = useState(0)
  const { caseId } = row
  const source = useMemo<Pick<StaffGlass, 'preview'>>(() => ({ preview: () => glass.cardCasePaper(caseId, which) }), [glass, caseId, which])
  const paper = usePaper(source, caseId, `${which} ${attempt}`)
  const { dialogs, papers } = words.cases
  const own = words.requests.preview
  const sheets = paper.state === 'open' ? paper.paper.sheets : 1
  return (
    <DeskDialog
      title={dialogs.paper.title(papers[which], row.number)}
      onClose={onClose}
      wide
      submit={{
        words: dialogs.paper.submit,
        // What can't be set can't be printed either; what only this screen can't draw can.
        isDisabled: paper.state !== 'open' && paper.state !== 'unreadable',
        takesFocus: true,
        onSubmit: () => {
          perform(which === 'applicationForm' ? 'printForm' : 'printLetter', { type: 'cardCasePrint', caseId, paper: which })
        },
      }}
    >
      <p className="quiet">{dialogs.paper.lead}</p>
      <div className="paper dialog-paper">
        {paper.state === 'open' ? (
          <>
            <PaperTools
              sheet={sheet}
              sheets={sheets}
              zoom={zooms[zoomStep] ?? 1}
              canZoomIn={zoomStep < zooms.length - 1}
              onTurn={(by) => {
                setSheet((now) => Math.min(sheets, Math.max(1, now + by)))
              }}
              onZoom={(by) => {
                setZoomStep((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
              }}
              isProvisional={false}
            />
            <PaperSheet paper={paper.paper} sheet={Math.min(sheet, sheets)} zoom={zooms[zoomStep] ?? 1} />
          </>
        ) : (
          <div className="paper-waiting" aria-live="polite">
            {paper.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
            {paper.state === 'failed' ? <FailureNote code={paper.code} lead={papers[which]} /> : null}
            {paper.state === 'unreadable' ? <p className="field-error">{own.unreadable}</p> : null}
            {paper.state === 'loading' ? null : (
              <DeskButton
                onPress={() => {
                  setAttempt((before) => before + 1)
                }}
              >
                {own.again}
              </DeskButton>
            )}
          </div>
        )}
      </div>
    </DeskDialog>
  )
}

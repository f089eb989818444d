import { useMemo, useState } from 'react'
import type { Preview, Reply, StaffGlass } from '../../../../src-preload/contract.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { PaperSheet } from '../../preview/paper-sheet.tsx'
import { PaperTools } from '../../preview/paper-tools.tsx'
import { usePaper, type PaperState } from '../../preview/use-paper.ts'
import { useStaff } from '../../staff-context.ts'

const zooms = [1, 1.5, 2, 3] as const

export interface PaperSource {
  readonly paper: PaperState
  readonly again: () => void
}

/** A paper that main sets anew. @param ask must stay the same function from one drawing to the next. */
export function usePaperOf(ask: () => Promise<Reply<Preview>>, id: string, which: string): PaperSource {
  const [attempt, setAttempt] = useState(0)
  const source = useMemo<Pick<StaffGlass, 'preview'>>(() => ({ preview: ask }), [ask])
  const paper = usePaper(source, id, `${which} ${attempt}`)
  return {
    paper,
    again: () => {
      setAttempt((before) => before + 1)
    },
  }
}

/** What can't be set can't be printed either; what only this screen can't draw can. */
export const isPrintable = ({ state }: PaperState): boolean => state === 'open' || state === 'unreadable'

/** The paper as it will come out. */
export function PaperPreview({ paper, again, name }: PaperSource & { name: string }) {
  const { words } = useStaff()
  const [sheet, setSheet] = useState(1)
  const [zoomStep, setZoomStep] = useState(0)
  const own = words.requests.preview
  const sheets = paper.state === 'open' ? paper.paper.sheets : 1
  const zoom = zooms[zoomStep] ?? 1
  return (
    <div className="paper dialog-paper">
      {paper.state === 'open' ? (
        <>
          <PaperTools
            sheet={sheet}
            sheets={sheets}
            zoom={zoom}
            canZoomIn={zoomStep < zooms.length - 1}
            onTurn={(by) => {
              setSheet((now) => Math.min(sheets, Math.max(1, now + by)))
            }}
            onZoom={(by) => {
              setZoomStep((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
            }}
            isProvisional={false}
          />
          <PaperSheet paper={paper.paper} sheet={Math.min(sheet, sheets)} zoom={zoom} />
        </>
      ) : (
        <div className="paper-waiting" aria-live="polite">
          {paper.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
          {paper.state === 'failed' ? <FailureNote code={paper.code} lead={name} /> : null}
          {paper.state === 'unreadable' ? <p className="field-error">{own.unreadable}</p> : null}
          {paper.state === 'loading' ? null : <DeskButton onPress={again}>{own.again}</DeskButton>}
        </div>
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { CommandName } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { PaperTools } from './paper-tools.tsx'
import type { PaperState } from './use-paper.ts'

const zooms = [1, 1.5, 2, 3] as const

/** Where the page's keys reach the paper that is shown. */
export interface PaperKeys {
  press: (command: Extract<CommandName, 'previousSheet' | 'nextSheet' | 'zoomIn' | 'zoomOut'>) => void
}

export interface PaperViewProps {
  paper: PaperState
  /** Which paper it is. */
  name: string
  /** Sets it anew, after a failure. */
  again: () => void
  isProvisional?: boolean
  keys?: PaperKeys
}

/** The paper as it will come out, sheet by sheet; or why it is not there. */
export function PaperView({ paper, name, again, isProvisional = false, keys }: PaperViewProps) {
  const { words } = useStaff()
  const [sheet, setSheet] = useState(1)
  const [zoomStep, setZoomStep] = useState(0)
  const own = words.requests.preview
  const sheets = paper.state === 'open' ? paper.paper.sheets : 1
  const zoom = zooms[zoomStep] ?? 1
  const turn = (by: number): void => {
    setSheet((now) => Math.min(sheets, Math.max(1, now + by)))
  }
  const zoomBy = (by: number): void => {
    setZoomStep((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
  }
  useEffect(() => {
    if (keys === undefined) return undefined
    keys.press = (command) => {
      if (command === 'previousSheet') turn(-1)
      if (command === 'nextSheet') turn(1)
      if (command === 'zoomIn') zoomBy(1)
      if (command === 'zoomOut') zoomBy(-1)
    }
    return () => {
      keys.press = () => undefined
    }
  })
  if (paper.state === 'open') {
    return (
      <>
        <PaperTools
          sheet={sheet}
          sheets={sheets}
          zoom={zoom}
          canZoomIn={zoomStep < zooms.length - 1}
          onTurn={turn}
          onZoom={zoomBy}
          isProvisional={isProvisional}
        />
        <PaperSheet paper={paper.paper} name={name} sheet={Math.min(sheet, sheets)} zoom={zoom} />
      </>
    )
  }
  return (
    <div className="paper-waiting" aria-live="polite">
      {paper.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
      {paper.state === 'failed' ? <FailureNote code={paper.code} lead={name} /> : null}
      {paper.state === 'unreadable' ? <p className="field-error">{own.unreadable}</p> : null}
      {paper.state === 'loading' ? null : <DeskButton onPress={again}>{own.again}</DeskButton>}
    </div>
  )
}

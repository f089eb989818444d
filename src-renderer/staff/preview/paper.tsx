import { useEffect, useState } from 'react'
import type { RequestRow, StaffGlass } from '../../../src-preload/contract.ts'
import { useDesk } from '../desk-context.ts'
import type { CommandName } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { isWaiting } from '../requests/waiting.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { PaperTools } from './paper-tools.tsx'
import { usePaper } from './use-paper.ts'

/** Where the page's keys reach the paper that is shown. */
export interface PaperKeys {
  press: (command: Extract<CommandName, 'previousSheet' | 'nextSheet' | 'zoomIn' | 'zoomOut'>) => void
}

interface PaperProps {
  glass: Pick<StaffGlass, 'preview'>
  keys: PaperKeys
}

/** 紙面. Of a finished request only when asked for: nobody needs to see it any more. */
export function Paper({ glass, keys }: PaperProps) {
  const { selected } = useDesk()
  const { words } = useStaff()
  const [asked, setAsked] = useState<string | null>(null)
  const own = words.requests.preview
  if (selected === null) return null
  if (!isWaiting(selected) && asked !== selected.requestId) {
    return (
      <section className="paper paper-hidden" aria-label={own.title}>
        <p className="quiet">{own.hidden}</p>
        <DeskButton
          onPress={() => {
            setAsked(selected.requestId)
          }}
        >
          {own.show}
        </DeskButton>
      </section>
    )
  }
  return <OpenPaper key={selected.requestId} glass={glass} keys={keys} row={selected} />
}

const zooms = [1, 1.5, 2, 3] as const

function OpenPaper({ glass, keys, row }: PaperProps & { row: RequestRow }) {
  const { words } = useStaff()
  const [attempt, setAttempt] = useState(0)
  const [sheet, setSheet] = useState(1)
  const [zoomStep, setZoomStep] = useState(0)
  const paper = usePaper(glass, row.requestId, `${row.reissues} ${attempt}`)
  const own = words.requests.preview
  const sheets = paper.state === 'open' ? paper.paper.sheets : 1
  const turn = (by: number): void => {
    setSheet((now) => Math.min(sheets, Math.max(1, now + by)))
  }
  const zoomBy = (by: number): void => {
    setZoomStep((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
  }
  useEffect(() => {
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
  return (
    <section className="paper" aria-label={own.title}>
      {paper.state === 'open' ? (
        <>
          <PaperTools sheet={sheet} sheets={sheets} zoom={zooms[zoomStep] ?? 1} canZoomIn={zoomStep < zooms.length - 1} onTurn={turn} onZoom={zoomBy} isProvisional={row.state === 'received'} />
          <PaperSheet paper={paper.paper} sheet={Math.min(sheet, sheets)} zoom={zooms[zoomStep] ?? 1} />
        </>
      ) : (
        <div className="paper-waiting" aria-live="polite">
          {paper.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
          {paper.state === 'failed' ? <FailureNote code={paper.code} lead={own.title} /> : null}
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
    </section>
  )
}

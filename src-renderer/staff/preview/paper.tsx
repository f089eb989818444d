import { useState } from 'react'
import type { RequestRow, StaffGlass } from '../../../src-preload/contract.ts'
import { useDesk } from '../desk-context.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { useStaff } from '../staff-context.ts'
import { isWaiting } from '../requests/waiting.ts'
import { PaperView, type PaperKeys } from './paper-view.tsx'
import { usePaper } from './use-paper.ts'

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

function OpenPaper({ glass, keys, row }: PaperProps & { row: RequestRow }) {
  const { words } = useStaff()
  const [attempt, setAttempt] = useState(0)
  const paper = usePaper(glass, row.requestId, `${row.reissues} ${attempt}`)
  const { title } = words.requests.preview
  const again = (): void => {
    setAttempt((before) => before + 1)
  }
  return (
    <section className="paper" aria-label={title}>
      <PaperView paper={paper} name={title} again={again} isProvisional={row.state === 'received'} keys={keys} />
    </section>
  )
}

import { useMemo, useState } from 'react'
import type { Preview, Reply, StaffGlass } from '../../../src-preload/contract.ts'
import { PaperView, type PaperViewProps } from './paper-view.tsx'
import { usePaper, type PaperState } from './use-paper.ts'

/** A paper that main sets anew. @param ask must stay the same function from one drawing to the next. */
export function usePaperOf(ask: () => Promise<Reply<Preview>>, id: string, which: string): Pick<PaperViewProps, 'paper' | 'again'> {
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

/** In a dialog, before it is printed. */
export function PaperPreview(props: Pick<PaperViewProps, 'paper' | 'again' | 'name'>) {
  return (
    <div className="paper dialog-paper">
      <PaperView {...props} />
    </div>
  )
}

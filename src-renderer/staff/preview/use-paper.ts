import { useEffect, useState } from 'react'
import type { FailureCode, StaffGlass } from '../../../src-preload/contract.ts'
import { settleMs } from '../desk/use-detail.ts'
import { openPaper, type Paper } from './open-paper.ts'

export type PaperState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: FailureCode }
  /** Main set it, but it can't be drawn here. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'open'; readonly paper: Paper }

/**
 * The paper of a request as it will come out, set anew by main. Closed and forgotten as soon as another
 * request is selected or the bench goes away.
 * @param key changes when the paper must be set again.
 */
export function usePaper(glass: Pick<StaffGlass, 'preview'>, requestId: string, key: string): PaperState {
  const [kept, setKept] = useState<{ key: string; paper: PaperState } | null>(null)
  const wantedKey = `${requestId} ${key}`
  useEffect(() => {
    let left = false
    const isLeft = (): boolean => left
    let open: Paper | null = null
    const keep = (paper: PaperState): void => {
      if (!isLeft()) setKept({ key: wantedKey, paper })
    }
    const load = async (): Promise<void> => {
      const reply = await glass.preview(requestId)
      if (isLeft()) return
      if (!reply.ok) {
        keep({ state: 'failed', code: reply.failure.code })
        return
      }
      try {
        const paper = await openPaper(reply.value.pdfBase64)
        if (isLeft() || paper.sheets !== reply.value.sheets) {
          paper.close()
          keep({ state: 'unreadable' })
          return
        }
        open = paper
        keep({ state: 'open', paper })
      } catch (error) {
        reportError(error)
        keep({ state: 'unreadable' })
      }
    }
    const timer = window.setTimeout(() => void load(), settleMs)
    return () => {
      left = true
      window.clearTimeout(timer)
      open?.close()
      setKept(null)
    }
  }, [glass, requestId, wantedKey])
  return kept?.key === wantedKey ? kept.paper : { state: 'loading' }
}

import { useEffect, useRef, useState } from 'react'
import { keyboardScroller } from '../parts/keyboard-scroller.ts'
import { useStaff } from '../staff-context.ts'
import type { Paper } from './open-paper.ts'

interface PaperSheetProps {
  paper: Paper
  /** Which paper it is. */
  name: string
  /** From 1. */
  sheet: number
  zoom: number
}

/** One sheet on a canvas. At zoom 1 all of it is seen, however small the window. */
export function PaperSheet({ paper, name, sheet, zoom }: PaperSheetProps) {
  const { words } = useStaff()
  const desk = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<{ width: number; height: number } | null>(null)

  useEffect(() => {
    const element = desk.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element
      setBox((before) => (before?.width === clientWidth && before.height === clientHeight ? before : { width: clientWidth, height: clientHeight }))
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])

  useEffect(() => {
    const place = holder.current
    if (box === null || place === null) return
    let wanted = true
    const margin = 24
    paper.draw(sheet, { width: box.width - margin, height: box.height - margin }, zoom).then(
      (canvas) => {
        if (wanted) place.replaceChildren(canvas)
      },
      (error: unknown) => {
        // A paper that was closed while it was being drawn is nobody's loss.
        if (wanted) reportError(error)
      },
    )
    return () => {
      wanted = false
    }
  }, [paper, sheet, zoom, box])

  useEffect(() => {
    const place = holder.current
    return () => {
      for (const canvas of place?.querySelectorAll('canvas') ?? []) {
        // The pixels go at once, not when the garbage collector gets to them.
        canvas.width = 0
        canvas.height = 0
      }
    }
  }, [])

  return (
    <div ref={desk} className="paper-desk" {...keyboardScroller} role="group" aria-label={words.requests.preview.sheet(sheet, paper.sheets)}>
      <div ref={holder} className="paper-sheet" role="img" aria-label={words.requests.preview.sheetLabel(name, sheet, paper.sheets)} />
    </div>
  )
}

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Moves the focus to the heading when another question is on the screen, so that keyboard and screen reader
 * begin there, and shows the screen from its top.
 * @param id names the question.
 */
export function useHeadingFocus(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('main')?.scrollTo({ top: 0 })
  }, [id])
  return heading
}

import { useEffect, useRef, useState, type RefObject } from 'react'

/** A place where a file can be dropped, beside the button that does the same by keyboard. */
export function useDrop(onFile: (file: File) => void): { readonly place: RefObject<HTMLDivElement | null>; readonly isOver: boolean } {
  const place = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const onOver = (event: DragEvent): void => {
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (): void => {
      setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files.item(0) ?? null
      if (file !== null) onFile(file)
    }
    element.addEventListener('dragover', onOver)
    element.addEventListener('dragleave', onLeave)
    element.addEventListener('drop', onDrop)
    return () => {
      element.removeEventListener('dragover', onOver)
      element.removeEventListener('dragleave', onLeave)
      element.removeEventListener('drop', onDrop)
    }
  }, [onFile])
  return { place, isOver }
}

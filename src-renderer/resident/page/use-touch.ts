import { useEffect } from 'react'

const quietMs = 1000

/** Reports that somebody is there, by finger, mouse or key, at most once a second: main's idle clock starts over. */
export function useTouch(report: () => void): void {
  useEffect(() => {
    let last = -quietMs
    const onSign = (event: Event): void => {
      if (event.timeStamp - last < quietMs) return
      last = event.timeStamp
      report()
    }
    window.addEventListener('pointerdown', onSign, true)
    window.addEventListener('keydown', onSign, true)
    return () => {
      window.removeEventListener('pointerdown', onSign, true)
      window.removeEventListener('keydown', onSign, true)
    }
  }, [report])
}

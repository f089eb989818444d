import { useEffect } from 'react'
import type { FailureCode, StaffEvent } from '../../src-preload/contract.ts'

const everyMs = 10_000

/** Somebody is at the desk: told to main at most every ten seconds, so that it locks only an empty chair's screen. */
export function useActiveSignal(send: (event: StaffEvent) => Promise<FailureCode | null>): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const tell = (event: Event): void => {
      if (event.timeStamp - last < everyMs) return
      last = event.timeStamp
      // A refusal means that the session has ended; the next snapshot says so.
      void send({ type: 'active' })
    }
    document.addEventListener('keydown', tell, true)
    document.addEventListener('pointerdown', tell, true)
    return () => {
      document.removeEventListener('keydown', tell, true)
      document.removeEventListener('pointerdown', tell, true)
    }
  }, [send])
}

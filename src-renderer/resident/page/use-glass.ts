import { useLayoutEffect, useState } from 'react'
import type { Connection, ResidentGlass, ResidentSnapshot } from '../../../src-preload/contract.ts'

/**
 * The present snapshot, or null while there is none to trust. A lost connection takes the picture away at
 * once: whatever name was on the glass must not stay there.
 */
export function useGlass(glass: ResidentGlass & Connection): ResidentSnapshot | null {
  const [snapshot, setSnapshot] = useState<ResidentSnapshot | null>(null)
  // Before anything is painted: the snapshot is often there earlier than the code that draws it.
  useLayoutEffect(() => {
    const unsubscribe = [
      glass.onSnapshot(setSnapshot),
      glass.onConnection((connected) => {
        if (!connected) setSnapshot(null)
      }),
    ]
    return () => {
      for (const stop of unsubscribe) stop()
    }
  }, [glass])
  return snapshot
}

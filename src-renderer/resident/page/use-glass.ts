import { useLayoutEffect, useState } from 'react'
import type { Connection, ResidentGlass, ResidentSnapshot } from '../../../src-preload/contract.ts'

/**
 * The present snapshot, or null while there is none to trust. A lost connection takes the picture away at
 * once: whatever name was on the glass must not stay there.
 */
export function useGlass(glass: ResidentGlass & Connection): ResidentSnapshot | null {
  // The snapshot is often there earlier than the code that draws it; then nothing else is drawn first.
  const [snapshot, setSnapshot] = useState(() => present(glass))
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

function present(glass: ResidentGlass): ResidentSnapshot | null {
  let latest: ResidentSnapshot | null = null
  const stop = glass.onSnapshot((snapshot) => (latest = snapshot))
  stop()
  return latest
}

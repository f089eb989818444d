import { useEffect, useState } from 'react'
import type { Connection } from '../../src-preload/contract.ts'

interface SnapshotSource<S> extends Connection {
  onSnapshot(listener: (snapshot: S) => void): () => void
}

/**
 * The present snapshot of any side, or null while there is none to trust. A lost connection takes the
 * picture away at once: whatever name was on the glass must not stay there.
 */
export function useSnapshot<S>(glass: SnapshotSource<S>): S | null {
  const [snapshot, setSnapshot] = useState<S | null>(null)
  useEffect(() => {
    const unsubscribe = [
      glass.onSnapshot((next) => {
        setSnapshot(next)
      }),
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

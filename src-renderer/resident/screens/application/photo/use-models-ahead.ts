import { useEffect } from 'react'
import { sharedFaceFinder } from '../../../../photo/landmarks/face-finder.ts'

/** Milliseconds after which the models are loaded even on a busy page: the camera may be the next screen. */
const patience = 2000

/** Loads what looks at faces while a screen before the camera is read, so that the guidance is there with the picture. */
export function useModelsAhead(): void {
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        // The photo screen tries again, and says what is wrong.
        void sharedFaceFinder().catch(() => undefined)
      },
      { timeout: patience },
    )
    return () => {
      cancelIdleCallback(handle)
    }
  }, [])
}

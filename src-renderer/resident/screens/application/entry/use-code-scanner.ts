import { useCallback, useState, useSyncExternalStore } from 'react'
import { cameraParts } from '../../../../scan/camera-parts.ts'
import { CodeScanner, type ScanSnapshot } from '../../../../scan/code-scanner.ts'

interface Scanning {
  readonly state: ScanSnapshot
  /** For the element that shows the camera: it is let go with it. */
  readonly camera: (video: HTMLVideoElement) => () => void
}

/** A scanner for as long as its picture is on the screen. `holdsBack`: what lies before the camera now was refused just before. */
export function useCodeScanner(onCode: (text: string) => void, holdsBack: boolean): Scanning {
  const [scanner] = useState(() => new CodeScanner(cameraParts))
  // Only what was so when the screen came counts: a code that is refused while the camera looks is remembered there.
  const [heldBack] = useState(holdsBack)
  const state = useSyncExternalStore(scanner.subscribe, scanner.snapshot, scanner.snapshot)
  const camera = useCallback(
    (video: HTMLVideoElement) => {
      void scanner.start(video, { holdsBack: heldBack, onCode })
      return () => {
        scanner.stop()
      }
    },
    [scanner, heldBack, onCode],
  )
  return { state, camera }
}

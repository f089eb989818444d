import { useCallback, useEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { PhotoStudio, type StudioSnapshot } from '../../../../photo/photo-studio.ts'
import { useResident } from '../../../resident-context.tsx'

/** Milliseconds between two signs of life of somebody who stands before the camera without touching anything. */
const presenceInterval = 10_000

/**
 * One studio for as long as the photo screen is there; it lets the camera and every picture go with it. A person who is
 * seen by the camera is no walked-away resident, so the session is told.
 */
export function useStudio(video: RefObject<HTMLVideoElement | null>): { studio: PhotoStudio; state: StudioSnapshot; open: () => void } {
  const { send } = useResident()
  const [studio] = useState(() => new PhotoStudio())
  const state = useSyncExternalStore(studio.subscribe, studio.snapshot, studio.snapshot)
  const open = useCallback(() => {
    // What goes wrong is part of the state, and that is drawn.
    if (video.current !== null) void studio.start(video.current).then(({ ok }) => ok)
  }, [studio, video])
  useEffect(() => {
    open()
    return () => {
      studio.stop()
    }
  }, [open, studio])
  const isSomebodyThere = state.state === 'capturing' || (state.state === 'live' && state.outline !== null)
  useEffect(() => {
    if (!isSomebodyThere) return
    const timer = setInterval(() => {
      send({ type: 'touch' })
    }, presenceInterval)
    return () => {
      clearInterval(timer)
    }
  }, [isSomebodyThere, send])
  return { studio, state, open }
}

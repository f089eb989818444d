import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import { Button } from '../../../../parts/button.tsx'
import { LiveRegion } from '../../../../parts/live-region.tsx'
import { Text } from '../../../../parts/text.tsx'
import type { StudioSnapshot } from '../../../../photo/photo-studio.ts'
import { plain } from '../../../../words/furigana.ts'
import { useResident } from '../../../resident-context.tsx'
import { FaceSign } from './face-sign.tsx'

/** Seconds from the finger on the glass to the photo: time to look at the camera again. */
const countdown = 3

interface LiveViewProps {
  video: RefObject<HTMLVideoElement | null>
  state: StudioSnapshot
  /** The camera goes on while the photos are looked at; its picture is only not shown. */
  isShown: boolean
  onShoot: () => void
  /** Other ways to a photo. */
  children: ReactNode
}

/** The camera's picture as a mirror, where the photo is cut out, and the one thing to put right, in words and as a sign. */
export function LiveView({ video, state, isShown, onShoot, children }: LiveViewProps) {
  const { words } = useResident()
  const own = words.screens.application.photo
  const [left, setLeft] = useState<number | null>(null)
  const isLive = state.state === 'live'
  useEffect(() => {
    if (left === null || !isLive) return
    const timer = setTimeout(() => {
      setLeft(left > 1 ? left - 1 : null)
      if (left === 1) onShoot()
    }, 1000)
    return () => {
      clearTimeout(timer)
    }
  }, [left, isLive, onShoot])
  const said =
    state.state === 'capturing' ? own.capturing : state.state !== 'live' ? own.opening : state.guidance !== null ? own.guidance[state.guidance] : state.ready ? own.ready : own.lookAtCamera
  return (
    <div className={isShown ? 'camera' : 'camera camera-hidden'}>
      <div className="camera-picture">
        <video ref={video} className="camera-video" muted playsInline aria-label={plain(own.camera)} />
        {state.outline === null ? null : (
          <svg className="camera-outline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
            <rect className={state.ready ? 'outline outline-ready' : 'outline'} x={state.outline.left} y={state.outline.top} width={state.outline.width} height={state.outline.height} />
          </svg>
        )}
        {left === null ? null : (
          <p className="camera-countdown" aria-live="assertive">
            {left}
          </p>
        )}
      </div>
      <div className={state.ready ? 'camera-guide camera-guide-ready' : 'camera-guide'}>
        <FaceSign reason={state.guidance} />
        <p className="camera-words">
          <Text>{said}</Text>
        </p>
        <LiveRegion>{isShown ? plain(said) : ''}</LiveRegion>
      </div>
      <div className="camera-actions">
        <Button
          look="primary"
          size="large"
          isDisabled={!isLive || left !== null}
          onPress={() => {
            setLeft(countdown)
          }}
        >
          <span className="two-lines">
            <Text>{own.shoot}</Text>
            <small>
              <Text>{own.shootNote}</Text>
            </small>
          </span>
        </Button>
        {children}
        <p className="camera-private">
          <Text>{own.private}</Text>
        </p>
      </div>
    </div>
  )
}

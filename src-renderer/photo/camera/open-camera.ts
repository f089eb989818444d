import { done, failed, type Outcome } from '../outcome.ts'
import { cameraFailure } from './camera-failure.ts'

export interface Camera {
  /** Whether it looks at the person before it, so that its picture is shown as a mirror. */
  readonly facesPerson: boolean
  /** Called once when the camera goes away by itself. */
  onPulled: () => void
  close(): void
}

/** What the picture is for: a photo (480 px a side after the cut), or a QR code held before it. */
export type CameraUse = 'photo' | 'code'

const wanted: Record<CameraUse, MediaTrackConstraints> = {
  photo: { width: { ideal: 1280, min: 640 }, height: { ideal: 720, min: 621 }, facingMode: 'user', frameRate: { ideal: 30 } },
  code: { width: { ideal: 1280, min: 640 }, height: { ideal: 720, min: 480 }, facingMode: 'environment', frameRate: { ideal: 30 } },
}

/** Milliseconds for the first frame after the camera was opened; a camera that is there and gives none is broken. */
const patience = 8000

function firstFrame(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience)
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

/** Opens the camera that suits best, shows it in the element and waits for the first frame. Nothing is recorded. */
export async function openCamera(video: HTMLVideoElement, use: CameraUse): Promise<Outcome<Camera>> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted[use] })
  } catch (error) {
    return failed(cameraFailure(error))
  }
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  const facesPerson = stream.getVideoTracks()[0]?.getSettings().facingMode !== 'environment'
  const camera: Camera = { facesPerson, onPulled: () => undefined, close }
  for (const track of stream.getVideoTracks())
    track.addEventListener('ended', () => camera.onPulled())
  video.srcObject = stream
  const shown = firstFrame(video)
  // Playing is interrupted when the page lets the camera go meanwhile; the missing frame says so.
  await video.play().catch(() => undefined)
  if (await shown) return done(camera)
  const isPulled = stream.getVideoTracks().every(({ readyState }) => readyState === 'ended')
  close()
  return failed(isPulled ? 'cameraPulled' : 'cameraSilent')
}

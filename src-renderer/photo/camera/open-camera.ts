import { done, failed, type Outcome } from '../outcome.ts'
import { cameraFailure } from './camera-failure.ts'

export interface Camera {
  /** Called once when the camera goes away by itself. */
  onPulled: () => void
  close(): void
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

/** Opens the camera that faces the person, shows it in the element and waits for the first frame. Nothing is recorded. */
export async function openCamera(video: HTMLVideoElement): Promise<Outcome<Camera>> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { width: { ideal: 1280, min: 640 }, height: { ideal: 720, min: 621 }, facingMode: 'user', frameRate: { ideal: 30 } } })
  } catch (error) {
    return failed(cameraFailure(error))
  }
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  const camera: Camera = { onPulled: () => undefined, close }
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

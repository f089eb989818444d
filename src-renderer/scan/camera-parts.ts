import { openCamera } from '../photo/camera/open-camera.ts'
import { openCodeReader } from './code-reader.ts'
import type { ScannerParts } from './code-scanner.ts'

/** Hertz and seconds of the tone that says: read. */
const tone = { pitch: 1760, length: 0.12, volume: 0.1 }

/** A short tone; where the page may make none, or has no loudspeaker, the screen says it alone. */
function beep(): void {
  const audio = new AudioContext()
  if (audio.state !== 'running') {
    void audio.close()
    return
  }
  const volume = new GainNode(audio, { gain: tone.volume })
  const source = new OscillatorNode(audio, { frequency: tone.pitch })
  source.connect(volume).connect(audio.destination)
  source.addEventListener('ended', () => void audio.close())
  source.start()
  source.stop(audio.currentTime + tone.length)
}

async function pictureOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  if (video.videoWidth === 0) return null
  try {
    return await createImageBitmap(video)
  } catch {
    // The camera was let go, or pulled, between the two lines.
    return null
  }
}

/** The scanner's parts in a browser. */
export const cameraParts: ScannerParts<HTMLVideoElement> = {
  openCamera: (video) => openCamera(video, 'code'),
  openReader: openCodeReader,
  pictureOf,
  acknowledge: beep,
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

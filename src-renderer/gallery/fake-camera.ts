/** Frames a second, and the size, of the camera that is drawn here. */
const frames = 10
const size = { width: 1280, height: 720 }

function drawnCamera(): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d')
  let frame = 0
  const timer = setInterval(() => {
    if (context === null) return
    context.fillStyle = '#3a4a5a'
    context.fillRect(0, 0, size.width, size.height)
    context.fillStyle = '#f4f4f0'
    context.fillRect(440 + (frame % 20), 120, 400, 480)
    frame += 1
  }, 1000 / frames)
  const stream = canvas.captureStream(frames)
  for (const track of stream.getTracks()) {
    const stop = track.stop.bind(track)
    track.stop = () => {
      clearInterval(timer)
      stop()
    }
  }
  return stream
}

/** Gives the page a camera before which somebody holds an empty paper ("1"), none ("none"), or one that opens for ever. */
export function plugIn(camera: string | null): void {
  navigator.mediaDevices.getUserMedia = () => {
    if (camera === null) return new Promise(() => undefined)
    return camera === 'none' ? Promise.reject(new DOMException('', 'NotFoundError')) : Promise.resolve(drawnCamera())
  }
}

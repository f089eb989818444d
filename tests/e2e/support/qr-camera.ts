import qrcode from 'qrcode'

const width = 1280
const height = 720

/** A camera's picture: a sheet of paper with this QR code, a little aside and turned as a hand holds it. */
function frameWith(text: string): Buffer {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const luma = Buffer.alloc(width * height, 90)
  const module = Math.floor(340 / size)
  const turn = (6 * Math.PI) / 180
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = [x - 580, y - 380]
      const across = left * Math.cos(turn) + top * Math.sin(turn)
      const along = top * Math.cos(turn) - left * Math.sin(turn)
      if (Math.abs(across) > 300 || Math.abs(along) > 300) continue
      const column = Math.floor(across / module + size / 2)
      const row = Math.floor(along / module + size / 2)
      const isDark = column >= 0 && row >= 0 && column < size && row < size && data[row * size + column] === 1
      luma[y * width + x] = isDark ? 40 : 215
    }
  }
  return luma
}

/** What Chromium plays as a camera (YUV4MPEG2, 4:2:0, five frames a second): one picture that never moves. */
export function videoOfCode(text: string): Buffer {
  const chroma = Buffer.alloc((width / 2) * (height / 2) * 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), frameWith(text), chroma])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420\n`), ...Array<Buffer>(5).fill(frame)])
}

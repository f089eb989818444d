/** An invented face, drawn: base64 of a JPEG of 35 x 45 mm. */
export function drawnFace(): string {
  const canvas = document.createElement('canvas')
  canvas.width = 525
  canvas.height = 675
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('nothing to draw on')
  const oval = (x: number, y: number, across: number, down: number, colour: string): void => {
    context.fillStyle = colour
    context.beginPath()
    context.ellipse(x, y, across, down, 0, 0, 2 * Math.PI)
    context.fill()
  }
  context.fillStyle = '#e8eef2'
  context.fillRect(0, 0, 525, 675)
  oval(262, 700, 230, 170, '#33475b')
  oval(262, 250, 172, 200, '#2b2320')
  context.fillStyle = '#d9a98a'
  context.fillRect(215, 440, 95, 120)
  oval(262, 315, 140, 182, '#e6bb9d')
  oval(262, 165, 150, 70, '#2b2320')
  for (const x of [205, 320]) {
    oval(x, 300, 26, 13, '#ffffff')
    oval(x, 300, 12, 12, '#2b2320')
    oval(x, 265, 32, 5, '#2b2320')
  }
  oval(262, 360, 14, 10, '#d09a7c')
  oval(262, 418, 42, 9, '#b05a56')
  return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? ''
}

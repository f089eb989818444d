import type { ClerkOnly, Reason } from '../../../../src-renderer/photo/reasons.ts'
import { cap, clearGlasses, closeEyes, darkGlasses, glaringGlasses, lookAside, mask, openMouth, redEyes } from './features.ts'
import { turned } from './mesh-warp.ts'
import { frame, stand, type Person } from './people.ts'
import { blank, blurred, grainy, paint, recolour, remap, type Raster } from './raster.ts'

export interface Labelled {
  readonly name: string
  /** What is wrong with it; null for a good photo. */
  readonly label: Reason | ClerkOnly | null
  readonly make: () => Raster
}

type Wall = readonly [number, number, number]
const white: Wall = [240, 240, 238]
const blue: Wall = [168, 198, 228]
const grey: Wall = [176, 178, 180]

const light = (raster: Raster, factor: (x: number, y: number) => number): Raster =>
  recolour(raster, (colour, x, y) => {
    // Light is added up before the camera's gamma.
    const power = factor(x, y) ** (1 / 2.2)
    for (let channel = 0; channel < 3; channel += 1) colour[channel]! *= power
  })

const tint = (raster: Raster, [red, green, blue]: readonly [number, number, number]): Raster =>
  recolour(raster, (colour) => {
    colour[0]! *= red
    colour[1]! *= green
    colour[2]! *= blue
  })

function rolledBy(raster: Raster, degrees: number, wall: Wall): Raster {
  const radians = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  const middle = { x: frame.width / 2, y: frame.height * 0.48 }
  const rolled = remap(raster, (place) => {
    const x = place.x - middle.x
    const y = place.y - middle.y
    place.x = middle.x + x * cos + y * sin
    place.y = middle.y - x * sin + y * cos
  })
  return paint(rolled, (context) => {
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = `rgb(${wall.join(' ')})`
    context.fillRect(0, 0, frame.width, frame.height)
  })
}

/** Something on the wall, seen only where the person is not. */
function before(layer: Raster, wall: (context: OffscreenCanvasRenderingContext2D) => void): Raster {
  const room = paint(blank(frame.width, frame.height), wall)
  const person = stand(layer)
  return recolour(room, (colour, x, y) => {
    const offset = (y * frame.width + x) * 4
    const alpha = layer.data[offset + 3]! / 255
    for (let channel = 0; channel < 3; channel += 1) colour[channel] = alpha * person.data[offset + channel]! + (1 - alpha) * colour[channel]!
  })
}

const stripes = (context: OffscreenCanvasRenderingContext2D): void => {
  for (let x = 0; x < frame.width; x += 60) {
    context.fillStyle = (x / 60) % 2 === 0 ? 'rgb(214 220 226)' : 'rgb(120 150 130)'
    context.fillRect(x, 0, 60, frame.height)
  }
}

const shelf = (context: OffscreenCanvasRenderingContext2D): void => {
  context.fillStyle = 'rgb(225 222 214)'
  context.fillRect(0, 0, frame.width, frame.height)
  for (let row = 0; row < 6; row += 1)
    for (let column = 0; column < 24; column += 1) {
      context.fillStyle = `hsl(${(column * 47 + row * 91) % 360} 45% ${30 + ((column * 13) % 35)}%)`
      context.fillRect(column * 40 + 4, row * 130 + 12, 30, 100)
    }
}

const shade = (context: OffscreenCanvasRenderingContext2D): void => {
  context.fillStyle = 'rgb(214 220 226)'
  context.fillRect(0, 0, frame.width, frame.height)
  context.filter = 'blur(14px)'
  context.fillStyle = 'rgb(128 132 137)'
  context.beginPath()
  context.ellipse(frame.width / 2 + 175, 330, 150, 290, 0.15, 0, 2 * Math.PI)
  context.fill()
}

function pair(person: Person, other: Person): Raster {
  const small = (layer: Raster, x: number): Raster => stand(layer, grey, { scale: 0.62, x, y: 130 })
  const left = small(person.layer, -225)
  const right = small(other.layer, 225)
  return recolour(left, (colour, x, y) => {
    if (x < frame.width / 2) return
    const offset = (y * frame.width + x) * 4
    for (let channel = 0; channel < 3; channel += 1) colour[channel] = right.data[offset + channel]!
  })
}

/** Every picture of one person: seven good ones and one of each defect; where a defect has two forms, people with an odd number have the second. */
export function picturesOf(person: Person, other: Person, number: number): Labelled[] {
  const { layer } = person
  const seed = 1000 * number
  const of = (label: Labelled['label'], name: string, make: () => Raster): Labelled => ({ name: `${person.name} ${name}`, label, make })
  const good = (name: string, make: () => Raster): Labelled => of(null, name, make)
  const either = (first: Labelled, second: Labelled): Labelled => (number % 2 === 0 ? first : second)
  return [
    good('white wall', () => grainy(stand(layer, white), 2, seed)),
    good('blue wall', () => grainy(stand(layer, blue), 2, seed + 1)),
    good('grey wall', () => grainy(stand(layer, grey), 2, seed + 2)),
    good('three quarters of the light', () => grainy(light(stand(layer), () => 0.75), 3, seed + 3)),
    good('rolled by 3 degrees', () => rolledBy(stand(layer), 3, [214, 220, 226])),
    good('a little aside', () => stand(layer, blue, { x: -60, y: -14 })),
    good('clear glasses', () => stand(clearGlasses(person), white)),
    of('noFace', 'gone', () => grainy(stand(blank(frame.width, frame.height), grey), 2, seed)),
    of('twoFaces', 'with another', () => pair(person, other)),
    of('tooFar', 'far away', () => stand(layer, white, { scale: 0.66, y: 60 })),
    of('tooNear', 'near', () => stand(layer, white, { scale: 1.32, y: -90 })),
    either(
      of('offCentre', 'at the side', () => stand(layer, grey, { x: 320 })),
      of('offCentre', 'too high', () => stand(layer, blue, { y: -72 })),
    ),
    either(
      of('rolled', 'rolled left', () => rolledBy(stand(layer, white), -14, white)),
      of('rolled', 'rolled right', () => rolledBy(stand(layer, blue), 18, blue)),
    ),
    of('turned', 'turned left by 22', () => stand(turned(person, 22, 0), white)),
    of('turned', 'turned right by 25', () => stand(turned(person, -25, 0), grey)),
    either(
      of('tilted', 'tilted one way by 26', () => stand(turned(person, 0, 26), white)),
      of('tilted', 'tilted the other way by 26', () => stand(turned(person, 0, -26), blue)),
    ),
    of('eyesClosed', 'eyes closed', () => stand(closeEyes(person), white)),
    of('eyesCovered', 'dark glasses', () => stand(darkGlasses(person), blue)),
    of('glare', 'glaring glasses', () => stand(glaringGlasses(person), white)),
    of('gaze', 'looking aside', () => stand(lookAside(person), grey)),
    of('mouthOpen', 'mouth open', () => stand(openMouth(person), white)),
    of('redEye', 'red eyes', () => stand(redEyes(person), white)),
    of('unevenLight', 'light from the left', () => light(stand(layer, white), (x) => 1.1 - 1.02 * Math.max(0, Math.min(1, (x - frame.width / 2 + 100) / 200)))),
    of('shadow', 'shadow on the wall', () => before(layer, shade)),
    either(
      of('background', 'stripes', () => before(layer, stripes)),
      of('background', 'shelf', () => before(layer, shelf)),
    ),
    either(
      of('colour', 'green lamp', () => tint(stand(layer, white), [0.72, 1, 0.7])),
      of('colour', 'blue lamp', () => tint(stand(layer, grey), [0.62, 0.8, 1.25])),
    ),
    either(
      of('blurred', 'out of focus', () => blurred(stand(layer, white), 3)),
      of('blurred', 'far out of focus', () => blurred(stand(layer, blue), 5)),
    ),
    of('noisy', 'grain of 20', () => grainy(stand(layer, white), 20, seed + 4)),
    of('dark', 'a fifth of the light', () => light(stand(layer, white), () => 0.2)),
    of('bright', 'three times the light', () => light(stand(layer, white), () => 3)),
    of('hat', 'cap', () => stand(cap(person), white)),
    of('mask', 'mask', () => stand(mask(person), white)),
  ]
}

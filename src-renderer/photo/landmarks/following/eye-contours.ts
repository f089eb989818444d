/** The iris model's side in pixels, and the numbers it gives for an eye: 76 points of x, y and z. */
export const eyeSide = 64
export const eyeNumbers = 76 * 3

/** How much wider than the eye the model looks. */
const around = 2.3
/** Mesh units between the outer corners' depths from which the far eye's outline is not believed. */
const turned = 30

/** Lids of the mesh in the order of the iris model's outline: lower from the outer to the inner corner, then the upper ones. */
const person = {
  left: [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398],
  right: [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173],
} as const
const corners = { left: [263, 362], right: [33, 133] } as const

/** Of the mesh, in the pixels of the mesh model. */
type Numbers = Float32Array
interface Box {
  readonly left: number
  readonly top: number
  readonly side: number
}

/** The square around an eye that its model looks at, as the library cuts it. */
export function eyeBox(mesh: Numbers, eye: 'left' | 'right'): Box {
  const [outer, inner] = corners[eye]
  const [x1, y1, x2, y2] = [mesh[3 * outer] ?? 0, mesh[3 * outer + 1] ?? 0, mesh[3 * inner] ?? 0, mesh[3 * inner + 1] ?? 0]
  const half = (around * Math.max(Math.abs(x1 - x2), Math.abs(y1 - y2))) / 2
  const left = Math.round((x1 + x2) / 2 - half)
  const top = Math.round((y1 + y2) / 2 - half)
  return { left, top, side: Math.round((x1 + x2) / 2 + half) - left }
}

/**
 * Puts the lids where the iris model sees them: those of the mesh hardly move when the eyes close. Of a turned head only
 * the nearer eye. Both pictures of eyes were mirrored for the model; the library takes the right one's answer as it is.
 *
 * @param found the model's numbers, the left eye's first.
 */
export function putLids(mesh: Numbers, found: Numbers): void {
  const depth = (mesh[3 * corners.left[0] + 2] ?? 0) - (mesh[3 * corners.right[0] + 2] ?? 0)
  const boxes = { left: eyeBox(mesh, 'left'), right: eyeBox(mesh, 'right') }
  const put = (eye: 'left' | 'right'): void => {
    const { left, top, side } = boxes[eye]
    const start = eye === 'left' ? 0 : eyeNumbers
    person[eye].forEach((index, step) => {
      const from = start + 3 * step
      const across = (found[from] ?? 0) / eyeSide
      mesh[3 * index] = (eye === 'left' ? 1 - across : across) * side + left
      mesh[3 * index + 1] = ((found[from + 1] ?? 0) / eyeSide) * side + top
      mesh[3 * index + 2] = ((found[from + 2] ?? 0) + (mesh[3 * index + 2] ?? 0)) / 2
    })
  }
  if (depth < turned) put('left')
  if (depth > -turned) put('right')
}

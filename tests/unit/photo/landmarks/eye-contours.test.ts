import { describe, expect, it } from 'vitest'
import { eyeBox, eyeNumbers, eyeSide, putLids } from '../../../../src-renderer/photo/landmarks/following/eye-contours.ts'

const outer = { left: 263, right: 33 }
const inner = { left: 362, right: 133 }

/** In the pixels of the mesh model: eyes 20 px wide at (60, 80) and (120, 80); the picture's left side is the person's right. */
function meshOf(leftDepth = 0): Float32Array {
  const mesh = new Float32Array(468 * 3)
  mesh.set([50, 80, 0], 3 * outer.right)
  mesh.set([70, 80, 0], 3 * inner.right)
  mesh.set([130, 80, leftDepth], 3 * outer.left)
  mesh.set([110, 80, leftDepth], 3 * inner.left)
  return mesh
}

/** Every lid point in the middle of what the model looked at, but a quarter of its height higher. */
function found(): Float32Array {
  const numbers = new Float32Array(2 * eyeNumbers)
  for (let index = 0; index < numbers.length; index += 3) numbers.set([eyeSide / 2, eyeSide / 4, 4], index)
  return numbers
}

const at = (mesh: Float32Array, index: number): readonly number[] => [...mesh.subarray(3 * index, 3 * index + 3)]

describe('the lids', () => {
  it('are looked for in a square of 2.3 times the width of the eye', () => {
    expect(eyeBox(meshOf(), 'right')).toEqual({ left: 37, top: 57, side: 46 })
    expect(eyeBox(meshOf(), 'left')).toEqual({ left: 97, top: 57, side: 46 })
  })

  it('are put where the iris model sees them, with the depth between its own and that of the mesh', () => {
    const mesh = meshOf()
    putLids(mesh, found())
    expect(at(mesh, 159)).toEqual([60, 57 + 46 / 4, 2])
    expect(at(mesh, 386)).toEqual([120, 57 + 46 / 4, 2])
  })

  it('are mirrored back for the left eye alone, as the library does', () => {
    const mesh = meshOf()
    const numbers = found()
    for (let index = 0; index < numbers.length; index += 3) numbers[index] = 0
    putLids(mesh, numbers)
    expect(at(mesh, 159)[0]).toBe(37)
    expect(at(mesh, 386)[0]).toBe(97 + 46)
  })

  it('of a turned head are believed of the nearer eye only', () => {
    const turnedAway = meshOf(40)
    putLids(turnedAway, found())
    expect(at(turnedAway, 386)).toEqual([0, 0, 0])
    expect(at(turnedAway, 159)).toEqual([60, 57 + 46 / 4, 2])
    const turnedHere = meshOf(-40)
    putLids(turnedHere, found())
    expect(at(turnedHere, 159)).toEqual([0, 0, 0])
    expect(at(turnedHere, 386)).toEqual([120, 57 + 46 / 4, 2])
  })
})

/** Pixels of the picture for x and y; z in the same unit, growing away from the camera. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** One face as the landmark model sees it. Left and right are the picture's, not the person's. */
export interface Face {
  /** 468 points of the MediaPipe face mesh, in its order. */
  readonly mesh: readonly Point[]
  /** Width and height of the face's box, in pixels of the picture. */
  readonly box: { readonly width: number; readonly height: number }
}

export const areaOf = ({ box }: Face): number => box.width * box.height

/** Indices of the MediaPipe face mesh (canonical_face_model of MediaPipe, Apache-2.0). */
export const at = {
  forehead: 10,
  chin: 152,
  leftSide: 234,
  rightSide: 454,
  noseTip: 1,
  leftEye: { outer: 33, inner: 133, upper: [160, 159, 158], lower: [144, 145, 153], opening: [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7] },
  rightEye: { outer: 263, inner: 362, upper: [387, 386, 385], lower: [373, 374, 380], opening: [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249] },
  innerLips: { upper: [82, 13, 312], lower: [87, 14, 317] },
  mouthCorners: [61, 291],
  brows: [105, 334],
  outline: [
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
  ],
} as const

/** A mesh is made with all its points by the finder; a missing one is a bug. */
export function point(face: Face, index: number): Point {
  const found = face.mesh[index]
  if (found === undefined) throw new RangeError(`the mesh has no point ${index}`)
  return found
}

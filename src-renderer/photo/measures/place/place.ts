import { leastWidth } from '../../crop/plan-crop.ts'
import { areaOf } from '../../landmarks/face.ts'
import type { Scene } from '../scene.ts'

/** ISO/IEC 29794-5 single face: area of the second face over that of the first; 0 of one. */
export const secondFace = ({ faces: [first, second] }: Scene): number => (first && second ? areaOf(second) / areaOf(first) : 0)

/** Widest photo that the head's size allows, over the least that is asked: below 1 the person is too far away. */
export const photoWidth = ({ crop }: Scene): number => crop.widest / leastWidth

/** Smallest photo that the head's size allows, over the picture: above 1 the person is too near. */
export const photoFill = ({ crop }: Scene): number => crop.fill

/** Part of the photo that lies outside of the picture. */
export const photoOutside = ({ crop }: Scene): number => crop.outside

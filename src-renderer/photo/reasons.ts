import type { MachinePhotoReason } from '../../src-preload/contract/application-photo.ts'
import { photoReasons } from '../../src-preload/contract/values.ts'

/**
 * Why a picture will not do, in the order in which a person is told: first what must be put right before anything else
 * can be judged. One instruction at a time; each has words and a picture of its own on the screen.
 */
export const reasons = [
  'noFace',
  'twoFaces',
  'dark',
  'bright',
  'tooFar',
  'tooNear',
  'offCentre',
  'rolled',
  'turned',
  'tilted',
  'eyesCovered',
  'glare',
  'eyesClosed',
  'gaze',
  'mouthOpen',
  'unevenLight',
  'noisy',
  'shadow',
  'background',
  'colour',
  'redEye',
  'blurred',
] as const satisfies readonly MachinePhotoReason[]
export type Reason = (typeof reasons)[number]

/**
 * What neither landmarks nor pixels can decide here (photo-pki.md, decision 3): a real cap looks like a fringe, a skin-coloured
 * hand like a cheek, and a well-made print like a person. A clerk is asked about each of them, for every photo.
 */
export const clerkOnly = photoReasons.clerk
export type ClerkOnly = (typeof clerkOnly)[number]

export const inOrder = (found: readonly Reason[]): readonly Reason[] => reasons.filter((reason) => found.includes(reason))

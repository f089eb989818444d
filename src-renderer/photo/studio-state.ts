import { clerkOnly, type ClerkOnly, type Reason } from './reasons.ts'
import type { CutOut } from './jpeg/cut-out.ts'
import type { Inspection } from './inspect.ts'
import type { PhotoFailure } from './outcome.ts'
import type { Scene } from './measures/scene.ts'

/** A finished photo that the resident can choose; it lives in the page alone until then. */
export interface Candidate extends CutOut {
  readonly id: number
  readonly source: 'camera' | 'file'
  /** What is wrong with it, most urgent first; none for a good photo. */
  readonly reasons: readonly Reason[]
  /** Whether nothing that a machine can decide is against it. */
  readonly accepted: boolean
  /** What a clerk must look at, whatever the machine found. */
  readonly askClerk: readonly ClerkOnly[]
}

/** Where the photo would be cut out of the camera picture, in hundredths of its width and height. */
export interface Outline {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface StudioSnapshot {
  readonly state: 'closed' | 'opening' | 'live' | 'capturing' | 'failed'
  /** Set in the state "failed". */
  readonly failure: PhotoFailure | null
  /** The one thing to put right now; null when there is nothing, or nothing was seen yet. */
  readonly guidance: Reason | null
  /** Whether the last frames would all make a good photo. */
  readonly ready: boolean
  /** Frames looked at in the last second; for the bench and the service page, not for residents. */
  readonly fps: number
  readonly outline: Outline | null
  readonly candidates: readonly Candidate[]
}

export const closed: StudioSnapshot = { state: 'closed', failure: null, guidance: null, ready: false, fps: 0, outline: null, candidates: [] }

export function candidateOf(id: number, source: Candidate['source'], cut: CutOut, { refusals }: Pick<Inspection, 'refusals'>): Candidate {
  return { ...cut, id, source, reasons: refusals, accepted: refusals.length === 0, askClerk: clerkOnly }
}

export function outlineOf(scene: Scene | null): Outline | null {
  if (scene === null) return null
  const { crop, frame } = scene
  const across = (value: number): number => Math.round((100 * value) / frame.width)
  const along = (value: number): number => Math.round((100 * value) / frame.height)
  return { left: across(crop.left), top: along(crop.top), width: across(crop.width), height: along(crop.height) }
}

/** Whether this change would be one: screens are drawn again only then, not with every frame. */
export function changes(now: StudioSnapshot, { outline, ...change }: Partial<StudioSnapshot>): boolean {
  const isMoved = outline !== undefined && (['left', 'top', 'width', 'height'] as const).some((side) => outline?.[side] !== now.outline?.[side])
  return isMoved || Object.entries(change).some(([key, value]) => !Object.is(value, Reflect.get(now, key)))
}

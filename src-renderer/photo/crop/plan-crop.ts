/** The printed photo in millimetres (reference counter-procedures.md §A.3). */
export const print = { width: 35, height: 45 } as const
/** Millimetres; a target, not law for this card (same place): 34±2 for the head, 4±2 above it. */
const heads = [34, 33.5, 34.5, 33, 35, 32.5, 35.5, 32, 36] as const
const margins = [4, 3.5, 4.5, 3, 5, 2.5, 5.5, 2, 6] as const
/** Part of the width by which the face may lie beside the middle (photo-pki.md §1.4: 45 to 55 %). */
const sideways = 0.05
/** Pixels. The rule asks for 480 a side; 483 x 621 is the smallest picture of exactly 35:45 above it. */
export const leastWidth = 483

export interface CropPlan {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Crown to chin as it will be printed, millimetres. */
  readonly head: number
  /** Above the crown as it will be printed, millimetres. */
  readonly margin: number
  /** Part of the plan's own height or width that would lie outside of the picture; 0 for a plan that fits. */
  readonly outside: number
  /** Smallest allowed plan's height or width divided by the picture's: above 1 no place in the picture would do. */
  readonly fill: number
  /** Widest allowed plan, pixels: what the picture can give at most. */
  readonly widest: number
}

export interface HeadPlace {
  /** Pixels of the picture. */
  readonly crown: number
  readonly chin: number
  readonly centre: number
}

interface Size {
  readonly width: number
  readonly height: number
}

function planFor(place: HeadPlace, frame: Size, head: number, margin: number): Omit<CropPlan, 'fill' | 'widest'> {
  const scale = (place.chin - place.crown) / head
  const width = print.width * scale
  const height = print.height * scale
  const wanted = place.centre - width / 2
  const shift = Math.min(sideways * width, Math.max(0, -wanted)) - Math.min(sideways * width, Math.max(0, wanted + width - frame.width))
  const left = wanted + shift
  const top = place.crown - margin * scale
  const across = Math.max(0, -left, left + width - frame.width) / width
  const along = Math.max(0, -top, top + height - frame.height) / height
  return { left, top, width, height, head, margin, outside: Math.max(across, along) }
}

/**
 * Where the photo is cut out: head of 34 mm and 4 mm above it when that fits and gives pixels enough, the nearest allowed
 * sizes otherwise; when nothing fits, the wanted one with what is outside.
 */
export function planCrop(place: HeadPlace, frame: Size): CropPlan {
  const size = Math.max(1, place.chin - place.crown)
  const safe = { ...place, crown: place.chin - size }
  const least = size / 36
  const fill = Math.max((print.height * least) / frame.height, (print.width * least) / frame.width)
  const widest = (print.width * size) / 32
  const plans = heads.flatMap((head) => margins.map((margin) => planFor(safe, frame, head, margin)))
  const fitting = plans.filter(({ outside }) => outside === 0)
  const plan = fitting.find(({ width }) => width >= leastWidth) ?? fitting[0] ?? planFor(safe, frame, 34, 4)
  return { ...plan, fill, widest }
}

/** The plan, or where it would be smaller than a photo may be, the smallest one around the same middle. */
export function largeEnough<Plan extends Pick<CropPlan, 'left' | 'top' | 'width' | 'height'>>(plan: Plan): Plan {
  const more = Math.max(1, leastWidth / plan.width)
  return { ...plan, left: plan.left - ((more - 1) * plan.width) / 2, top: plan.top - ((more - 1) * plan.height) / 2, width: plan.width * more, height: plan.height * more }
}

/**
 * The plan moved into the picture, and made smaller where it is larger than the picture, down to the smallest photo: a
 * band of no colour above a head is no photo. What is wrong with where the head stands is said by `outside` and `fill`.
 */
export function movedInside<Plan extends Pick<CropPlan, 'left' | 'top' | 'width' | 'height'>>(plan: Plan, frame: Size): Plan {
  const scale = Math.min(1, Math.max(Math.min(frame.width / plan.width, frame.height / plan.height), leastWidth / plan.width))
  const width = plan.width * scale
  const height = plan.height * scale
  const inside = (start: number, size: number, all: number): number => (size > all ? (all - size) / 2 : Math.min(all - size, Math.max(0, start)))
  return { ...plan, left: inside(plan.left + (plan.width - width) / 2, width, frame.width), top: inside(plan.top + (plan.height - height) / 2, height, frame.height), width, height }
}

/** Pixels of the finished photo: exactly 35:45, at most 1050 x 1350, never more than the picture gives. */
export function outputSize(plan: Pick<CropPlan, 'width'>): Size {
  const unit = Math.min(150, Math.floor((plan.width + 0.5) / 7))
  return { width: unit * 7, height: unit * 9 }
}

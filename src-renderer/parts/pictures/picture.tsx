import type { ReactNode } from 'react'

interface PictureProps {
  name: string
  children: ReactNode
  /** The part of the plane that is seen, as of SVG's viewBox; all drawings share the stroke of 4. */
  box?: string
}

/** A drawing of the project: decoration to assistive technology, because the words beside it say the same. */
export const Picture = ({ name, children, box = '0 0 320 240' }: PictureProps) => (
  <svg className={`picture picture-${name}`} viewBox={box} aria-hidden focusable="false">
    {children}
  </svg>
)

/** The card, 120 × 76, its upper left corner at the origin. */
export const CardShape = ({ at = '' }: { at?: string }) => (
  <g transform={at}>
    <rect className="pic-paper" width="120" height="76" rx="8" />
    <rect className="pic-band" x="2" y="2" width="116" height="16" rx="6" />
    <rect className="pic-tint" x="12" y="28" width="32" height="36" rx="3" />
    <circle className="pic-line" cx="28" cy="40" r="6" />
    <path className="pic-line" d="M17 62c1-9 5-12 11-12s10 3 11 12" />
    <path className="pic-thin" d="M56 32h50M56 44h50M56 56h32" />
  </g>
)

/** Part of a hand: a stroke with an outline, so that several join without a seam. */
export const Limbs = ({ limbs }: { limbs: readonly { d: string; width: 'arm' | 'palm' | 'finger' }[] }) => (
  <>
    {limbs.map(({ d, width }) => (
      <path key={`o${d}`} className={`pic-limb-outline pic-${width}`} d={d} />
    ))}
    {limbs.map(({ d, width }) => (
      <path key={`i${d}`} className={`pic-limb pic-${width}`} d={d} />
    ))}
  </>
)

/** The end of a sleeve, where an arm leaves the drawing; drawn along the x axis to the right of its origin. */
export const Cuff = ({ at }: { at: string }) => (
  <g transform={at}>
    <rect className="pic-band" x="0" y="-36" width="46" height="72" rx="8" />
    <rect className="pic-paper" x="-10" y="-33" width="18" height="66" rx="6" />
  </g>
)

/** The card reader seen from the front and a little above, 200 wide. */
export const ReaderShape = ({ at = '' }: { at?: string }) => (
  <g transform={at}>
    <path className="pic-tint" d="M24 0h152l24 44H0z" />
    <path className="pic-paper" d="M0 44h200v16a10 10 0 0 1-10 10H10A10 10 0 0 1 0 60z" />
    <path className="pic-line" d="M86 30c8-8 20-8 28 0M78 20c13-12 31-12 44 0" />
    <circle className="pic-dot" cx="176" cy="57" r="5" />
  </g>
)

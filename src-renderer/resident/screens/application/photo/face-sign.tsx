import type { ReactNode } from 'react'
import type { MachinePhotoReason } from '../../../../../src-preload/contract.ts'
import { Picture } from '../../../../parts/pictures/picture.tsx'

interface FaceParts {
  /** SVG transform of the whole person. */
  readonly at?: string
  readonly eyes?: ReactNode
  readonly mouth?: ReactNode
  /** On the face: glasses, light. */
  readonly over?: ReactNode
  readonly behind?: ReactNode
  /** Which way to move, in front of everything. */
  readonly arrow?: ReactNode
  readonly nobody?: boolean
}

const openEyes = (
  <>
    <circle className="pic-dot" cx="-20" cy="-6" r="5" />
    <circle className="pic-dot" cx="20" cy="-6" r="5" />
  </>
)
const closedMouth = <path className="pic-line" d="M-14 32h28" />
const Arrow = ({ at }: { at: string }) => <path className="pic-line pic-arrow" transform={at} d="M-26 0h46M4 -16l18 16l-18 16" />
const sun = (at: string) => <path className="pic-line" transform={at} d="M0-12v-10M0 12v10M-12 0h-10M12 0h10M-9-9l-7-7M9-9l7-7M-9 9l-7 7M9 9l7 7M8 0a8 8 0 1 1-16 0a8 8 0 1 1 16 0" />
const Glasses = () => <path className="pic-line" d="M-36-14h28v20h-28zM8-14h28v20h-28zM-8-6h16" />

/** What is different from a good photo, reason by reason; the words beside it say what to do. */
const signs: Record<MachinePhotoReason, FaceParts> = {
  noFace: { nobody: true },
  twoFaces: { behind: <g transform="translate(66 22) scale(.7)"><circle className="pic-tint" r="48" cy="-4" /><path className="pic-tint" d="M-64 130c0-50 24-70 64-70s64 20 64 70z" /></g> },
  tooFar: { at: 'scale(.55)', arrow: <><Arrow at="translate(-74 0) rotate(180)" /><Arrow at="translate(74 0)" /></> },
  tooNear: { at: 'scale(1.6)', arrow: <><Arrow at="translate(-70 78)" /><Arrow at="translate(70 78) rotate(180)" /></> },
  offCentre: { at: 'translate(-50 10)', arrow: <Arrow at="translate(50 0)" /> },
  rolled: { at: 'rotate(18)', arrow: <path className="pic-line pic-arrow" d="M52-78a60 60 0 0 0-60-20l12-14M-8-98l16 12" /> },
  turned: { eyes: <><circle className="pic-dot" cx="-34" cy="-6" r="5" /><circle className="pic-dot" cx="-4" cy="-6" r="5" /></>, mouth: <path className="pic-line" d="M-32 32h20" />, arrow: <Arrow at="translate(62 -4)" /> },
  tilted: { eyes: <><circle className="pic-dot" cx="-20" cy="-28" r="5" /><circle className="pic-dot" cx="20" cy="-28" r="5" /></>, mouth: <path className="pic-line" d="M-14 8h28" />, arrow: <Arrow at="translate(72 0) rotate(90)" /> },
  eyesClosed: { eyes: <path className="pic-line" d="M-30-8q10 9 20 0M10-8q10 9 20 0" /> },
  eyesCovered: { eyes: null, over: <path className="pic-band" d="M-40-18h34v26h-34zM6-18h34v26h-34zM-6-10h12v4h-12z" /> },
  glare: { over: <><Glasses /><path className="pic-thin" d="M-32 4l14-16M12 4l14-16M-24 4l12-14M20 4l12-14" /></> },
  mouthOpen: { mouth: <ellipse className="pic-line" cx="0" cy="32" rx="13" ry="11" /> },
  gaze: { eyes: <><ellipse className="pic-line" cx="-20" cy="-6" rx="13" ry="8" /><ellipse className="pic-line" cx="20" cy="-6" rx="13" ry="8" /><circle className="pic-dot" cx="-28" cy="-6" r="5" /><circle className="pic-dot" cx="12" cy="-6" r="5" /></> },
  redEye: { eyes: <><circle className="pic-line" cx="-20" cy="-6" r="9" /><circle className="pic-line" cx="20" cy="-6" r="9" /><circle className="pic-dot" cx="-20" cy="-6" r="4" /><circle className="pic-dot" cx="20" cy="-6" r="4" /></> },
  blurred: { behind: <path className="pic-thin" d="M-62-40q-14 40 0 70M62-40q14 40 0 70M-74-30q-12 30 0 50M74-30q12 30 0 50" /> },
  noisy: { over: <path className="pic-thin" d="M-60-70v2M-30-80v2M40-74v2M66-40v2M-70 10v2M70 20v2M-64 60v2M60 70v2M-6-24v2M10 14v2M-30 14v2M34 10v2" /> },
  dark: { behind: <rect className="pic-tint" x="-84" y="-108" width="168" height="216" /> },
  bright: { arrow: sun('translate(56 -76)') },
  unevenLight: { over: <path className="pic-band pic-half" d="M0-56a44 56 0 0 0 0 112z" />, arrow: sun('translate(62 -76)') },
  shadow: { behind: <g transform="translate(24 10)"><ellipse className="pic-tint" cx="0" cy="0" rx="46" ry="56" /></g> },
  background: { behind: <path className="pic-thin" d="M-84-70h168M-84-30h168M-60-108v78M40-108v78M-30-70v40M66-70v40" /> },
  colour: { behind: <path className="pic-tint" d="M-84-108h56v216h-56zM28-108h56v216h-56z" /> },
}

/** A person in the frame of the photo, drawn as what the machine sees; null: nothing to put right. */
export function FaceSign({ reason }: { reason: MachinePhotoReason | null }) {
  const parts: FaceParts = reason === null ? {} : signs[reason]
  return (
    <Picture name="face" box="-92 -116 184 232">
      <rect className="pic-paper" x="-84" y="-108" width="168" height="216" rx="8" />
      <svg x="-84" y="-108" width="168" height="216" viewBox="-84 -108 168 216">
        {parts.behind}
        <g transform={parts.at}>
          {parts.nobody ? (
            <path className="pic-thin pic-dashed" d="M44 0a44 56 0 1 1-88 0a44 56 0 1 1 88 0M-72 108c0-34 30-48 72-48s72 14 72 48" />
          ) : (
            <>
              <path className="pic-tint" d="M-72 112c0-38 30-50 72-50s72 12 72 50z" />
              <ellipse className="pic-paper" cx="0" cy="0" rx="44" ry="56" />
              <path className="pic-line" d="M-44-6c-4-70 92-70 88 0" />
              {'eyes' in parts ? parts.eyes : openEyes}
              {parts.mouth ?? closedMouth}
              {parts.over}
            </>
          )}
        </g>
        {parts.arrow}
      </svg>
      <rect className="pic-frame" x="-84" y="-108" width="168" height="216" rx="8" />
    </Picture>
  )
}

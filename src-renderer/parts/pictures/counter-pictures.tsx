import { Cuff, Limbs, Picture } from './picture.tsx'

/** The bell of the counter, and a hand that rings it. */
export const StaffBellPicture = () => (
  <Picture name="staff-bell" box="10 -32 360 240">
    <path className="pic-arrow" d="M70 60L52 44M50 100H26M214 52l14-18" />
    <path className="pic-tint" d="M70 164a70 70 0 0 1 140 0z" />
    <rect className="pic-paper" x="48" y="164" width="184" height="24" rx="10" />
    <path className="pic-line" d="M140 94V78" />
    <rect className="pic-paper" x="122" y="66" width="36" height="14" rx="7" />
    <g className="pic-moving">
      <Limbs
        limbs={[
          { d: 'M292 30L262 44', width: 'arm' },
          { d: 'M258 44L222 46', width: 'palm' },
          { d: 'M220 44L152 56', width: 'finger' },
        ]}
      />
      <Cuff at="translate(294 29) rotate(-26)" />
    </g>
  </Picture>
)

/** The ten keys, covered by a hand. */
export const PinPadPicture = () => (
  <Picture name="pin-pad" box="0 0 160 120">
    <rect className="pic-paper" x="16" y="8" width="128" height="104" rx="12" />
    <path className="pic-pin" d="M44 60v.1M68 60v.1M92 60v.1M116 60v.1" />
    <path className="pic-line" d="M34 86h92" />
    <path className="pic-thin" d="M34 34h92" />
  </Picture>
)

export const ClockPicture = () => (
  <Picture name="clock" box="0 0 160 120">
    <circle className="pic-tint" cx="80" cy="60" r="48" />
    <path className="pic-line" d="M80 30v30l20 14" />
    <path className="pic-thin" d="M80 16v4M80 100v4M36 60h4M120 60h4" />
  </Picture>
)

/** The counter is closed: a sign on the glass. */
export const ClosedPicture = () => (
  <Picture name="closed">
    <path className="pic-line" d="M160 30L84 92M160 30l76 62" />
    <circle className="pic-dot" cx="160" cy="30" r="7" />
    <rect className="pic-tint" x="50" y="92" width="220" height="112" rx="14" />
    <circle className="pic-paper" cx="112" cy="148" r="32" />
    <path className="pic-line" d="M112 128v20l13 9" />
    <path className="pic-thin" d="M166 132h76M166 148h76M166 164h48" />
  </Picture>
)

/** A terminal that rests. */
export const OutOfOrderPicture = () => (
  <Picture name="out-of-order">
    <rect className="pic-tint" x="76" y="28" width="168" height="128" rx="14" />
    <path className="pic-line" d="M160 156v34M116 196h88" />
    <circle className="pic-badge" cx="160" cy="92" r="36" />
    <path className="pic-badge-mark" d="M160 72v24M160 109v.5" />
  </Picture>
)

/** Coins beside a receipt: what is to pay. */
export const FeePicture = () => (
  <Picture name="fee" box="0 0 160 120">
    <circle className="pic-tint" cx="80" cy="60" r="46" />
    <path className="pic-line" d="M62 34l18 26 18-26M80 60v30M64 64h32M64 76h32" />
  </Picture>
)

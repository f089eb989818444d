import { Cuff, Limbs, Picture } from './picture.tsx'

const Person = ({ at }: { at: string }) => (
  <g transform={at}>
    <circle className="pic-tint" cx="0" cy="-20" r="13" />
    <path className="pic-tint" d="M-22 22c0-18 8-26 22-26s22 8 22 26z" />
  </g>
)

/** A sheet with several people. */
export const HouseholdRecordPicture = () => (
  <Picture name="household-record" box="0 0 160 160">
    <path className="pic-paper" d="M30 10h78l26 26v114H30z" />
    <path className="pic-line" d="M108 10v26h26" />
    <path className="pic-thin" d="M46 34h44M46 50h72" />
    <Person at="translate(58 106) scale(.8)" />
    <Person at="translate(106 106) scale(.8)" />
    <Person at="translate(82 116) scale(.8)" />
  </Picture>
)

/** A sheet with one person. */
export const MemberRecordPicture = () => (
  <Picture name="member-record" box="0 0 160 160">
    <path className="pic-paper" d="M30 10h78l26 26v114H30z" />
    <path className="pic-line" d="M108 10v26h26" />
    <path className="pic-thin" d="M46 34h44M46 50h72" />
    <Person at="translate(82 110)" />
  </Picture>
)

/** The slip comes out of the printer and a hand takes it. */
export const SlipPicture = () => (
  <Picture name="slip" box="44 24 316 252">
    <rect className="pic-tint" x="60" y="36" width="180" height="88" rx="12" />
    <path className="pic-line" d="M86 100h128" />
    <g className="pic-moving">
      <path className="pic-paper" d="M100 100h100v112l-12.5-8-12.5 8-12.5-8-12.5 8-12.5-8-12.5 8-12.5-8-12.5 8z" />
      <path className="pic-band-line" d="M122 128h56" />
      <path className="pic-thin" d="M116 148h68M116 164h68M116 180h40" />
    </g>
    <Limbs
      limbs={[
        { d: 'M304 218L276 204', width: 'arm' },
        { d: 'M272 200L244 190', width: 'palm' },
        { d: 'M246 196L196 190', width: 'finger' },
        { d: 'M244 184L204 170', width: 'finger' },
      ]}
    />
    <Cuff at="translate(306 219) rotate(26)" />
  </Picture>
)

/** The printer without a slip. */
export const NoSlipPicture = () => (
  <Picture name="no-slip" box="50 30 240 160">
    <rect className="pic-tint" x="70" y="76" width="180" height="88" rx="12" />
    <path className="pic-line" d="M96 140h128" />
    <circle className="pic-badge" cx="250" cy="76" r="34" />
    <path className="pic-badge-mark" d="M250 58v22M250 92v.5" />
  </Picture>
)

import { CardShape, Picture } from './picture.tsx'

/** Four hidden digits and an arrow round them: another PIN. */
export const NewPinPicture = () => (
  <Picture name="new-pin" box="0 0 160 160">
    <rect className="pic-paper" x="14" y="52" width="132" height="56" rx="12" />
    <path className="pic-pin" d="M40 80v.1M66 80v.1M94 80v.1M120 80v.1" />
    <path className="pic-arrow" d="M46 34a52 52 0 0 1 68 0M114 18v17H97M114 126a52 52 0 0 1-68 0M46 142v-17h17" />
  </Picture>
)

/** Hidden digits behind a lock. */
export const KeptSecretPicture = () => (
  <Picture name="kept-secret" box="0 0 160 160">
    <path className="pic-line" d="M54 76V54a26 26 0 0 1 52 0v22" />
    <rect className="pic-tint" x="34" y="76" width="92" height="66" rx="12" />
    <path className="pic-pin" d="M58 109v.1M80 109v.1M102 109v.1" />
  </Picture>
)

/** Two places on the card: one done, the other not. */
export const HalfChangedPicture = () => (
  <Picture name="half-changed">
    <CardShape at="translate(82 20) scale(1.3)" />
    <rect className="pic-paper" x="40" y="150" width="104" height="70" rx="12" />
    <path className="pic-arrow" d="M72 185l14 16 26-32" />
    <rect className="pic-paper" x="176" y="150" width="104" height="70" rx="12" strokeDasharray="8 10" />
    <path className="pic-badge-mark" d="M228 168v20M228 202v.5" />
  </Picture>
)

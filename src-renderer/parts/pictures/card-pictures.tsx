import { CardShape, Cuff, Limbs, Picture, ReaderShape } from './picture.tsx'

const hand = {
  behind: [
    { d: 'M262 108L214 92', width: 'finger' },
    { d: 'M262 128L216 116', width: 'finger' },
  ],
  front: [
    { d: 'M306 150L282 128', width: 'arm' },
    { d: 'M286 128L266 112', width: 'palm' },
    { d: 'M262 98L218 78', width: 'finger' },
  ],
} as const

/** A hand puts the card down onto the reader; the card moves. */
export const PlaceCardPicture = () => (
  <Picture name="place-card" box="14 14 364 236">
    <ReaderShape at="translate(60 152)" />
    <path className="pic-arrow" d="M40 84v56M26 124l14 16 14-16" />
    <g className="pic-moving">
      <Limbs limbs={hand.behind} />
      <CardShape at="translate(106 44)" />
      <Limbs limbs={hand.front} />
      <Cuff at="translate(310 154) rotate(43)" />
    </g>
  </Picture>
)

/** A hand takes the card off the reader. */
export const TakeCardPicture = () => (
  <Picture name="take-card" box="14 14 364 236">
    <ReaderShape at="translate(60 152)" />
    <path className="pic-arrow" d="M40 140V84M26 100l14-16 14 16" />
    <Limbs limbs={hand.behind} />
    <CardShape at="translate(106 44)" />
    <Limbs limbs={hand.front} />
    <Cuff at="translate(310 154) rotate(43)" />
  </Picture>
)

/** The card lies on the reader and stays there. */
export const CardOnReaderPicture = () => (
  <Picture name="card-on-reader">
    <g className="pic-waves">
      <path className="pic-arrow" d="M128 66c18-16 46-16 64 0" />
      <path className="pic-arrow" d="M112 46c28-26 68-26 96 0" />
    </g>
    <CardShape at="translate(100 84)" />
    <ReaderShape at="translate(60 152)" />
  </Picture>
)

/** The card, and something that isn't right with it. */
export const CardTroublePicture = () => (
  <Picture name="card-trouble">
    <CardShape at="translate(70 90) scale(1.3)" />
    <circle className="pic-badge" cx="232" cy="84" r="36" />
    <path className="pic-badge-mark" d="M232 64v24M232 101v.5" />
  </Picture>
)

/** The card under a glass: whether it is good, and how long. */
export const ValidityPicture = () => (
  <Picture name="validity" box="0 0 160 160">
    <CardShape at="translate(8 42)" />
    <circle className="pic-paper" cx="112" cy="98" r="34" />
    <path className="pic-line" d="M137 123l17 18" />
    <path className="pic-arrow" d="M97 99l11 12 20-25" />
  </Picture>
)

export const CardPicture = () => (
  <Picture name="card" box="0 0 160 120">
    <CardShape at="translate(20 22)" />
  </Picture>
)

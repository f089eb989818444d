import type { ReactNode } from 'react'

/** Icons: 32 units square, one stroke, named by what they mean; the words beside them say the same. */
const Icon = ({ name, children }: { name: string; children: ReactNode }) => (
  <svg className={`icon icon-${name}`} viewBox="0 0 32 32" aria-hidden focusable="false">
    {children}
  </svg>
)

export const ArrowIcon = () => (
  <Icon name="arrow">
    <path d="M12 6l10 10-10 10" />
  </Icon>
)

export const DownIcon = () => (
  <Icon name="down">
    <path d="M16 5v21M6 17l10 10 10-10" />
  </Icon>
)

export const BackIcon = () => (
  <Icon name="back">
    <path d="M14 6L4 16l10 10M5 16h23" />
  </Icon>
)

export const StopIcon = () => (
  <Icon name="stop">
    <path d="M7 7l18 18M25 7L7 25" />
  </Icon>
)

export const FinishIcon = () => (
  <Icon name="finish">
    <path d="M5 17l7 8L27 8" />
  </Icon>
)

export const BellIcon = () => (
  <Icon name="bell">
    <path d="M4 25h24M6 21a10 10 0 0 1 20 0zM16 11V7M12.5 7h7" />
  </Icon>
)

export const LargeTextIcon = () => (
  <Icon name="large-text">
    <path d="M2 26L10 6l8 20M5 19h10M20 13h10M25 8v10" />
  </Icon>
)

export const ContrastIcon = () => (
  <Icon name="contrast">
    <circle cx="16" cy="16" r="12" />
    <path className="icon-solid" d="M16 4a12 12 0 0 1 0 24z" />
  </Icon>
)

export const FuriganaIcon = () => (
  <Icon name="furigana">
    <path d="M6 14h20v14H6zM16 14v14M6 21h20M8 7h4M14 7h4M20 7h4" />
  </Icon>
)

export const LanguageIcon = () => (
  <Icon name="language">
    <circle cx="16" cy="16" r="12" />
    <path d="M4 16h24M16 4c8 7 8 17 0 24M16 4c-8 7-8 17 0 24" />
  </Icon>
)

export const CheckBoxIcon = ({ isChecked }: { isChecked: boolean }) => (
  <Icon name={isChecked ? 'box-checked' : 'box'}>
    <rect x="3" y="3" width="26" height="26" rx="4" />
    {isChecked ? <path d="M9 16.5l5 5.5 9.5-12" /> : null}
  </Icon>
)

export const AttentionIcon = () => (
  <Icon name="attention">
    <path d="M16 4l13 23H3z" />
    <path d="M16 12v8M16 23.6v.4" />
  </Icon>
)

export const InformationIcon = () => (
  <Icon name="information">
    <circle cx="16" cy="16" r="12" />
    <path d="M16 15v8M16 9.2v.4" />
  </Icon>
)

export const SuccessIcon = () => (
  <Icon name="success">
    <circle cx="16" cy="16" r="12" />
    <path d="M10 16.5l4.5 5 8-10" />
  </Icon>
)

export const RefusedIcon = () => (
  <Icon name="refused">
    <circle cx="16" cy="16" r="12" />
    <path d="M11 11l10 10M21 11L11 21" />
  </Icon>
)

export const DashIcon = () => (
  <Icon name="dash">
    <circle cx="16" cy="16" r="12" strokeDasharray="4 6" />
    <path d="M10 16h12" />
  </Icon>
)

export const QuestionIcon = () => (
  <Icon name="question">
    <circle cx="16" cy="16" r="12" />
    <path d="M12 13a4 4 0 1 1 5.6 3.7c-1 .5-1.6 1.2-1.6 2.3M16 22.8v.2" />
  </Icon>
)

export const LockIcon = () => (
  <Icon name="lock">
    <rect x="6" y="14" width="20" height="14" rx="3" />
    <path d="M10 14v-4a6 6 0 0 1 12 0v4M16 20v3" />
  </Icon>
)

export const ClockIcon = () => (
  <Icon name="clock">
    <circle cx="16" cy="16" r="12" />
    <path d="M16 9v7l5 4" />
  </Icon>
)

export const EraseIcon = () => (
  <Icon name="erase">
    <path d="M11 6h17v20H11L3 16zM15 12l8 8M23 12l-8 8" />
  </Icon>
)

export const MinusIcon = () => (
  <Icon name="minus">
    <path d="M6 16h20" />
  </Icon>
)

export const PlusIcon = () => (
  <Icon name="plus">
    <path d="M6 16h20M16 6v20" />
  </Icon>
)

export const TriesIcon = ({ isLeft }: { isLeft: boolean }) => (
  <Icon name={isLeft ? 'try-left' : 'try-used'}>
    <circle cx="16" cy="16" r="12" />
    {isLeft ? <path d="M10 16.5l4.5 5 8-10" /> : <path d="M11 11l10 10M21 11L11 21" />}
  </Icon>
)

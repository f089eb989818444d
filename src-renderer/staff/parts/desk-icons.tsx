import type { ReactNode } from 'react'

const Icon = ({ name, children }: { name: string; children: ReactNode }) => (
  <svg className={`icon icon-${name}`} viewBox="0 0 32 32" aria-hidden focusable="false">
    {children}
  </svg>
)

export const LockIcon = () => (
  <Icon name="lock">
    <path d="M6 14h20v14H6zM10 14V9a6 6 0 0 1 12 0v5M16 19v4" />
  </Icon>
)

export const HelpIcon = () => (
  <Icon name="help">
    <circle cx="16" cy="16" r="13" />
    <path d="M12 12.5a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.8M16 23.2v.4" />
  </Icon>
)

export const LeaveIcon = () => (
  <Icon name="leave">
    <path d="M19 5H6v22h13M13 16h15M23 10l6 6-6 6" />
  </Icon>
)

export const ZoomInIcon = () => (
  <Icon name="zoom-in">
    <path d="M14 4a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM21.5 21.5L29 29M9 14h10M14 9v10" />
  </Icon>
)

export const ZoomOutIcon = () => (
  <Icon name="zoom-out">
    <path d="M14 4a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM21.5 21.5L29 29M9 14h10" />
  </Icon>
)

export const PreviousIcon = () => (
  <Icon name="previous">
    <path d="M20 6L10 16l10 10" />
  </Icon>
)

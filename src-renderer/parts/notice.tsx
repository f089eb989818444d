import type { ReactNode } from 'react'
import { AttentionIcon, InformationIcon, SuccessIcon } from './icons/icons.tsx'

const icons = { error: <AttentionIcon />, information: <InformationIcon />, success: <SuccessIcon /> }

interface NoticeProps {
  kind: keyof typeof icons
  title: ReactNode
  children?: ReactNode
}

/** Something the reader should know: shape, colour and words together. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`}>
      {icons[kind]}
      <div>
        <p className="notice-title">{title}</p>
        {children === undefined ? null : <p className="notice-body">{children}</p>}
      </div>
    </div>
  )
}

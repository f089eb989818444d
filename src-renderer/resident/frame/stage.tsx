import type { ReactNode } from 'react'
import { AttentionIcon, SuccessIcon } from '../../parts/icons/icons.tsx'
import { Text } from '../../parts/text.tsx'
import { useResident } from '../resident-context.tsx'
import { useHeadingFocus } from '../page/use-heading-focus.ts'

interface StageProps {
  /** Names the question; when it changes, the focus goes to the heading. */
  id: string
  title: string
  /** Something is wrong, or done: said by a sign before the heading too. */
  tone?: 'plain' | 'error' | 'attention' | 'success'
  lead?: string | undefined
  picture?: ReactNode
  children?: ReactNode
  /** What goes on from here, at the end of the screen. */
  actions?: ReactNode
}

/** One question or one instruction, one picture, the choices, the way on. */
export function Stage({ id, title, tone = 'plain', lead, picture, children, actions }: StageProps) {
  const { snapshot } = useResident()
  const heading = useHeadingFocus(id)
  const shape = picture === undefined ? 'stage-wide' : children === undefined && actions === undefined ? 'stage-picture' : 'stage-split'
  return (
    <section className={`stage ${shape}`} data-stage={snapshot.screen.kind}>
      <div className="stage-head">
        <h1 ref={heading} className={`tone-${tone}`} tabIndex={-1}>
          {tone === 'error' || tone === 'attention' ? <AttentionIcon /> : tone === 'success' ? <SuccessIcon /> : null}
          <Text>{title}</Text>
        </h1>
        {lead === undefined ? null : (
          <p className="stage-lead">
            <Text>{lead}</Text>
          </p>
        )}
      </div>
      {picture === undefined ? null : <div className="stage-picture-box">{picture}</div>}
      {children === undefined ? null : <div className="stage-body">{children}</div>}
      {actions === undefined ? null : <div className="stage-actions">{actions}</div>}
    </section>
  )
}

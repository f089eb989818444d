import type { ReactNode } from 'react'
import type { ApplicationState } from '../../../src-preload/contract.ts'

const shapes: Record<ApplicationState, ReactNode> = {
  draft: <path d="M2.5 13.5l1-4 7.5-7.5 3 3-7.5 7.5z" />,
  received: <circle cx="8" cy="8" r="5.5" />,
  returned: <path className="shape-solid" d="M8 1.5L15 14H1z" />,
  corrected: <path d="M13.5 6A6 6 0 1 0 14 9.5M13.5 2v4h-4" />,
  resent: <path d="M2 8h11M9 3.5L13.5 8 9 12.5" />,
  shipped: <path d="M1.5 4h13v8h-13zM1.5 7h13" />,
  prepared: <path d="M3 2.5h10v11H3z" />,
  notified: <path d="M1.5 3.5h13v9h-13zM1.5 4.5L8 9l6.5-4.5" />,
  delivered: <path d="M2.5 8.5l4 4 7-9" />,
  refused: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  withdrawn: <path d="M3 8h10" />,
}

/** Each state of an application has a shape of its own; the word stands beside it. */
export const ApplicationShape = ({ state }: { state: ApplicationState }) => (
  <svg className="shape" viewBox="0 0 16 16" aria-hidden focusable="false">
    {shapes[state]}
  </svg>
)

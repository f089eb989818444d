import type { ReactNode } from 'react'
import type { CardCaseState } from '../../../src-preload/contract.ts'

const shapes: Record<CardCaseState, ReactNode> = {
  open: <circle cx="8" cy="8" r="5.5" />,
  awaitingAnswer: <path d="M1.5 3.5h13v9h-13zM1.5 4.5L8 9l6.5-4.5" />,
  ready: <path className="shape-solid" d="M4 2l9 6-9 6z" />,
  atCard: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path className="shape-solid" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  uncertain: <path className="shape-solid" d="M8 1.5L15 14H1z" />,
  done: <path d="M2.5 8.5l4 4 7-9" />,
  refused: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  withdrawn: <path d="M3 8h10" />,
}

/** Each state of a card case has a shape of its own; the word stands beside it. */
export const CaseShape = ({ state }: { state: CardCaseState }) => (
  <svg className={`shape shape-case-${state}`} viewBox="0 0 16 16" aria-hidden focusable="false">
    {shapes[state]}
  </svg>
)

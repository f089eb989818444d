import type { ReactNode } from 'react'
import type { DeviceView, RequestState } from '../../../src-preload/contract.ts'

const Shape = ({ name, children }: { name: string; children: ReactNode }) => (
  <svg className={`shape shape-${name}`} viewBox="0 0 16 16" aria-hidden focusable="false">
    {children}
  </svg>
)

const stateShapes: Record<RequestState, ReactNode> = {
  received: <circle cx="8" cy="8" r="5.5" />,
  printing: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path className="shape-solid" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  uncertain: <path className="shape-solid" d="M8 1.5L15 14H1z" />,
  printed: <path d="M3 2.5h10v11H3z" />,
  paid: <path className="shape-solid" d="M8 1.5L14.5 8 8 14.5 1.5 8z" />,
  handedOver: <path d="M2.5 8.5l4 4 7-9" />,
  voided: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
}

/** Each state of a request has a shape of its own; the word stands beside it. */
export const StateShape = ({ state }: { state: RequestState }) => <Shape name={state}>{stateShapes[state]}</Shape>

const lightShapes: Record<DeviceView['light'], ReactNode> = {
  ready: <circle className="shape-solid" cx="8" cy="8" r="6" />,
  attention: <path className="shape-solid" d="M8 1.5L15 14H1z" />,
  down: (
    <>
      <path className="shape-solid" d="M2 2h12v12H2z" />
      <path className="shape-cross" d="M5 5l6 6M11 5l-6 6" />
    </>
  ),
}

/** Round and green, three-cornered and amber, square and red with a cross. */
export const LightShape = ({ light }: { light: DeviceView['light'] }) => <Shape name={light}>{lightShapes[light]}</Shape>

/** A device that has not answered yet. */
export const UnknownShape = () => (
  <Shape name="unknown">
    <circle cx="8" cy="8" r="5.5" />
  </Shape>
)

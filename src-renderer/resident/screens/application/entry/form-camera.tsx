import type { ReactNode } from 'react'
import { InformationIcon, SuccessIcon } from '../../../../parts/icons/icons.tsx'
import { LiveRegion } from '../../../../parts/live-region.tsx'
import { Text } from '../../../../parts/text.tsx'
import type { ScanFailure } from '../../../../scan/code-scanner.ts'
import { plain } from '../../../../words/furigana.ts'
import type { Words } from '../../../../words/words.ts'
import { useResident } from '../../../resident-context.tsx'
import { useCodeScanner } from './use-code-scanner.ts'

interface FormCameraProps {
  onCode: (text: string) => void
  /** The code before the camera was refused just before. */
  holdsBack: boolean
  /** In place of the picture, when there is none. */
  children: ReactNode
}

/** The camera before which the form's QR code is held; without one, what is typed instead, and why. */
export function FormCamera({ onCode, holdsBack, children }: FormCameraProps) {
  const { words } = useResident()
  const own = words.screens.application.form.scan
  const { state, camera } = useCodeScanner(onCode, holdsBack)
  const hasFailed = state.state === 'failed'
  const said = hasFailed ? failureWords(words, state.failure) : state.state === 'found' ? own.found : state.state === 'looking' ? own.hold : own.opening
  return (
    <>
      {/* A camera that failed is tried again in the same element, which must be drawn for that. */}
      <div className={hasFailed ? 'visually-hidden' : 'scan'}>
        <video ref={camera} className={state.isMirrored ? 'scan-video scan-mirror' : 'scan-video'} muted playsInline aria-label={plain(own.camera)} />
        <svg className={state.state === 'found' ? 'scan-frame scan-frame-found' : 'scan-frame'} viewBox="0 0 100 100" aria-hidden>
          <path d="M2 24V2h22M76 2h22v22M98 76v22H76M24 98H2V76" />
        </svg>
      </div>
      {hasFailed ? children : null}
      <p className={state.state === 'found' ? 'scan-words scan-words-found' : 'scan-words'}>
        {state.state === 'found' ? <SuccessIcon /> : hasFailed ? <InformationIcon /> : null}
        <span>
          <Text>{said}</Text>
        </span>
      </p>
      <LiveRegion>{state.state === 'opening' || state.state === 'closed' ? '' : plain(said)}</LiveRegion>
    </>
  )
}

function failureWords({ screens: { application } }: Words, failure: ScanFailure | null): string {
  const { failures } = application.form.scan
  return failure !== null && isNamed(failure, failures) ? failures[failure] : failures.other
}

const isNamed = (failure: string, failures: object): failure is keyof Words['screens']['application']['form']['scan']['failures'] => failure in failures

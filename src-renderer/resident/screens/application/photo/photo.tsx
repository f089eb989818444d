import { useCallback, useRef, useState } from 'react'
import { Notice } from '../../../../parts/notice.tsx'
import { Text } from '../../../../parts/text.tsx'
import { base64Of } from '../../../../glass/base64.ts'
import type { PhotoFailure } from '../../../../photo/outcome.ts'
import type { Candidate } from '../../../../photo/photo-studio.ts'
import { residentFailure, type Words } from '../../../../words/words.ts'
import { Stage } from '../../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../../resident-context.tsx'
import { FailureCode } from '../../failure-code-line.tsx'
import { Candidates } from './candidates.tsx'
import { CameraTrouble } from './camera-trouble.tsx'
import { FileButton } from './file-button.tsx'
import { LiveView } from './live-view.tsx'
import { useStudio } from './use-studio.ts'

/** The camera with one instruction at a time, then the photos that were taken; the one that is chosen goes to main, no other. */
export function Photo({ screen }: ScreenProps<'photo'>) {
  const { words, send } = useResident()
  const own = words.screens.application.photo
  const video = useRef<HTMLVideoElement>(null)
  const { studio, state, open } = useStudio(video)
  const [isChoosing, setChoosing] = useState(false)
  const [failed, setFailed] = useState<'capture' | PhotoFailure | null>(null)
  const [isChecking, setChecking] = useState(false)
  const shoot = useCallback(() => {
    setFailed(null)
    void studio.capture().then((taken) => {
      if (taken.ok) setChoosing(true)
      else if (taken.failure !== 'notRunning') setFailed('capture')
    })
  }, [studio])
  const look = (file: File): void => {
    setFailed(null)
    setChecking(true)
    void studio.upload(file).then((checked) => {
      setChecking(false)
      if (checked.ok) setChoosing(true)
      else setFailed(checked.failure)
    })
  }
  const use = (candidate: Candidate): void => {
    const chosen = studio.choose(candidate.id)
    if (chosen === null) return
    setChoosing(false)
    send({ type: 'photoChosen', jpeg: base64Of(chosen.jpeg), findings: [...chosen.reasons, ...chosen.askClerk], source: chosen.source })
  }
  const choosing = isChoosing && state.candidates.length > 0
  const hasTrouble = state.state === 'failed' && !choosing
  const fromFile = screen.fileAllowed ? <FileButton isChecking={isChecking} onFile={look} /> : null
  return (
    <Stage
      id={choosing ? 'photo-choose' : hasTrouble ? 'photo-trouble' : 'photo'}
      title={choosing ? own.chooseTitle : words.screens.application.titles.photo}
      lead={choosing ? own.chooseLead : own.lead}
    >
      {screen.refused === null ? null : (
        <Notice kind="error" title={<Text>{residentFailure(words, screen.refused).title}</Text>}>
          <Text>{residentFailure(words, screen.refused).body}</Text> <FailureCode code={screen.refused} />
        </Notice>
      )}
      {failed === null || choosing ? null : <PhotoTrouble failed={failed} />}
      {hasTrouble ? (
        <CameraTrouble failure={state.failure} onRetry={open}>
          {fromFile}
        </CameraTrouble>
      ) : null}
      {choosing ? (
        <Candidates
          candidates={state.candidates}
          onUse={use}
          onAgain={() => {
            setChoosing(false)
          }}
        />
      ) : null}
      <LiveView video={video} state={state} isShown={!choosing && !hasTrouble} onShoot={shoot}>
        {fromFile}
      </LiveView>
    </Stage>
  )
}

/** A photo that could not be taken, or a file that can't become one. */
function PhotoTrouble({ failed }: { failed: 'capture' | PhotoFailure }) {
  const { words } = useResident()
  const own = words.screens.application.photo
  const { title, todo } = isOfFile(failed, own.file.failures) ? own.file.failures[failed] : own.failures.other
  return (
    <Notice kind="error" title={<Text>{title}</Text>}>
      <Text>{todo}</Text>
    </Notice>
  )
}

const isOfFile = (failed: string, failures: object): failed is keyof Words['screens']['application']['photo']['file']['failures'] => failed in failures

import type { ReactNode } from 'react'
import { Button } from '../../../../parts/button.tsx'
import { Notice } from '../../../../parts/notice.tsx'
import { Text } from '../../../../parts/text.tsx'
import type { StudioSnapshot } from '../../../../photo/photo-studio.ts'
import type { Words } from '../../../../words/words.ts'
import { useResident } from '../../../resident-context.tsx'

type CameraWords = Words['screens']['application']['photo']['failures']

const isCameraFailure = (failure: string, failures: CameraWords): failure is keyof CameraWords => failure in failures

/** What is wrong with the camera, and the ways on: again, without a photo, or whatever else (`children`). Nothing that was entered is lost. */
export function CameraTrouble({ failure, onRetry, children }: { failure: StudioSnapshot['failure']; onRetry: () => void; children: ReactNode }) {
  const { words, send } = useResident()
  const own = words.screens.application.photo
  const { title, todo } = failure !== null && isCameraFailure(failure, own.failures) ? own.failures[failure] : own.failures.other
  return (
    <div className="camera-trouble">
      <Notice kind="error" title={<Text>{title}</Text>}>
        <Text>{todo}</Text>
      </Notice>
      <Button size="large" onPress={onRetry}>
        <Text>{own.retry}</Text>
      </Button>
      {children}
      <Button
        look="primary"
        size="large"
        onPress={() => {
          send({ type: 'next' })
        }}
      >
        <Text>{own.without}</Text>
      </Button>
    </div>
  )
}

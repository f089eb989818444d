import { useCallback } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { DigitKeys } from './entry/digit-keys.tsx'
import { FormCamera } from './entry/form-camera.tsx'
import { FormDigits, formIdLength } from './entry/form-digits.tsx'

/**
 * 申請書ID: from the QR code before the camera, or typed. It is shown as it is typed, because it must be compared with the
 * paper and says nothing about the person. The first digit lets the camera go; the last one erased brings it back.
 */
export function ApplicationForm({ screen }: ScreenProps<'applicationForm'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.application.form
  const { digits, scanned, refused } = screen
  const press = useCallback(
    (digit: string) => {
      send({ type: 'applicationDigit', digit })
    },
    [send],
  )
  const erase = useCallback(() => {
    send({ type: 'applicationErase' })
  }, [send])
  const submit = useCallback(() => {
    send({ type: 'next' })
  }, [send])
  const scan = useCallback(
    (text: string) => {
      send({ type: 'applicationFormId', text })
    },
    [send],
  )
  return (
    <Stage
      id={`applicationForm-${refused ?? 'first'}`}
      title={words.screens.application.titles.applicationForm}
      lead={own.lead}
      picture={
        <div className="form-id">
          {refused === null ? null : (
            <Notice kind="error" title={<Text>{own.refused[refused].title}</Text>}>
              <Text>{own.refused[refused].todo}</Text>
            </Notice>
          )}
          {digits === '' ? (
            <FormCamera onCode={scan} holdsBack={refused !== null}>
              <FormDigits digits="" />
            </FormCamera>
          ) : (
            <FormDigits digits={digits} />
          )}
          <Button
            onPress={() => {
              send({ type: 'applicationWithoutForm' })
            }}
          >
            <span className="two-lines">
              <Text>{own.without}</Text>
              <small>
                <Text>{own.withoutNote}</Text>
              </small>
            </span>
          </Button>
        </div>
      }
    >
      <DigitKeys onDigit={press} onErase={erase} onSubmit={submit} isFull={scanned || digits.length === formIdLength} isReady={snapshot.can.next} submit={<Text>{own.next}</Text>} />
    </Stage>
  )
}

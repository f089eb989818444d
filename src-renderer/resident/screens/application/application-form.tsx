import { useCallback } from 'react'
import { Button } from '../../../parts/button.tsx'
import { LiveRegion } from '../../../parts/live-region.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { DigitKeys } from './entry/digit-keys.tsx'

const length = 23
/** In groups, as people compare long numbers. */
const groups = [0, 4, 8, 12, 16, 20].map((start) => ({ start, end: Math.min(start + 4, length) }))

/** 申請書ID: shown as it is typed, because it must be compared with the paper and says nothing about the person. */
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
  const said = digits.length === length ? own.complete : own.typed(digits.length)
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
          <div className="form-id-digits" role="img" aria-label={digits === '' ? plain(said) : Array.from(digits).join(' ')}>
            {groups.map(({ start, end }) => (
              <span key={start} className="form-id-group">
                {Array.from({ length: end - start }, (_, index) => (
                  <span key={index} className={start + index < digits.length ? 'form-id-digit' : 'form-id-digit form-id-open'}>
                    {digits[start + index] ?? ''}
                  </span>
                ))}
              </span>
            ))}
          </div>
          <p className="form-id-count">
            <Text>{said}</Text>
          </p>
          <LiveRegion>{digits === '' ? '' : plain(said)}</LiveRegion>
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
      <DigitKeys onDigit={press} onErase={erase} onSubmit={submit} isFull={scanned || digits.length === length} isReady={snapshot.can.next} submit={<Text>{own.next}</Text>} />
    </Stage>
  )
}

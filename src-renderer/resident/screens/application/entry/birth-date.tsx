import { useCallback, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Notice } from '../../../../parts/notice.tsx'
import { Text } from '../../../../parts/text.tsx'
import { plain } from '../../../../words/furigana.ts'
import { Stage } from '../../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../../resident-context.tsx'
import { DigitKeys } from './digit-keys.tsx'
import { emptyDate, eras, erased, isComplete, isoOf, partLength, typed, typedOf, type DatePart, type Era, type Typing } from './typed-date.ts'

const parts: readonly DatePart[] = ['year', 'month', 'day']

/** By 和暦 or the Western year, as people know it; main decides whether it can be. */
export function BirthDate({ screen }: ScreenProps<'applicationDetails'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.application.birthDate
  const isWestern = snapshot.language === 'en'
  const [typing, setTyping] = useState<Typing>(() => ({
    date: screen.birthDate === null ? emptyDate(isWestern ? 'western' : 'showa') : typedOf(screen.birthDate, isWestern),
    part: screen.birthDate === null ? 'year' : 'day',
  }))
  const [isWrong, setWrong] = useState(false)
  const { date, part } = typing
  const digit = useCallback((pressed: string) => {
    setWrong(false)
    setTyping((before) => typed(before, pressed))
  }, [])
  const erase = useCallback(() => {
    setWrong(false)
    setTyping(erased)
  }, [])
  const submit = useCallback(() => {
    if (!isComplete(date)) return
    const iso = isoOf(date)
    setWrong(iso === null)
    if (iso !== null) send({ type: 'applicationBirthDate', date: iso })
  }, [date, send])
  return (
    <Stage
      id="applicationDetails-birthDate"
      title={own.title}
      picture={
        <div className="birth-date">
          {isWrong || screen.birthDateRefused ? <Notice kind="error" title={<Text>{own.refused}</Text>} /> : null}
          <ToggleButtonGroup
            className="eras"
            aria-label={plain(own.era)}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[date.era]}
            onSelectionChange={(keys) => {
              const era = eras.find((each) => keys.has(each))
              if (era !== undefined) setTyping({ date: emptyDate(era), part: 'year' })
            }}
          >
            {eras.map((era: Era) => (
              <ToggleButton key={era} id={era} className="era">
                <Text>{own.eras[era]}</Text>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <div className="date-parts">
            {parts.map((each) => (
              <button
                key={each}
                type="button"
                className={each === part ? 'date-part date-part-now' : 'date-part'}
                aria-label={`${plain(own[each])} ${date[each]}`}
                aria-pressed={each === part}
                onClick={() => {
                  setTyping({ date: { ...date, [each]: '' }, part: each })
                }}
              >
                <strong>{date[each].padStart(partLength(each, date.era), '\u2007')}</strong>
                <Text>{own[each]}</Text>
              </button>
            ))}
          </div>
        </div>
      }
    >
      <DigitKeys onDigit={digit} onErase={erase} onSubmit={submit} isFull={false} isReady={isComplete(date)} submit={<Text>{own.next}</Text>} />
    </Stage>
  )
}

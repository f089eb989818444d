import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ArrowIcon, AttentionIcon, DashIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenOf, type ScreenProps } from '../../resident-context.tsx'
import { Tries } from '../pin/tries.tsx'

type Row = ScreenOf<'choosePin'>['pins'][number]

/** The card's PINs, what each is for, and which of them can be changed here. */
export function ChoosePin({ screen }: ScreenProps<'choosePin'>) {
  const { words, send } = useResident()
  const own = words.screens.choosePin
  return (
    <Stage id="choosePin" title={own.title} lead={own.lead}>
      <ul className="pins">
        {screen.pins.map((row) => (
          <li key={row.pin}>
            {row.state === 'usable' ? (
              <Button
                className="pin-row pin-row-usable"
                onPress={() => {
                  send({ type: 'choosePin', pin: row.pin })
                }}
              >
                <PinWords row={row}>
                  <span className="pin-row-state">
                    {row.changed ? <StateLine tone="success" icon={<SuccessIcon />} words={own.changed} /> : null}
                    <Tries left={row.triesLeft} all={row.maxTries} />
                  </span>
                </PinWords>
                <ArrowIcon />
              </Button>
            ) : (
              <div className="pin-row">
                <PinWords row={row}>
                  <span className="pin-row-state">
                    {row.state === 'blocked' ? (
                      <StateLine tone="error" icon={<AttentionIcon />} words={own.blocked} />
                    ) : (
                      <StateLine tone="quiet" icon={<DashIcon />} words={own.absent} />
                    )}
                    <span className="pin-row-todo">
                      <Text>{row.state === 'blocked' ? own.blockedTodo : own.absentTodo}</Text>
                    </span>
                  </span>
                </PinWords>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Stage>
  )
}

function PinWords({ row, children }: { row: Row; children: ReactNode }) {
  const { words } = useResident()
  const { name, explanation, legal } = words.domain.pins[row.pin]
  return (
    <span className="pin-row-words">
      <span className="choice-name">
        <Text>{name}</Text>
      </span>
      <span className="pin-row-use">
        <Text>{explanation}</Text>
      </span>
      <span className="choice-legal">
        <Text>{legal}</Text>
      </span>
      {children}
    </span>
  )
}

const StateLine = ({ tone, icon, words }: { tone: 'success' | 'error' | 'quiet'; icon: ReactNode; words: string }) => (
  <strong className={`state state-${tone}`}>
    {icon}
    <Text>{words}</Text>
  </strong>
)

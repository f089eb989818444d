import { Button } from '../../../parts/button.tsx'
import { Text } from '../../../parts/text.tsx'
import { dateWords } from '../../../words/dates.ts'
import { Stage } from '../../frame/stage.tsx'
import { useResident } from '../../resident-context.tsx'

interface CardRenewalProps {
  /** First day on which a new card can be applied for; null when the card's end is not known. */
  from: string | null
  onDone: () => void
}

/** What a new card changes, and what people are often told wrong. */
export function CardRenewal({ from, onDone }: CardRenewalProps) {
  const { snapshot, words } = useResident()
  const own = words.screens.cardRenewal
  const parts = [
    { name: 'changes', title: own.changes, lines: own.changing },
    { name: 'stays', title: own.stays, lines: own.staying },
    { name: 'careful', title: own.careful, lines: own.rules },
  ]
  return (
    <Stage
      id="cardRenewal"
      title={own.title}
      lead={from === null ? own.lead : `${own.lead}\n${own.from(dateWords(from, snapshot.language))}`}
      actions={
        <Button look="primary" size="large" onPress={onDone}>
          <Text>{own.back}</Text>
        </Button>
      }
    >
      <div className="card-renewal">
        {parts.map(({ name, title, lines }) => (
          <section key={name} className={`card-renewal-${name}`} aria-labelledby={`card-renewal-${name}`}>
            <h2 id={`card-renewal-${name}`}>
              <Text>{title}</Text>
            </h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>
                  <Text>{line}</Text>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Stage>
  )
}

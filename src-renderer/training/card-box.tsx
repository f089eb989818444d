import type { TrainingSnapshot } from '../../src-preload/contract.ts'
import { DeskButton } from '../staff/parts/desk-button.tsx'
import type { StaffWords } from '../staff/words/staff-words.ts'

interface CardBoxProps {
  words: StaffWords['training']
  cards: TrainingSnapshot['cards']
  /** The profile on the reader. */
  inserted: string | null
  onInsert: (profile: string) => void
  onRemove: () => void
}

/** The cards of the sample municipality, one of which may lie on the reader. */
export function CardBox({ words, cards, inserted, onInsert, onRemove }: CardBoxProps) {
  const placed = cards.find(({ profile }) => profile === inserted)
  return (
    <section className="training-part" aria-labelledby="cards-title">
      <div className="card-reader">
        <h2 id="cards-title">{words.cards}</h2>
        <p className="card-placed" aria-live="polite">
          {words.onReader}
          <strong>{inserted === null ? words.nothing : (placed?.title ?? inserted)}</strong>
        </p>
        <DeskButton look="primary" isDisabled={inserted === null} onPress={onRemove}>
          {words.take}
        </DeskButton>
      </div>
      <p className="quiet">{words.cardsLead}</p>
      <ul className="cards">
        {cards.map(({ profile, title }) => (
          <li key={profile} className={profile === inserted ? 'card card-on' : 'card'}>
            <span className="card-title" lang="ja">
              {title}
            </span>
            <span className="card-profile">{profile}</span>
            {profile === inserted ? (
              <strong className="card-state">{words.placed}</strong>
            ) : (
              <DeskButton
                label={`${words.put}: ${title}`}
                isDisabled={inserted !== null}
                onPress={() => {
                  onInsert(profile)
                }}
              >
                {words.put}
              </DeskButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

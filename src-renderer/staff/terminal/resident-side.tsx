import { BellIcon } from '../../parts/icons/icons.tsx'
import { useDesk } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { isWaiting } from '../requests/waiting.ts'
import { useStaff } from '../staff-context.ts'
import { clerkFailure } from '../words/staff-words.ts'
import { residentScreenWords } from './resident-screens.ts'

/** What the resident side shows (never who is there), and what it wants of the staff. */
export function ResidentSide() {
  const { words, language } = useStaff()
  const { snapshot, tell, ask } = useDesk()
  const own = words.terminal.resident
  const { screen, failure, staffCalled, waitsForLastTryApproval } = snapshot.resident
  return (
    <section className="terminal-part" aria-labelledby="resident-title">
      <div className="part-head">
        <h2 id="resident-title">{own.title}</h2>
        <span className="quiet">{words.terminal.queue(snapshot.requests.filter(isWaiting).length)}</span>
      </div>
      <p className="resident-screen">{residentScreenWords(screen, words)}</p>
      {failure === null ? null : (
        <p className="resident-failure">
          {clerkFailure(language, failure).title} <code>{failure}</code>
        </p>
      )}
      <div aria-live="assertive">
        {staffCalled ? (
          <div className="wish">
            <p className="wish-title">
              <BellIcon /> {own.call}
            </p>
            <DeskButton
              look="primary"
              hint={keyOf('answerCall')}
              onPress={() => {
                tell({ type: 'answerCall' })
              }}
            >
              {own.answer}
            </DeskButton>
            <p className="quiet">{own.answerNote}</p>
          </div>
        ) : null}
        {waitsForLastTryApproval ? (
          <div className="wish">
            <p className="wish-title">
              <BellIcon /> {own.waits}
            </p>
            <DeskButton
              look="primary"
              hint={keyOf('decideLastTry')}
              onPress={() => {
                ask({ kind: 'lastTry' })
              }}
            >
              {own.decide}
            </DeskButton>
          </div>
        ) : null}
      </div>
    </section>
  )
}

import { useEffect, useRef } from 'react'
import { LiveRegion } from '../../parts/live-region.tsx'
import { Text } from '../../parts/text.tsx'
import { plain } from '../../words/furigana.ts'
import { useResident } from '../resident-context.tsx'

/** "続けますか": the whole screen is one button. */
export function IdleOverlay({ secondsLeft }: { secondsLeft: number }) {
  const { words, send } = useResident()
  const button = useRef<HTMLButtonElement>(null)
  const idle = words.frame.idle
  useEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Not every second: a screen reader would never stop talking.
  const spoken = Math.ceil(secondsLeft / 10) * 10
  return (
    <div className="idle" role="alertdialog" aria-modal aria-label={plain(idle.question)}>
      <button
        ref={button}
        type="button"
        className="idle-button"
        onClick={() => {
          send({ type: 'touch' })
        }}
      >
        <span className="idle-question">
          <Text>{idle.question}</Text>
        </span>
        <span className="idle-seconds" aria-hidden>
          <strong>{secondsLeft}</strong> <Text>{idle.seconds}</Text>
        </span>
        <span className="idle-how">
          <Text>{idle.how}</Text>
        </span>
        <span className="idle-after">
          <Text>{idle.after}</Text>
        </span>
      </button>
      <LiveRegion>{plain(idle.announce(spoken))}</LiveRegion>
    </div>
  )
}

import { createContext, useContext } from 'react'
import { segments } from '../words/furigana.ts'

/** Whether readings are shown above the words. */
export const FuriganaContext = createContext(false)

/** Words that may carry readings. The reading is not spoken: a screen reader reads the word itself. */
export function Text({ children }: { children: string }) {
  const furigana = useContext(FuriganaContext)
  return (
    <span>
      {segments(children).map(({ text, reading }, index) =>
        furigana && reading !== null ? (
          <ruby key={index}>
            {text}
            <rt aria-hidden>{reading}</rt>
          </ruby>
        ) : (
          text
        ),
      )}
    </span>
  )
}

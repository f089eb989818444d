import type { Language } from '../../../src-preload/contract.ts'
import { staffWordsOf } from '../words/staff-words.ts'

/** No connection to main: nothing that was shown may stay. */
export const StaffCover = ({ language }: { language: Language }) => {
  const { cover } = staffWordsOf(language).frame
  return (
    <main className="session-page" role="status">
      <div className="session-card">
        <h1>{cover.title}</h1>
        <p>{cover.body}</p>
      </div>
    </main>
  )
}

import { wordsOf } from '../words/words.ts'
import { plain } from '../words/furigana.ts'

/** Nothing can be shown: main is not there (yet). In both languages, because which one is wanted isn't known. */
export const Cover = () => (
  <main className="cover" role="status">
    <span className="cover-dots" aria-hidden>
      <span />
      <span />
      <span />
    </span>
    <h1 lang="ja">{plain(wordsOf('ja').screens.cover.title)}</h1>
    <p lang="ja">{plain(wordsOf('ja').screens.cover.body)}</p>
    <p className="cover-other" lang="en">
      <strong>{wordsOf('en').screens.cover.title}</strong>
      {wordsOf('en').screens.cover.body}
    </p>
  </main>
)

import type { TrainingSnapshot } from '../../src-preload/contract.ts'
import type { StaffWords } from '../staff/words/staff-words.ts'

interface PaperTrayProps {
  words: StaffWords['training']
  papers: TrainingSnapshot['papers']
}

/** What the virtual printers have made, newest first. */
export const PaperTray = ({ words, papers }: PaperTrayProps) => (
  <section className="training-part" aria-labelledby="papers-title">
    <h2 id="papers-title">{words.papers}</h2>
    <p className="quiet">{papers.length === 0 ? words.papersNone : words.papersLead}</p>
    <ol className="papers" aria-live="polite">
      {papers.map(({ name, kind }) => (
        <li key={name}>
          <span className="paper-kind">{kind === 'receipt' ? words.receipt : words.document}</span> <code>{name}</code>
        </li>
      ))}
    </ol>
  </section>
)

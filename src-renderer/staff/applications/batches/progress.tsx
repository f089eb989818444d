interface ProgressProps {
  name: string
  done: number
  all: number
  /** How far, in words. */
  words: string
}

/** How far the work is: the words say it, the bar shows it. */
export const Progress = ({ name, done, all, words }: ProgressProps) => (
  <div className="progress">
    <span className="progress-name">{name}</span>
    <svg className="progress-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden focusable="false">
      <rect className="progress-all" width="100" height="8" />
      <rect className="progress-done" width={all === 0 ? 0 : (100 * done) / all} height="8" />
    </svg>
    <span>{words}</span>
  </div>
)

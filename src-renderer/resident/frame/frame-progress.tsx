import { LiveRegion } from '../../parts/live-region.tsx'
import { Text } from '../../parts/text.tsx'
import { FinishIcon } from '../../parts/icons/icons.tsx'
import { plain } from '../../words/furigana.ts'
import { useResident } from '../resident-context.tsx'

/** All steps in words, where the resident is, and how many are left. */
export function FrameProgress() {
  const { snapshot, words } = useResident()
  const { progress } = snapshot
  const outside = snapshot.screen.kind === 'attract' || snapshot.screen.kind === 'outOfService'
  if (progress === null) return <div className={outside ? 'frame-progress frame-progress-none' : 'frame-progress'} />
  const { steps, current } = progress
  const step = steps[current]
  return (
    <nav className="frame-progress" aria-label={plain(words.frame.progress)}>
      <ol className="steps">
        {steps.map((name, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'ahead'
          return (
            <li key={name} className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="step-mark" aria-hidden>
                {state === 'done' ? <FinishIcon /> : index + 1}
              </span>
              <span className="step-name">
                <Text>{words.frame.steps[name]}</Text>
                <span className="visually-hidden">{plain(words.frame.stepState[state])}</span>
              </span>
            </li>
          )
        })}
      </ol>
      <p className="step-position" aria-hidden>
        {words.frame.position(current + 1, steps.length)}
      </p>
      <LiveRegion>{step === undefined ? '' : plain(words.frame.announceStep(current + 1, steps.length, words.frame.steps[step]))}</LiveRegion>
    </nav>
  )
}

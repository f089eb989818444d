import { useEffect, useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button } from '../../../../parts/button.tsx'
import { AttentionIcon, SuccessIcon } from '../../../../parts/icons/icons.tsx'
import { Text } from '../../../../parts/text.tsx'
import type { Candidate } from '../../../../photo/photo-studio.ts'
import { plain } from '../../../../words/furigana.ts'
import { useResident } from '../../../resident-context.tsx'

interface CandidatesProps {
  candidates: readonly Candidate[]
  onUse: (candidate: Candidate) => void
  onAgain: () => void
}

/** The last few photos, the best one marked; what is against each is said, and the resident decides. */
export function Candidates({ candidates, onUse, onAgain }: CandidatesProps) {
  const { words } = useResident()
  const own = words.screens.application.photo
  const shown = candidates.slice(-shownAtMost)
  const best = bestOf(shown)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const chosen = shown.find(({ id }) => id === chosenId) ?? best
  if (chosen === null) return null
  return (
    <div className="candidates">
      <ToggleButtonGroup
        className="candidate-row"
        aria-label={plain(own.chooseTitle)}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen.id]}
        onSelectionChange={(keys) => {
          setChosenId(shown.find(({ id }) => keys.has(id))?.id ?? null)
        }}
      >
        {shown.map((candidate, index) => (
          <ToggleButton key={candidate.id} id={candidate.id} className="candidate">
            <CandidatePicture candidate={candidate} />
            <span className="candidate-name">
              <Text>{own.photoNumber(index + 1)}</Text>
              {candidate === best && shown.length > 1 ? (
                <strong>
                  <Text>{own.best}</Text>
                </strong>
              ) : null}
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="candidate-findings" aria-live="polite">
        {chosen.accepted ? (
          <p className="state state-success">
            <SuccessIcon />
            <strong>
              <Text>{own.good}</Text>
            </strong>
          </p>
        ) : (
          <>
            <p className="state state-attention">
              <AttentionIcon />
              <strong>
                <Text>{own.notGood}</Text>
              </strong>
            </p>
            <ul>
              {chosen.reasons.map((reason) => (
                <li key={reason}>
                  <Text>{own.found[reason]}</Text>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="candidate-actions">
        <Button size="large" look={chosen.accepted ? 'secondary' : 'primary'} onPress={onAgain}>
          <Text>{own.again}</Text>
        </Button>
        <Button
          size="large"
          look={chosen.accepted ? 'primary' : 'secondary'}
          onPress={() => {
            onUse(chosen)
          }}
        >
          <Text>{chosen.accepted ? own.use : own.useAnyway}</Text>
        </Button>
      </div>
    </div>
  )
}

const shownAtMost = 3

/** The latest of those with the least against them. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>((best, candidate) => (best === null || candidate.reasons.length <= best.reasons.length ? candidate : best), null)
}

function CandidatePicture({ candidate: { jpeg, width, height } }: { candidate: Candidate }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })), [jpeg])
  useEffect(
    () => () => {
      URL.revokeObjectURL(address)
    },
    [address],
  )
  return <img src={address} width={width} height={height} alt="" />
}

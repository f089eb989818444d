import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ArrowIcon } from './icons/icons.tsx'

interface ChoiceProps {
  name: ReactNode
  explanation?: ReactNode
  /** The legal name, small. */
  legal?: ReactNode
  picture?: ReactNode
  aside?: ReactNode
  onPress: () => void
}

/** A big answer to the question of the screen; pressing it is the answer. */
export function Choice({ name, explanation, legal, picture, aside, onPress }: ChoiceProps) {
  return (
    <Button className="choice" onPress={onPress}>
      {picture === undefined ? null : <span className="choice-picture">{picture}</span>}
      <span className="choice-words">
        <span className="choice-name">{name}</span>
        {explanation === undefined ? null : <span className="choice-explanation">{explanation}</span>}
        {legal === undefined ? null : <span className="choice-legal">{legal}</span>}
      </span>
      {aside === undefined ? null : <span className="choice-aside">{aside}</span>}
      <ArrowIcon />
    </Button>
  )
}

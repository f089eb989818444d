import { Button } from 'react-aria-components'

interface AnswerButtonProps {
  name: string
  /** What follows from this answer. */
  note: string
  onPress: () => void
}

/** One of two answers of equal weight, each with what follows from it. */
export const AnswerButton = ({ name, note, onPress }: AnswerButtonProps) => (
  <Button className="answer" onPress={onPress}>
    <span className="answer-name">{name}</span>
    <span className="answer-note">{note}</span>
  </Button>
)

import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { residentFailure } from '../../../words/words.ts'
import { useResident, type ScreenOf } from '../../resident-context.tsx'
import { FailureCode } from '../failure-code-line.tsx'
import { FinishButton } from '../finish-button.tsx'

/** The receipt, when it is wanted; and the way out, with the card. */
export function ValidityActions({ screen: { receipt, receiptFailure, cardPresent } }: { screen: ScreenOf<'validity'> }) {
  const { words, send } = useResident()
  const own = words.screens.validity
  return (
    <div className="validity-actions">
      {receipt === 'offered' ? (
        <Button
          onPress={() => {
            send({ type: 'printReceipt' })
          }}
        >
          <TwoLines first={own.print} second={own.printNote} />
        </Button>
      ) : null}
      {receipt === 'printed' ? <Notice kind="success" title={<Text>{own.printed}</Text>} /> : null}
      {receipt === 'failed' ? (
        <Notice kind="error" title={<Text>{own.printFailed}</Text>}>
          {receiptFailure === null ? null : (
            <>
              <Text>{residentFailure(words, receiptFailure).todo}</Text> <FailureCode code={receiptFailure} />
            </>
          )}
        </Notice>
      ) : null}
      <FinishButton>{cardPresent ? <TwoLines first={own.finish} second={own.takeCard} /> : <Text>{own.finish}</Text>}</FinishButton>
    </div>
  )
}

const TwoLines = ({ first, second }: { first: string; second: string }) => (
  <span className="two-lines">
    <Text>{first}</Text>
    <small>
      <Text>{second}</Text>
    </small>
  </span>
)

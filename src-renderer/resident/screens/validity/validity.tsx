import { useState } from 'react'
import type { CertificateValidity } from '../../../../src-preload/contract.ts'
import { Button } from '../../../parts/button.tsx'
import { Text } from '../../../parts/text.tsx'
import { dateWords } from '../../../words/dates.ts'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { CardRenewal } from './card-renewal.tsx'
import { cardState, summaryOf, type CardValidity } from './judge.ts'
import { ValidityActions } from './validity-actions.tsx'
import { ValidityItem } from './validity-item.tsx'

const tones = { fine: 'success', partly: 'plain', todo: 'attention', unconfirmed: 'attention' } as const

/** Both certificates and the card itself, the answer first. */
export function Validity({ screen }: ScreenProps<'validity'>) {
  const { words } = useResident()
  const [renewal, setRenewal] = useState(false)
  const own = words.screens.validity
  if (renewal) {
    return (
      <CardRenewal
        from={screen.card?.renewalFrom ?? null}
        onDone={() => {
          setRenewal(false)
        }}
      />
    )
  }
  const summary = summaryOf(screen)
  return (
    <Stage id={`validity-${summary}`} title={own.title[summary]} tone={tones[summary]} actions={<ValidityActions screen={screen} />}>
      <ul className="validity">
        {screen.certificates.map((certificate) => (
          <Certificate key={certificate.certificate} certificate={certificate} />
        ))}
        {screen.card === null ? null : (
          <Card
            card={screen.card}
            onAbout={() => {
              setRenewal(true)
            }}
          />
        )}
      </ul>
    </Stage>
  )
}

function Certificate({ certificate: { certificate, state, reason, validUntil, daysLeft, renewalFrom, advice } }: { certificate: CertificateValidity }) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.validity
  const because = reason !== null ? own.reasons[reason] : state === 'absent' || state === 'unconfirmed' ? own[state] : null
  const opens = advice === 'renewLater' && renewalFrom !== null ? [own.renewFrom(dateWords(renewalFrom, snapshot.language))] : []
  return (
    <ValidityItem
      subject={certificate}
      state={state}
      validUntil={validUntil}
      daysLeft={daysLeft}
      because={because}
      next={[state === 'absent' && advice === 'askStaff' ? own.absentAdvice : own.advice[advice], ...opens]}
    >
      {advice === 'enterPassword' ? (
        <Button
          onPress={() => {
            send({ type: 'checkSignatureCertificate' })
          }}
        >
          <Text>{own.checkSignature}</Text>
        </Button>
      ) : null}
    </ValidityItem>
  )
}

function Card({ card, onAbout }: { card: CardValidity; onAbout: () => void }) {
  const { snapshot, words } = useResident()
  const own = words.screens.validity
  const state = cardState(card)
  const next = { good: own.renewFrom(dateWords(card.renewalFrom, snapshot.language)), renewable: own.cardRenewNow, expired: own.cardExpired }
  return (
    <ValidityItem
      subject="card"
      state={state === 'expired' ? 'expired' : 'good'}
      validUntil={card.validUntil}
      daysLeft={card.daysLeft}
      because={null}
      next={[next[state]]}
    >
      <Button onPress={onAbout}>
        <Text>{own.aboutRenewal}</Text>
      </Button>
    </ValidityItem>
  )
}

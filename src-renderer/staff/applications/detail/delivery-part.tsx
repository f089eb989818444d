import type { ApplicationDetail } from '../../../../src-preload/contract.ts'
import { useStaff } from '../../staff-context.ts'

/** 交付のときに確かめたこと. */
export function DeliveryPart({ detail: { delivery, choices } }: { detail: ApplicationDetail }) {
  const { words, language } = useStaff()
  if (delivery === null) return null
  const own = words.applications.dialogs.deliver
  const { actors, agentReasons, deliveryPins } = words.applications
  const shown = choices.documents.filter(({ id }) => delivery.identityDocuments.includes(id)).map((document) => document[language])
  const actor = delivery.agentReason === null ? actors[delivery.actor] : `${actors[delivery.actor]}（${agentReasons[delivery.agentReason]}）`
  const checks = [
    [own.notice, delivery.notice],
    [own.face, delivery.faceMatches],
    [own.oldCard, delivery.oldCardHandedIn],
    [own.receipt, delivery.receiptSigned],
    [own.mailed, delivery.mailed],
  ] as const
  return (
    <section className="case-part" aria-labelledby="delivery-title">
      <h3 id="delivery-title">{own.seen}</h3>
      <dl className="pairs">
        {delivery.mailed ? null : (
          <div>
            <dt>{own.actor}</dt>
            <dd>{actor}</dd>
          </div>
        )}
        {shown.length === 0 ? null : (
          <div>
            <dt>{own.documents}</dt>
            <dd>{shown.join(language === 'ja' ? '、' : ', ')}</dd>
          </div>
        )}
        <div>
          <dt>{own.pins}</dt>
          <dd>{deliveryPins[delivery.pins]}</dd>
        </div>
      </dl>
      <ul className="delivery-checks">{checks.map(([check, isOn]) => (isOn ? <li key={check}>{check}</li> : null))}</ul>
    </section>
  )
}

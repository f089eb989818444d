import type { CardCaseDetail } from '../../../../src-preload/contract.ts'
import { formatDate } from '../../../words/dates.ts'
import { caseKeyOf } from '../../keys/case-shortcuts.ts'
import { KeyCap } from '../../parts/desk-button.tsx'
import { useStaff } from '../../staff-context.ts'

/** What will be done to the card, in order, and what the resident's screen will ask for. */
export function Plan({ detail }: { detail: CardCaseDetail }) {
  const { words } = useStaff()
  const own = words.cases
  const pinWords = (pins: CardCaseDetail['pinsToEnter']): string => own.ofPins(pins.map((pin) => own.pins[pin]))
  return (
    <section className="case-part" aria-labelledby="case-plan">
      <h3 id="case-plan">{own.plan}</h3>
      <ol className="orders">
        {detail.orders.map(({ work, state }, index) => (
          <li key={index} className={`order order-${state}`}>
            <span>{own.works[work] ?? work}</span>
            <span className="order-state">{own.orderStates[state]}</span>
          </li>
        ))}
      </ol>
      <dl className="pairs">
        {detail.pinsToEnter.length === 0 ? null : (
          <div>
            <dt>{own.enter}</dt>
            <dd>{pinWords(detail.pinsToEnter)}</dd>
          </div>
        )}
        {detail.pinsToSet.length === 0 ? null : (
          <div>
            <dt>{own.set}</dt>
            <dd>{pinWords(detail.pinsToSet)}</dd>
          </div>
        )}
        <div>
          <dt>{own.fee}</dt>
          <dd>{detail.feeYen === 0 ? own.free : words.requests.yen(detail.feeYen)}</dd>
        </div>
        {detail.secondPerson.needed === 'none' ? null : (
          <div>
            <dt>{own.secondPerson.title}</dt>
            <dd>
              {detail.secondPerson.given === null ? `${own.secondPerson[detail.secondPerson.needed]}（${own.secondPerson.not}）` : own.secondPerson.given(detail.secondPerson.given)}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** What the card says without any PIN. */
export function SeenCardPart({ detail }: { detail: CardCaseDetail }) {
  const { words, language } = useStaff()
  const { seen: own, pins, certificates } = words.cases
  const { card } = detail
  if (detail.row.kind === 'suspension' && card === null) return null
  return (
    <section className="case-part" aria-labelledby="case-card">
      <h3 id="case-card">{own.title}</h3>
      {card === null ? (
        <p className="quiet">
          {own.not}　{own.readOn} <KeyCap>{caseKeyOf('seeCard')}</KeyCap>
        </p>
      ) : (
        <dl className="pairs">
          {card.faceAuthentication ? (
            <div>
              <dt>{own.face}</dt>
              <dd>{own.present}</dd>
            </div>
          ) : null}
          <div>
            <dt>{certificates.userAuthentication}</dt>
            <dd>{card.userAuthentication === null ? own.absent : own.until(formatDate(card.userAuthentication.validUntil, language))}</dd>
          </div>
          <div>
            <dt>{certificates.signature}</dt>
            <dd>{card.signature === null ? own.unknown : card.signature ? own.present : own.absent}</dd>
          </div>
          {card.expiresOn === null ? null : (
            <div>
              <dt>{own.expires}</dt>
              <dd>{formatDate(card.expiresOn, language)}</dd>
            </div>
          )}
          <div>
            <dt>{own.tries}</dt>
            <dd>
              <ul className="chips">
                {card.tries.map(({ pin, left, max }) => (
                  <li key={pin} className={left === 0 ? 'chip chip-locked' : 'chip chip-tries'}>
                    {pins[pin]} {own.left(left, max)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** 照会書兼回答書: its two visits with their days. */
export function InquiryPart({ detail }: { detail: CardCaseDetail }) {
  const { words, language } = useStaff()
  const own = words.cases.inquiry
  const { inquiry } = detail
  if (!detail.papers.includes('inquiryLetter')) return null
  return (
    <section className="case-part" aria-labelledby="case-inquiry">
      <h3 id="case-inquiry">{own.title}</h3>
      {inquiry === null ? (
        <p className="quiet">{own.needed}</p>
      ) : (
        <dl className="pairs">
          <div>
            <dt>{own.posted}</dt>
            <dd>{formatDate(inquiry.postedOn, language)}</dd>
          </div>
          <div>
            <dt>{own.due}</dt>
            <dd>{formatDate(inquiry.dueOn, language)}</dd>
          </div>
          <div>
            <dt>{own.received}</dt>
            <dd>{inquiry.receivedOn === null ? own.pending : formatDate(inquiry.receivedOn, language)}</dd>
          </div>
          {inquiry.accepted === null ? null : (
            <div>
              <dt>{own.result}</dt>
              <dd>{words.cases.accepted[inquiry.accepted ? 'accepted' : 'notAccepted']}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  )
}

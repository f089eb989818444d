import { useState } from 'react'
import { changedItemSchema, pinKindSchema, type CardCaseFacts, type CardCaseKind, type CertificateKind } from '../../../../src-preload/contract.ts'
import { dayInJapan, instantInJapan, readTime } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { formatTime } from '../../../words/dates.ts'
import { DateField, FactPart, OneOf, SomeOf, Tick } from './fact-fields.tsx'
import type { PartProps } from './person-parts.tsx'

const jpkiPins = ['userAuthentication', 'signature'] as const
const losses = ['lost', 'stolen', 'fire', 'other'] as const
const both: readonly CertificateKind[] = ['userAuthentication', 'signature']

/** What can be issued in each kind of case; after a change of the record only 署名用, which the change has ended. */
const issuable: Readonly<Partial<Record<CardCaseKind, readonly CertificateKind[]>>> = {
  certificateIssue: both,
  certificateRenewal: both,
  suspensionRelease: both,
  recordUpdate: ['signature'],
  continuedUse: ['signature'],
  cardDelivery: both,
}

/** What is to be done: PINs, certificates, what changed. Only what this kind of case asks. */
export function WorkPart(props: PartProps) {
  const { detail, facts, change } = props
  const { words } = useStaff()
  const { facts: own, pins, certificates, changedItems, losses: lossWords } = words.cases
  const { kind } = detail.row
  const offered = issuable[kind] ?? []
  const wantsSignature = facts.certificates.includes('signature') || facts.pins.includes('signature')
  const excepted = kind !== 'cardDelivery' && wantsSignature && (detail.subject.under15 || facts.ward) && facts.actor === 'legalRepresentative'
  return (
    <>
      {detail.card?.faceAuthentication === true ? (
        <FactPart title={own.card} note={own.notFaceCardNote}>
          <Tick
            isOn={facts.notFaceCard}
            onChange={(notFaceCard) => {
              change({ notFaceCard })
            }}
          >
            {own.notFaceCard}
          </Tick>
        </FactPart>
      ) : null}
      {kind === 'pinReset' ? (
        <FactPart title={own.pins}>
          <SomeOf
            label={own.pins}
            choices={pinKindSchema.options.map((id) => ({ id, words: pins[id] }))}
            chosen={facts.pins}
            onChange={(chosen) => {
              change({ pins: chosen })
            }}
          />
        </FactPart>
      ) : null}
      {kind === 'recordUpdate' ? (
        <FactPart title={own.changedItems}>
          <SomeOf
            label={own.changedItems}
            choices={changedItemSchema.options.map((id) => ({ id, words: changedItems[id] }))}
            chosen={facts.changedItems}
            onChange={(chosen) => {
              change({ changedItems: chosen })
            }}
          />
        </FactPart>
      ) : null}
      {kind === 'continuedUse' ? <MovePart {...props} /> : null}
      {kind === 'suspension' ? (
        <FactPart title={own.loss}>
          <OneOf
            label={own.loss}
            choices={losses.map((id) => ({ id, words: lossWords[id] }))}
            value={facts.loss}
            onChange={(loss) => {
              change({ loss })
            }}
          />
        </FactPart>
      ) : null}
      {offered.length > 0 ? (
        <FactPart title={own.certificates}>
          <SomeOf
            label={own.certificates}
            choices={offered.map((id) => ({ id, words: certificates[id] }))}
            chosen={facts.certificates}
            onChange={(chosen) => {
              change({ certificates: chosen })
            }}
          />
        </FactPart>
      ) : null}
      {excepted ? (
        <Tick
          isOn={facts.signatureException}
          onChange={(signatureException) => {
            change({ signatureException })
          }}
        >
          {own.signatureException}
        </Tick>
      ) : null}
      {kind === 'pinReset' && facts.actor !== 'legalRepresentative' && facts.actor !== 'agent' ? <ReservationPart {...props} /> : null}
      {detail.pinsToEnter.length > 0 ? (
        <FactPart title={own.pinsKnown}>
          <SomeOf
            label={own.pinsKnown}
            choices={detail.pinsToEnter.map((id) => ({ id, words: pins[id] }))}
            chosen={facts.pinsKnown}
            onChange={(chosen) => {
              change({ pinsKnown: chosen })
            }}
          />
        </FactPart>
      ) : null}
      {kind === 'recordUpdate' || kind === 'continuedUse' ? (
        <Tick
          isOn={facts.oldForm}
          onChange={(oldForm) => {
            change({ oldForm })
          }}
        >
          {own.oldForm}
        </Tick>
      ) : null}
    </>
  )
}

type MoveDay = keyof NonNullable<CardCaseFacts['move']>
const moveDays: readonly MoveDay[] = ['movedOn', 'plannedMoveOutOn', 'notifiedOn']

/** 継続利用: the three dates that its deadlines are counted from. */
function MovePart({ facts, change }: PartProps) {
  const { words } = useStaff()
  const own = words.cases.facts
  const [days, setDays] = useState<Readonly<Record<MoveDay, string | null>>>(facts.move ?? { movedOn: null, plannedMoveOutOn: null, notifiedOn: null })
  return (
    <FactPart title={own.move}>
      <div className="fact-grid fact-grid-three">
        {moveDays.map((day) => (
          <DateField
            key={day}
            label={own[day]}
            value={days[day]}
            onChange={(date) => {
              const next = { ...days, [day]: date }
              setDays(next)
              const { movedOn, plannedMoveOutOn, notifiedOn } = next
              change({ move: movedOn === null || plannedMoveOutOn === null || notifiedOn === null ? null : { movedOn, plannedMoveOutOn, notifiedOn } })
            }}
          />
        ))}
      </div>
    </FactPart>
  )
}

/** A booking holds for a day (reference counter-procedures §B.4); the rules in main decide. */
const bookingMs = 24 * 3_600_000

/** コンビニ予約: when it was made, with which PIN, and how long it holds. */
function ReservationPart({ facts, change }: PartProps) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { facts: own, pins } = words.cases
  const { reservation } = facts
  const [isBooked, setBooked] = useState(reservation !== null)
  const [day, setDay] = useState<string | null>(reservation === null ? dayInJapan(now) : dayInJapan(new Date(reservation.madeAt)))
  const [typedTime, setTypedTime] = useState(reservation === null ? '' : formatTime(reservation.madeAt))
  const [otherPin, setOtherPin] = useState(reservation?.otherPin ?? null)
  const tell = (on: string | null, time: string, pin: typeof otherPin): void => {
    const at = readTime(time)
    change({ reservation: on === null || at === null || pin === null ? null : { madeAt: instantInJapan(on, at), otherPin: pin } })
  }
  const left = reservation === null ? null : new Date(reservation.madeAt).getTime() + bookingMs - now.getTime()
  const minutesLeft = left === null ? 0 : Math.floor(left / 60_000)
  return (
    <FactPart title={own.reservation}>
      <Tick
        isOn={isBooked}
        onChange={(booked) => {
          setBooked(booked)
          if (booked) tell(day, typedTime, otherPin)
          else change({ reservation: null })
        }}
      >
        {own.reserved}
      </Tick>
      {isBooked ? (
        <>
          <div className="fact-grid">
            <DateField
              label={own.reservedOn}
              value={day}
              onChange={(on) => {
                setDay(on)
                tell(on, typedTime, otherPin)
              }}
            />
            <DeskField
              label={own.reservedAt}
              value={typedTime}
              maxLength={10}
              help={own.timeHelp}
              error={typedTime.length >= 4 && readTime(typedTime) === null ? own.timeWrong : null}
              onChange={(text) => {
                setTypedTime(text)
                tell(day, text, otherPin)
              }}
            />
          </div>
          <p className="quiet">{own.reservedWith}</p>
          <OneOf
            label={own.reservedWith}
            choices={jpkiPins.map((id) => ({ id, words: pins[id] }))}
            value={otherPin}
            onChange={(pin) => {
              setOtherPin(pin)
              tell(day, typedTime, pin)
            }}
          />
          {left === null ? null : (
            <p className={left > 0 ? 'booking-left' : 'booking-left booking-over'}>
              {left > 0 ? own.reservationLeft(Math.floor(minutesLeft / 60), minutesLeft % 60) : own.reservationOver}
            </p>
          )}
        </>
      ) : null}
    </FactPart>
  )
}

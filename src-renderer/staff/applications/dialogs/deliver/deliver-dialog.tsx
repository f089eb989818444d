import { useState } from 'react'
import { DateField, FactPart, OneOf, SelectOne, SomeOf, Tick } from '../../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../../dates/read-date.ts'
import { useDesk } from '../../../desk-context.ts'
import { DeskDialog } from '../../../parts/desk-dialog.tsx'
import { useStaff } from '../../../staff-context.ts'
import { useApplicationsDesk } from '../../applications-context.ts'
import { usePhoto } from '../../detail/use-photo.ts'
import type { ApplicationDialogProps } from '../application-dialog.ts'
import { asDelivery, deliveryNeeds, emptyDelivery, hasOldCard, pinChoices, type DeliveryDraft } from './delivery-check.ts'

/** 交付: notice, documents, the face against the photo, PINs, the receipt; in the order in which it is done. */
export function DeliverDialog({ row, detail, onClose }: ApplicationDialogProps) {
  const { words, language } = useStaff()
  const { now } = useDesk()
  const { glass, perform } = useApplicationsDesk()
  const own = words.applications.dialogs.deliver
  const { actors, agentReasons, deliveryPins, photo } = words.applications
  const [delivery, setDelivery] = useState<DeliveryDraft>(() => emptyDelivery(row.state !== 'notified', detail.facts, row.pinSetting))
  const [on, setOn] = useState<string | null>(dayInJapan(now))
  const [tried, setTried] = useState(false)
  const shown = usePhoto(glass, row.applicationId, detail.photo?.takenAt ?? null)
  const change = (over: Partial<DeliveryDraft>): void => {
    setDelivery((before) => ({ ...before, ...over }))
  }
  const needs = deliveryNeeds(delivery, detail.facts)
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      wide
      submit={{
        words: own.submit,
        isDisabled: on === null,
        onSubmit: () => {
          setTried(true)
          const checked = asDelivery(delivery)
          if (on !== null && checked !== null && needs.length === 0) perform('deliver', applicationId, { type: 'applicationDeliver', applicationId, on, delivery: checked })
        },
      }}
    >
      <div className="photo-check">
        <div className="photo-frame">{shown.state === 'open' ? <img className="photo-picture" src={shown.source} alt={photo.alt} /> : <p className="quiet">{photo.none}</p>}</div>
        <div className="photo-questions">
          <p className="quiet">{own.lead}</p>
          <Tick
            isOn={delivery.mailed}
            onChange={(mailed) => {
              change({ mailed })
            }}
          >
            {own.mailed}
          </Tick>
          {delivery.mailed ? null : (
            <>
              <Tick
                isOn={delivery.notice}
                onChange={(notice) => {
                  change({ notice })
                }}
              >
                {own.notice}
              </Tick>
              <FactPart title={own.actor}>
                <OneOf
                  label={own.actor}
                  choices={(['self', 'legalRepresentative', 'agent'] as const).map((id) => ({ id, words: actors[id] }))}
                  value={delivery.actor}
                  onChange={(actor) => {
                    change({ actor, agentReason: actor === 'agent' ? delivery.agentReason : null })
                  }}
                />
                {delivery.actor === 'agent' ? (
                  <SelectOne
                    label={own.agentReason}
                    empty={own.chooseReason}
                    choices={(['illness', 'disability', 'facility', 'longAbsence', 'preSchoolChild', 'imprisoned', 'other'] as const).map((id) => ({ id, words: agentReasons[id] }))}
                    value={delivery.agentReason}
                    onChange={(agentReason) => {
                      change({ agentReason })
                    }}
                  />
                ) : null}
              </FactPart>
              <FactPart title={own.documents}>
                <SomeOf
                  label={own.documents}
                  choices={detail.choices.documents.map(({ id, class: of, ...names }) => ({ id, words: `${of}　${names[language]}` }))}
                  chosen={delivery.identityDocuments}
                  onChange={(identityDocuments) => {
                    change({ identityDocuments })
                  }}
                />
              </FactPart>
              <Tick
                isOn={delivery.faceMatches}
                onChange={(faceMatches) => {
                  change({ faceMatches })
                }}
              >
                {own.face}
              </Tick>
            </>
          )}
          {hasOldCard(detail.facts) ? (
            <Tick
              isOn={delivery.oldCardHandedIn}
              onChange={(oldCardHandedIn) => {
                change({ oldCardHandedIn })
              }}
            >
              {own.oldCard}
            </Tick>
          ) : null}
          <FactPart title={own.pins} note={row.pinSetting === null || detail.pinCase === null ? own.pinsLead : own.pinCase(detail.pinCase.number, words.cases.states[row.pinSetting])}>
            <OneOf
              label={own.pins}
              choices={pinChoices(row.pinSetting).map((id) => ({ id, words: deliveryPins[id] }))}
              value={delivery.pins}
              onChange={(pins) => {
                change({ pins })
              }}
            />
          </FactPart>
          {delivery.mailed ? null : (
            <Tick
              isOn={delivery.receiptSigned}
              onChange={(receiptSigned) => {
                change({ receiptSigned })
              }}
            >
              {own.receipt}
            </Tick>
          )}
          <DateField label={own.on} value={on} onChange={setOn} />
          <div aria-live="polite">
            {tried && needs.length > 0 ? (
              <p className="field-error">
                {own.missing}: {needs.map((need) => own.needs[need]).join(language === 'ja' ? '、' : ', ')}
              </p>
            ) : null}
          </div>
        </div>
      </div>
    </DeskDialog>
  )
}

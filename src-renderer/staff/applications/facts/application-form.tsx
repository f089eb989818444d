import type { ApplicationDetail } from '../../../../src-preload/contract.ts'
import { applicationKeyOf } from '../../keys/application-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { keyboardScroller } from '../../parts/keyboard-scroller.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { CollectionPart, OldCardPart } from './collection-parts.tsx'
import { ExpressPart, FormPart, KindPart, WishesPart } from './form-parts.tsx'
import { ApplicantPart, RepresentativePart, StayPart } from './person-parts.tsx'

/** 申請の内容: in the order of the paper form. It records itself after a pause; the key does so at once. */
export function ApplicationForm({ detail }: { detail: ApplicationDetail }) {
  const { words } = useStaff()
  const { draft, start, whyNot } = useApplicationsDesk()
  const own = words.applications.facts
  const { facts, change } = draft
  const mayChange = detail.can.includes('edit') && !detail.row.atResident && whyNot('record') !== 'notAllowed'
  const parts = { detail, facts, change }
  return (
    <section className="case-facts" {...keyboardScroller} data-first-focus={mayChange ? true : undefined} aria-label={own.title}>
      <div className="case-facts-head">
        <h3>{own.title}</h3>
        <span className={`draft-state draft-${draft.state}`} role="status">
          {mayChange ? own.state[draft.state] : own.fixed}
        </span>
        {mayChange ? (
          <DeskButton
            hint={applicationKeyOf('record')}
            onPress={() => {
              start('record')
            }}
          >
            {own.save}
          </DeskButton>
        ) : null}
      </div>
      <fieldset className="case-facts-all" disabled={!mayChange}>
        <legend className="visually-hidden">{own.title}</legend>
        <KindPart {...parts} />
        <FormPart {...parts} />
        <ApplicantPart {...parts} />
        <RepresentativePart {...parts} />
        <StayPart {...parts} />
        <WishesPart {...parts} />
        <CollectionPart {...parts} />
        <OldCardPart {...parts} />
        <ExpressPart {...parts} />
      </fieldset>
    </section>
  )
}

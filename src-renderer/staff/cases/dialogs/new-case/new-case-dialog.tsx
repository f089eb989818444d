import { useRef, useState, type KeyboardEvent } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { CardCaseKind, FailureCode } from '../../../../../src-preload/contract.ts'
import { useDesk } from '../../../desk-context.ts'
import { KeyCap } from '../../../parts/desk-button.tsx'
import { DeskDialog } from '../../../parts/desk-dialog.tsx'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { useStaff } from '../../../staff-context.ts'
import { useCasesDesk } from '../../cases-context.ts'
import { FindResident } from './find-resident.tsx'
import { useFind } from './use-find.ts'

/** 128 random bits, lower-case hex: the case's id, so that the same event again opens nothing twice. */
const newCaseId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const takesText = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea')

/** 新しいカード手続: what, and for whom. Only what this terminal may do is offered. */
export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { ask } = useDesk()
  const { kinds, open, glass } = useCasesDesk()
  const own = words.cases.dialogs.newCase
  const [kind, setKind] = useState<CardCaseKind | null>(null)
  const find = useFind(glass)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const attempt = useRef<{ readonly key: string; readonly caseId: string } | null>(null)

  const submit = async (): Promise<void> => {
    const { hit } = find
    if (busy || find.busy) return
    if (hit === null) {
      find.run()
      return
    }
    setTried(true)
    if (kind === null) return
    const key = `${kind} ${hit.subject}`
    if (attempt.current?.key !== key) attempt.current = { key, caseId: newCaseId() }
    setBusy(true)
    setFailure(null)
    const code = await open({ type: 'cardCaseOpen', caseId: attempt.current.caseId, subject: hit.subject, kind })
    setBusy(false)
    if (code === null) ask(null)
    else setFailure(code)
  }
  const pick = (picked: CardCaseKind): void => {
    setKind(picked)
    // There is no card to be read: that is what the case is about.
    if (picked === 'suspension' && find.input.way === 'card') find.type({ way: 'search' })
  }
  const pickByNumber = (event: KeyboardEvent): void => {
    if (takesText(event.target) || !/^[1-9]$/.test(event.key)) return
    const picked = kinds[Number(event.key) - 1]
    if (picked === undefined) return
    event.preventDefault()
    event.stopPropagation()
    pick(picked)
  }

  return (
    <DeskDialog title={own.title} onClose={onClose} wide submit={{ words: find.hit !== null ? own.submit : find.input.way === 'search' ? own.searchNow : own.look, isDisabled: busy || find.busy, onSubmit: () => void submit() }}>
      <div className="new-case" role="presentation" onKeyDownCapture={pickByNumber}>
        <RadioGroup
          className="new-kinds"
          value={kind}
          isInvalid={tried && kind === null}
          onChange={(value) => {
            const picked = kinds.find((each) => each === value)
            if (picked !== undefined) pick(picked)
          }}
        >
          <Label>{own.kind}</Label>
          {kinds.map((each, index) => (
            <RadioField key={each} value={each} {...(index === 0 ? { autoFocus: true } : {})}>
              <RadioButton className="reason">
                <span className="new-kind">{words.cases.kinds[each]}</span>
                <KeyCap>{String(index + 1)}</KeyCap>
              </RadioButton>
            </RadioField>
          ))}
          {tried && kind === null ? <p className="field-error">{own.kindNeeded}</p> : null}
        </RadioGroup>
        <FindResident find={find} onTake={() => void submit()} />
      </div>
      {failure === null ? null : <FailureNote code={failure} />}
      <p className="quiet">{own.recorded}</p>
    </DeskDialog>
  )
}

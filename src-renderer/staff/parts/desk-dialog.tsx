import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useStaff } from '../staff-context.ts'
import { DeskButton } from './desk-button.tsx'
import { useKeysStay } from './use-keys-stay.ts'

interface DeskDialogProps {
  title: string
  children: ReactNode
  onClose: () => void
  wide?: boolean
  /** Enter in any field does it. */
  submit?: { readonly words: string; readonly look?: 'primary' | 'danger'; readonly isDisabled?: boolean; readonly takesFocus?: boolean; readonly onSubmit: () => void }
}

/** Asks one thing. Escape and 「やめる」 leave everything as it is. */
export function DeskDialog({ title, children, onClose, wide = false, submit }: DeskDialogProps) {
  const { words } = useStaff()
  const dialog = useRef<HTMLElement>(null)
  const submitButton = useRef<HTMLButtonElement>(null)
  const mayTakeFocus = submit?.takesFocus === true && submit.isDisabled !== true
  useEffect(() => {
    // It was closed when the dialog opened, so the dialog itself has the focus, and Enter would do nothing.
    const button = submitButton.current
    if (mayTakeFocus && button !== null && button.closest('[role=dialog]') === document.activeElement) button.focus()
  }, [mayTakeFocus])
  useKeysStay(dialog, onClose)
  return (
    <ModalOverlay
      className="desk-overlay"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={wide ? 'desk-modal desk-modal-wide' : 'desk-modal'}>
        <Dialog className="desk-dialog" ref={dialog}>
          <Heading slot="title">{title}</Heading>
          {submit === undefined ? (
            <>
              <div className="dialog-body">{children}</div>
              <div className="dialog-actions">
                <DeskButton onPress={onClose}>{words.frame.close}</DeskButton>
              </div>
            </>
          ) : (
            <div role="presentation" onKeyDownCapture={submitByEnter}>
              <Form
                validationBehavior="aria"
                onSubmit={(event) => {
                  event.preventDefault()
                  if (submit.isDisabled !== true) submit.onSubmit()
                }}
              >
                <div className="dialog-body">{children}</div>
                <div className="dialog-actions">
                  <DeskButton onPress={onClose} hint="Esc">
                    {words.frame.cancel}
                  </DeskButton>
                  <DeskButton look={submit.look ?? 'primary'} type="submit" hint="Enter" isDisabled={submit.isDisabled ?? false} takesFocus={submit.takesFocus ?? false} ref={submitButton}>
                    {submit.words}
                  </DeskButton>
                </div>
              </Form>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A radio button would take Enter for a choice (so that twice Enter would void), and a text area makes a line of it; there Ctrl+Enter submits. */
function submitByEnter(event: KeyboardEvent): void {
  const { target } = event
  if (event.key !== 'Enter') return
  const isRadio = target instanceof HTMLInputElement && target.type === 'radio'
  const isText = target instanceof HTMLTextAreaElement && event.ctrlKey
  if (!isRadio && !isText) return
  event.preventDefault()
  event.stopPropagation()
  target.form?.requestSubmit()
}

import type { ReactNode } from 'react'
import { Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useStaff } from '../staff-context.ts'
import { DeskButton } from './desk-button.tsx'

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
  return (
    <ModalOverlay
      className="desk-overlay"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={wide ? 'desk-modal desk-modal-wide' : 'desk-modal'}>
        <Dialog className="desk-dialog">
          <Heading slot="title">{title}</Heading>
          {submit === undefined ? (
            <>
              <div className="dialog-body">{children}</div>
              <div className="dialog-actions">
                <DeskButton onPress={onClose}>{words.frame.close}</DeskButton>
              </div>
            </>
          ) : (
            <Form
              validationBehavior="aria"
              onKeyDownCapture={(event) => {
                // A radio button would keep Enter to itself, and a text area makes a line of it.
                if (event.key !== 'Enter' || !submitsFrom(event.target, event.ctrlKey)) return
                event.preventDefault()
                event.currentTarget.requestSubmit()
              }}
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
                <DeskButton look={submit.look ?? 'primary'} type="submit" hint="Enter" isDisabled={submit.isDisabled ?? false} takesFocus={submit.takesFocus ?? false}>
                  {submit.words}
                </DeskButton>
              </div>
            </Form>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const submitsFrom = (target: EventTarget, control: boolean): boolean =>
  (target instanceof HTMLInputElement && target.type === 'radio') || (target instanceof HTMLTextAreaElement && control)

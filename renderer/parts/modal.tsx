import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { MODAL } from '../keys/is-modal-open.ts'
import { hasMovedOn } from './has-moved-on.ts'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: React.ReactNode
  /** Printed alone when the window is printed while it is open. */
  readonly printAlone?: boolean
  /** Closed by its buttons only: what it shows cannot be shown again. */
  readonly isHeld?: boolean
}

/** A dialog that is open for as long as it is rendered; then the focus goes back to where it was opened. */
export function Modal({ title, onClose, children, printAlone = false, isHeld = false }: Props) {
  const [origin] = useState(() => document.activeElement)
  const hold = (event: Event) => isHeld && event.preventDefault()
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content
          {...{ [MODAL]: '' }}
          className={printAlone ? 'dialog print-alone' : 'dialog'}
          aria-describedby={undefined}
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveBackFocus(origin)
          }}
        >
          <Dialog.Title className="question">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Unless it has moved on, as to a place that was gone to. What opened the dialog may be gone; then the work has it. */
function giveBackFocus(origin: Element | null): void {
  if (hasMovedOn()) return
  if (origin instanceof HTMLElement && origin.isConnected && origin !== document.body) origin.focus()
  if (document.activeElement === document.body) document.getElementById('work')?.focus()
}

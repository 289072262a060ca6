import { Dialog, Popover } from 'radix-ui'
import { useState } from 'react'
import { MODAL } from '../keys/use-keys.ts'

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

type PopupContentProps = {
  readonly label: string
  readonly look?: string
  readonly gap: number
  readonly children: React.ReactNode
}

/**
 * What opens below the trigger of a `Popover.Root`. When it closes the focus goes back to the trigger, though only after a timer of the
 * library: on a busy computer whoever closed it may write elsewhere by then, and keeps the focus.
 */
export function PopupContent({ label, look = '', gap, children }: PopupContentProps) {
  return (
    <Popover.Portal>
      <Popover.Content
        className={`popover ${look}`}
        align="start"
        sideOffset={gap}
        aria-label={label}
        onCloseAutoFocus={(event) => hasMovedOn() && event.preventDefault()}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  )
}

/** The user, or what a press led to, has put the focus somewhere: what closes late must not take it from there. */
function hasMovedOn(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

import { Dialog } from 'radix-ui'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: React.ReactNode
  /** Printed alone when the window is printed while it is open. */
  readonly printAlone?: boolean
}

/** A dialog that is open for as long as it is rendered. */
export function Modal({ title, onClose, children, printAlone = false }: Props) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className={printAlone ? 'dialog print-alone' : 'dialog'} aria-describedby={undefined}>
          <Dialog.Title className="question">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

import { useAction } from '../state/use-action.ts'
import { Button } from './button.tsx'
import { FailureNote } from './failure-note.tsx'
import { Modal } from './modal.tsx'

type Props = {
  readonly title: string
  readonly verb?: 'Remove' | 'Delete'
  readonly work: () => Promise<unknown>
  /** What is so when it fails. */
  readonly kept: string
  readonly onDone: () => void
  readonly onClose: () => void
  /** What goes and what stays. */
  readonly children: React.ReactNode
}

/** Asks before something is removed, after saying what goes with it. */
export function ConfirmRemoval({ title, verb = 'Remove', work, kept, onDone, onClose, children }: Props) {
  const action = useAction()
  const remove = async () => {
    if (await action.run(work, kept)) onDone()
  }
  return (
    <Modal title={title} onClose={onClose}>
      {children}
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isOff={action.isBusy} onClick={() => void remove()}>
          {verb}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}

import { t } from '../../wording/translate.ts'
import { useAction } from '../state/use-action.ts'
import { Button } from './button.tsx'
import { FailureNote } from './failure-note.tsx'
import { Modal } from './modal.tsx'

type Props<T> = {
  readonly title: string
  /** What the button says that does it. */
  readonly submit: string
  /** It takes something away: then its button does not stand out. */
  readonly isRemoval?: boolean
  /** Why it cannot be done yet. */
  readonly missing?: string | null
  /** Other things that the dialog can do, between its button and Cancel. */
  readonly others?: React.ReactNode
  /** Said while it is being done, where that takes long. */
  readonly busy?: string
  readonly work: () => T | Promise<T>
  /** What is so when it fails. */
  readonly kept?: string
  /** Called when it went well, once the dialog is closed. */
  readonly onDone?: (done: T) => void
  readonly onClose: () => void
  /** The fields, and what is to be known before. */
  readonly children: React.ReactNode
}

/** A dialog that does one thing: its fields, the failure in place, the button that does it and the one that does not. */
export function FormDialog<T>({ title, submit, isRemoval = false, missing = null, ...rest }: Props<T>) {
  const { busy = '', work, kept, others, onClose, onDone, children } = rest
  const action = useAction()
  const finish = async () => {
    const done = await work()
    onClose()
    onDone?.(done)
  }
  const send = () => missing === null && void action.run(finish, kept)
  return (
    <Modal title={title} onClose={onClose}>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          // For React, a dialog lies within the form that opened it.
          event.stopPropagation()
          send()
        }}
      >
        {children}
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button
            type="submit"
            isBusy={action.isBusy}
            whyOff={missing}
            isWhyBeside
            {...(isRemoval ? {} : { look: 'primary' as const })}
          >
            {submit}
          </Button>
          {others}
          <Button look="quiet" onClick={onClose}>
            {t('frame.buttons.cancel')} <kbd>Esc</kbd>
          </Button>
          <span className="small muted" aria-live="polite">
            {action.isBusy ? busy : missing}
          </span>
        </div>
      </form>
    </Modal>
  )
}

type ConfirmRemovalProps = Pick<Props<unknown>, 'title' | 'work' | 'onClose' | 'children'> & {
  readonly verb?: 'remove' | 'delete'
  readonly kept: string
  readonly onDone?: () => void
}

/** Asks before something is removed, after saying what goes with it. `children`: what goes and what stays. */
export function ConfirmRemoval({ verb = 'remove', ...rest }: ConfirmRemovalProps) {
  return <FormDialog submit={t(`frame.buttons.${verb}`)} isRemoval {...rest} />
}

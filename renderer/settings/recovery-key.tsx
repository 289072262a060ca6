import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { type Action, useAction } from '../state/use-action.ts'

/** Makes a recovery key, which is shown once; where there is one already, only after saying that it stops working. */
export function RecoveryKey() {
  const { status } = useShell()
  const client = useClient()
  const action = useAction()
  const [isAsking, setAsking] = useState(false)
  const [key, setKey] = useState<string | null>(null)
  const make = () =>
    void action.run(
      async () => setKey((await client.home.recoveryKey()).recoveryKey),
      'The passphrase opens everything as before.',
    )
  const close = () => {
    setAsking(false)
    setKey(null)
  }
  return (
    <section className="rule-top grid justify-items-start gap-2" aria-labelledby="recovery">
      <h2 className="h mb-0" id="recovery">
        Recovery key
      </h2>
      <p className="soft">
        {status.hasRecoveryKey
          ? 'There is one. Making another makes the old one useless.'
          : 'There is none. If the passphrase is forgotten, a recovery key is the only way back in.'}{' '}
        It is shown once, to be printed and kept where you keep keys.
      </p>
      <Button isOff={action.isBusy} onClick={status.hasRecoveryKey ? () => setAsking(true) : make}>
        {status.hasRecoveryKey ? 'Make a new recovery key…' : 'Make a recovery key…'}
      </Button>
      {isAsking ? null : <FailureNote failure={action.failure} />}
      {/* One dialog for both steps, so that the focus finds its way back to the button. */}
      {isAsking || key ? (
        <Modal
          title={key ? 'Recovery key of Consilium' : 'Make a new recovery key?'}
          onClose={close}
          printAlone={key !== null}
          isHeld={key !== null}
        >
          {key ? <Key value={key} onClose={close} /> : <Confirm action={action} onMake={make} onClose={close} />}
        </Modal>
      ) : null}
    </section>
  )
}

type ConfirmProps = { readonly action: Action; readonly onMake: () => void; readonly onClose: () => void }

function Confirm({ action, onMake, onClose }: ConfirmProps) {
  return (
    <>
      <p className="soft">
        The recovery key that you have stops working at once. The new one is shown once, so have a printer or a pen
        ready.
      </p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isOff={action.isBusy} onClick={onMake}>
          Make a new key
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </>
  )
}

function Key({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  return (
    <>
      <p className="mono text-lead break-all" data-testid="recovery-key">
        {value}
      </p>
      <p className="soft">
        It opens everything, like the passphrase. It is not kept anywhere and cannot be shown again. Print it or write
        it down, and keep it away from this computer.
      </p>
      <div className="btns no-print">
        <Button look="primary" onClick={() => window.print()}>
          Print
        </Button>
        <Button onClick={onClose}>I have it</Button>
      </div>
    </>
  )
}

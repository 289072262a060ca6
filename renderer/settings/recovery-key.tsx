import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** Makes a recovery key, which is shown once. */
export function RecoveryKey() {
  const { status } = useShell()
  const client = useClient()
  const action = useAction()
  const [key, setKey] = useState<string | null>(null)
  const make = () => void action.run(async () => setKey((await client.home.recoveryKey()).recoveryKey))
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
      <Button isOff={action.isBusy} onClick={make}>
        {status.hasRecoveryKey ? 'Make a new recovery key…' : 'Make a recovery key…'}
      </Button>
      <FailureNote failure={action.failure} />
      {key ? (
        <Modal title="Recovery key of Consilium" onClose={() => setKey(null)} printAlone>
          <p className="mono text-lead break-all" data-testid="recovery-key">
            {key}
          </p>
          <p className="soft">
            It opens everything, like the passphrase. It is not kept anywhere and cannot be shown again. Print it or
            write it down, and keep it away from this computer.
          </p>
          <div className="btns no-print">
            <Button look="primary" onClick={() => window.print()}>
              Print
            </Button>
            <Button onClick={() => setKey(null)}>I have it</Button>
          </div>
        </Modal>
      ) : null}
    </section>
  )
}

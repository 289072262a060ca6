import { useId, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { type Action, useAction } from '../state/use-action.ts'

const LOCKED_BY = {
  new: 'Nothing is locked yet.',
  'key-file':
    'A key file in the data folder opens everything, without a passphrase. Whoever can read your files on this computer can read your matters. Set a passphrase to change that.',
  passphrase:
    'A passphrase opens everything. It is kept nowhere; without it and without the recovery key nothing can be read.',
  keychain: 'The keychain of this computer opens everything for whoever is signed in as you.',
} as const

/** How everything is locked: now, by which passphrase, by itself, and the way back in. */
export function EncryptionSettings() {
  const { status } = useShell()
  const client = useClient()
  const action = useAction()
  const canLock = status.keyMode !== 'key-file'
  return (
    <>
      <section className="stack-2 start-items" aria-labelledby="lock-now">
        <h2 className="h flush" id="lock-now">
          Locked by {status.keyMode === 'key-file' ? 'a key file' : status.keyMode}
        </h2>
        <p className="soft">{LOCKED_BY[status.keyMode]}</p>
        <div className="btns">
          <Button isOff={!canLock || action.isBusy} onClick={() => void action.run(() => client.home.lock())}>
            Lock now
          </Button>
          {canLock ? null : <span className="small muted">Locking needs a passphrase.</span>}
        </div>
        <FailureNote failure={action.failure} />
      </section>
      <LockTime />
      <Passphrase isFirst={status.keyMode !== 'passphrase'} />
      <RecoveryKey />
    </>
  )
}

function Passphrase({ isFirst }: { readonly isFirst: boolean }) {
  const client = useClient()
  const action = useAction()
  const [rounds, setRounds] = useState(0)
  const set = async (passphrase: string) => {
    if (await action.run(() => client.home.setPassphrase({ passphrase }), 'It is locked as before.'))
      setRounds(rounds + 1)
  }
  return (
    <section className="rule-top" aria-labelledby="passphrase">
      <h2 className="h" id="passphrase">
        {isFirst ? 'Set a passphrase' : 'Change the passphrase'}
      </h2>
      <NewPassphrase
        key={rounds}
        submit={isFirst ? 'Set the passphrase' : 'Change the passphrase'}
        isBusy={action.isBusy}
        onSubmit={(passphrase) => void set(passphrase)}
      />
      <p className="soft above-2" role="status">
        {rounds > 0 ? 'The new passphrase is in force. The old one no longer opens anything here.' : ''}
      </p>
      <FailureNote failure={action.failure} />
    </section>
  )
}

const CHOICES = [0, 5, 15, 30, 60, 240]

/** After how many idle minutes everything locks by itself. */
function LockTime() {
  const { settings, changeSettings, status } = useShell()
  const id = useId()
  const choices = [...new Set([...CHOICES, settings.lockAfterMinutes])].toSorted((one, other) => one - other)
  return (
    <section className="rule-top">
      <div className="field">
        <label htmlFor={id}>Lock after inactivity</label>
        <select
          id={id}
          value={settings.lockAfterMinutes}
          onChange={({ target }) => void changeSettings({ lockAfterMinutes: Number(target.value) })}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? 'never' : `${minutes} minutes`}
            </option>
          ))}
        </select>
        {status.keyMode === 'key-file' ? (
          <span className="small muted">Takes effect once there is a passphrase.</span>
        ) : null}
      </div>
    </section>
  )
}

/** Makes a recovery key, which is shown once; where there is one already, only after saying that it stops working. */
function RecoveryKey() {
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
    <section className="rule-top stack-2 start-items" aria-labelledby="recovery">
      <h2 className="h flush" id="recovery">
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
      <p className="mono recovery-key" data-testid="recovery-key">
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

import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { LockTime } from './lock-time.tsx'
import { RecoveryKey } from './recovery-key.tsx'

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
      <section className="grid justify-items-start gap-2" aria-labelledby="lock-now">
        <h2 className="h mb-0" id="lock-now">
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
      <p className="soft mt-2" role="status">
        {rounds > 0 ? 'The new passphrase is in force. The old one no longer opens anything here.' : ''}
      </p>
      <FailureNote failure={action.failure} />
    </section>
  )
}

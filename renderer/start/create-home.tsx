import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { LockedFileDialog } from '../parts/locked-file-dialog.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

/** The very first screen: how everything is to be locked. */
export function CreateHome({ onCreated }: { readonly onCreated: () => void }) {
  const client = useClient()
  const action = useAction()
  const [isRestoring, setRestoring] = useState(false)
  const create = async (passphrase: string | null) => {
    const isDone = await action.run(async () => {
      await client.home.create({ passphrase })
      await client.matter.createSamples()
    })
    if (isDone) onCreated()
  }
  return (
    <main className="alone" id="work" tabIndex={-1}>
      <div>
        <header className="stack-2">
          <h1 className="question">Protect your data</h1>
          <p className="read soft">
            All that you put in is encrypted on this computer, each matter under a key of its own. A passphrase keeps
            those keys. No account, no network.
          </p>
        </header>
        <section className="choice" aria-labelledby="with-passphrase">
          <h2 className="h flush" id="with-passphrase">
            Passphrase <span className="muted">recommended</span>
          </h2>
          <p className="soft">
            You type it at each start. It is kept nowhere: if it is forgotten, only a recovery key, which you can print
            later, opens your matters.
          </p>
          <NewPassphrase
            submit="Use this passphrase"
            isBusy={action.isBusy}
            onSubmit={(passphrase) => void create(passphrase)}
          />
        </section>
        <NotNow isBusy={action.isBusy} onChoose={() => void create(null)} />
        <FailureNote failure={action.failure} />
        <p className="small soft rule-top">
          Moving from another computer?{' '}
          <Button look="link" isSmall onClick={() => setRestoring(true)}>
            Restore a backup…
          </Button>
        </p>
      </div>
      {isRestoring ? <RestoreBackup onRestored={onCreated} onClose={() => setRestoring(false)} /> : null}
    </main>
  )
}

/** What it means to do without a passphrase, in plain words. */
function NotNow({ isBusy, onChoose }: { readonly isBusy: boolean; readonly onChoose: () => void }) {
  const hasKeychain = window.host?.hasKeychain ?? false
  return (
    <section className="choice start-items" aria-labelledby="not-now">
      <h2 className="h flush" id="not-now">
        Not now
      </h2>
      <p className="soft">
        {hasKeychain
          ? 'The keychain of this computer keeps the key. Whoever is signed in as you can open your matters.'
          : 'A key file beside your data opens it. Your matters are then as safe as your account on this computer: whoever can read your files can read them, and a stolen disk can be read unless it is encrypted as a whole.'}{' '}
        A passphrase can be set at any time in Settings.
      </p>
      <Button isOff={isBusy} onClick={onChoose}>
        Not now
      </Button>
    </section>
  )
}

type RestoreBackupProps = { readonly onRestored: () => void; readonly onClose: () => void }

/** Restores a backup into a home that is still empty. */
function RestoreBackup({ onRestored, onClose }: RestoreBackupProps) {
  const client = useClient()
  return (
    <LockedFileDialog
      title="Restore a backup"
      submit="Restore"
      what="backup"
      isFolder
      hint="From then on it opens Consilium on this computer as well."
      busy="Restoring. The backup is read and checked."
      kept="The backup is unchanged."
      work={(folder, passphrase) => client.home.restore({ folder, passphrase })}
      onDone={onRestored}
      onClose={onClose}
    />
  )
}

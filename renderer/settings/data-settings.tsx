import { useState } from 'react'
import { PlaceLink } from '../frame/place-link.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes, formatCount } from '../../wording/format-quantity.ts'

/** Where everything lies, and the record of what was done. */
export function DataSettings() {
  const { status, matters } = useShell()
  return (
    <>
      <section aria-labelledby="where">
        <h2 className="h" id="where">
          Where it lies
        </h2>
        <dl className="kv">
          <dt>Folder</dt>
          <dd className="mono">{status.home}</dd>
          <dt>Matters</dt>
          <dd>{matters.length}, each in an encrypted file of its own</dd>
          <dt>Version</dt>
          <dd>{status.version}</dd>
        </dl>
        <p className="soft above-2">
          Nothing is kept elsewhere. Deleting a matter destroys its key first; copies in older backups stay readable
          with the backup’s passphrase.
        </p>
      </section>
      <section className="rule-top" aria-labelledby="record">
        <h2 className="h" id="record">
          What was done
        </h2>
        <p className="soft">
          Each matter keeps a ledger, and so does the program itself. They are read and verified in the place{' '}
          <PlaceLink to={{ name: 'ledger', entry: null }}>Ledger</PlaceLink>.
        </p>
      </section>
    </>
  )
}

/** Writes everything, still encrypted, into a folder. */
export function BackupSettings() {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const backup = (passphrase: string) =>
    void action.run(async () => {
      setDone(null)
      const { files, bytes } = await client.home.backup({ folder: folder.trim(), passphrase })
      setDone(`${formatCount(files, 'file')}, ${formatBytes(bytes)}, were written to ${folder.trim()}.`)
    })
  return (
    <>
      <section aria-labelledby="backup">
        <h2 className="h" id="backup">
          Back everything up
        </h2>
        <p className="soft below-3">
          All matters and settings are written into a folder, encrypted under a passphrase of the backup’s own, so that
          it opens on another computer. Models are not part of it. What is deleted later stays in a backup made before.
        </p>
        <NewPassphrase
          submit="Back up"
          isBusy={action.isBusy}
          missing={folder.trim() ? null : 'Say where the backup is to go.'}
          onSubmit={backup}
        >
          <TextField label="Folder" value={folder} onText={setFolder} placeholder="/media/disk/consilium-backup" />
        </NewPassphrase>
        <p className="soft above-2" role="status">
          {done}
        </p>
        <FailureNote failure={action.failure} />
      </section>
      <section className="rule-top" aria-labelledby="restore">
        <h2 className="h" id="restore">
          Restore
        </h2>
        <p className="soft">
          A backup is restored only where nothing is yet, so that nothing can be overwritten: start Consilium with a new
          data folder and choose “Restore a backup” there.
        </p>
      </section>
    </>
  )
}

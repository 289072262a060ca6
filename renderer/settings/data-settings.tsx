import { PlaceLink } from '../frame/place-link.tsx'
import { useShell } from '../state/shell-context.ts'

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
        <p className="soft mt-2">
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

import { useShell } from '../state/shell-context.ts'
import { LedgerSection } from './ledger-section.tsx'

/** Where everything lies, and the record of what was done. */
export function DataSettings() {
  const { status, matters, matter } = useShell()
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
      {matter ? <LedgerSection title={`Ledger of ${matter.matter}`} matter={matter.id} /> : null}
      <LedgerSection title="Ledger of the program" matter={null} />
    </>
  )
}

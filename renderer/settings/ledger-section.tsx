import { useId, useState } from 'react'
import type { LedgerCheck, LedgerEntry } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { Opening } from '../parts/opening.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatTime } from '../wording/format-time.ts'

const SHOWN = 8

/** The last entries of a ledger, and the check of its chain. */
export function LedgerSection({ title, matter }: { readonly title: string; readonly matter: string | null }) {
  const client = useClient()
  const action = useAction()
  const label = useId()
  const [check, setCheck] = useState<LedgerCheck | null>(null)
  const entries = useLoaded(`ledger ${matter}`, (assistant, signal) => assistant.ledger.list({ matter }, { signal }))
  const verify = () => void action.run(async () => setCheck(await client.ledger.verify({ matter })))
  const last = (entries.value ?? []).slice(-SHOWN).toReversed()
  return (
    <section className="rule-top" aria-labelledby={label}>
      <h2 className="h" id={label}>
        {title}
        <span className="muted">{entries.value ? formatCount(entries.value.length, 'entry', 'entries') : ''}</span>
        <Button isSmall className="end" isOff={action.isBusy} aria-label={`Verify: ${title}`} onClick={verify}>
          Verify
        </Button>
      </h2>
      <FailureNote failure={entries.failure ?? action.failure} />
      <p role="status" className="mb-2">
        {check ? <CheckResult check={check} /> : null}
      </p>
      {last.length > 0 ? <Entries entries={last} label={title} /> : null}
      {entries.value?.length === 0 ? <p className="soft">No entries yet.</p> : null}
      {!entries.value && !entries.failure ? <Opening>Opening the ledger.</Opening> : null}
    </section>
  )
}

function CheckResult({ check: { valid, entries, firstBad, why } }: { readonly check: LedgerCheck }) {
  if (valid)
    return (
      <StateMark shape="ready" tone="ok">
        {formatCount(entries, 'entry', 'entries')}, each fits the one before
      </StateMark>
    )
  return (
    <>
      <StateMark shape="failed" tone="bad">
        Entry {firstBad} does not fit the one before
      </StateMark>{' '}
      <span className="soft">
        {why} The entries before it stand. Keep a copy of the file and ask whoever looks after this computer.
      </span>
    </>
  )
}

function Entries({ entries, label }: { readonly entries: readonly LedgerEntry[]; readonly label: string }) {
  return (
    <table className="data lib" aria-label={`Last entries: ${label}`}>
      <thead>
        <tr>
          <th scope="col" className="n w-12">
            Entry
          </th>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Hash</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ seq, time, kind, hash }) => (
          <tr key={seq}>
            <td className="n">{seq}</td>
            <td className="whitespace-nowrap">{formatTime(time)}</td>
            <td>{kind.replaceAll('-', ' ')}</td>
            <td>
              <HashText hash={hash} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

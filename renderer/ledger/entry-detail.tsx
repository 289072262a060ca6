import { HashText } from '../parts/hash-text.tsx'
import { formatNumber } from '../wording/format-count.ts'
import { formatTime } from '../wording/format-time.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import type { EntryData } from './entry-data.ts'
import type { ToldEntry } from './told-entries.ts'

/** All that one entry says, nothing left out: in the ledger stand ids, hashes and counts, no words of a document. */
export function EntryDetail({ told: { entry, words } }: { readonly told: ToldEntry }) {
  const { seq, time, kind, data, previous, hash } = entry
  return (
    <section className="rule-top" aria-labelledby="entry-detail" data-testid="entry-detail">
      <h3 className="h" id="entry-detail">
        Entry {formatNumber(seq)}
      </h3>
      <p className="mb-2">
        <b className="font-semibold">{words.title}</b> {words.rest}
      </p>
      <dl className="kv">
        <dt>When</dt>
        <dd>{formatTime(time)}</dd>
        <dt>Kind</dt>
        <dd className="mono">{kind}</dd>
        {Object.entries(data).map(([name, value]) => (
          <Field key={name} name={name} value={value} />
        ))}
        <dt>Hash</dt>
        <dd>
          <HashText hash={hash} />
        </dd>
        <dt>Before it</dt>
        <dd>
          <HashText hash={previous} />
        </dd>
      </dl>
    </section>
  )
}

function Field({ name, value }: { readonly name: string; readonly value: EntryData[string] }) {
  return (
    <>
      <dt>{sentenceCase(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())}</dt>
      <dd>{valueWords(value)}</dd>
    </>
  )
}

function valueWords(value: EntryData[string] | undefined): React.ReactNode {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? <HashText hash={value} /> : value
  if (Array.isArray(value) && value.length === 0) return 'none'
  return <span className="raw">{JSON.stringify(value, null, 1)}</span>
}

import { useEffect, useState } from 'react'
import { Segments } from '../parts/segments.tsx'
import { useDelayed } from '../state/use-delayed.ts'
import { formatCount } from '../wording/format-count.ts'
import type { LedgerSubject } from './kind-words.ts'
import { Timeline } from './timeline.tsx'
import { findEntries, type ToldEntry } from './told-entries.ts'
import type { ShownEntry } from './use-shown-entry.ts'

const SUBJECTS: Readonly<Record<LedgerSubject | 'all', string>> = {
  all: 'all',
  left: 'left this computer',
  questions: 'questions',
  documents: 'documents',
  people: 'people',
}
const TYPING_MS = 150

type Props = { readonly told: readonly ToldEntry[]; readonly shown: ShownEntry }

/** The filters of the ledger, and what they leave. */
export function Entries({ told, shown: { chosen, isArriving, choose, open } }: Props) {
  const [subject, setSubject] = useState<LedgerSubject | 'all'>('all')
  const [typed, setTyped] = useState('')
  const found = findEntries(told, subject, useDelayed(typed, TYPING_MS))
  const isFiltered = found.length < told.length
  useArrival(isArriving ? chosen : null)
  return (
    <>
      <div className="filters">
        <Segments label="Which entries" value={subject} choices={SUBJECTS} onChange={setSubject} />
        <input
          type="search"
          autoComplete="off"
          aria-label="Word, person or hash"
          placeholder="Word, person or hash"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <h2 className="visually-hidden">Entries</h2>
      <p className="small soft mt-2" role="status">
        {isFiltered ? `${formatCount(found.length, 'entry', 'entries')} of ${told.length}` : ''}
      </p>
      {told.length === 0 ? (
        <p className="soft">Nothing is recorded yet. What is asked, added, decided and sent will stand here.</p>
      ) : null}
      <Timeline told={found} chosen={chosen} onChoose={choose} onOpen={open} />
    </>
  )
}

/** Brings an entry into view once, when one comes from elsewhere. */
function useArrival(seq: number | null): void {
  const [arrived] = useState(seq)
  useEffect(() => {
    if (arrived !== null) document.querySelector(`[data-seq="${arrived}"]`)?.scrollIntoView({ block: 'center' })
  }, [arrived])
}

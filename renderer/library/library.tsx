import { useState } from 'react'
import type { SearchHit } from '../../contract/document.ts'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-count.ts'
import { AddButtons } from './add-buttons.tsx'
import { hasPagesOf, SEGMENT_WORDS, type SegmentKind } from './coverage.ts'
import { CoverageLegend } from './coverage-legend.tsx'
import { DocumentTable } from './document-table.tsx'
import { LibraryColumn, type Shown } from './library-column.tsx'
import { ReadingJob } from './reading-job.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import { OtherFormats } from './other-formats.tsx'
import { ScannedPages } from './scanned-pages.tsx'
import { SearchHits } from './search-hits.tsx'
import { UploadJobs } from './upload-jobs.tsx'
import { useDocumentActions } from './use-document-actions.ts'
import { useRemoval } from './use-removal.tsx'
import { WatchedFolders } from './watched-folders.tsx'

const TYPING_MS = 250

/** The documents of a matter, what is being read, and a search in them. `initial` is a document to be opened at once. */
export function Library({ initial }: { readonly initial: string | null }) {
  const matter = useMatter()
  const { readings, settings } = useShell()
  const [typed, setTyped] = useState('')
  const question = useDelayed(typed.trim(), TYPING_MS)
  const [shown, setShown] = useState<Shown | null>(
    initial ? { kind: 'document', documentId: initial, opened: null } : null,
  )
  const documents = useLoaded(
    matter.id,
    (assistant, signal) => assistant.library.documents({ matter: matter.id }, { signal }),
    (event) => event.type === 'documents-changed' && event.matter === matter.id,
  )
  const progress = readings.get(matter.id) ?? readings.get(matter.matter)
  const close = () => {
    setShown(null)
    document.querySelector<HTMLElement>('#work [aria-current="true"]')?.focus()
  }
  const removal = useRemoval(matter.id, (documentId) => {
    if (openedDocument(shown) === documentId) close()
  })
  const actions = useDocumentActions(matter.id, removal.ask)
  useKeys({ Escape: () => shown && close() }, settings.singleKeys)
  const rows = documents.value ?? []
  return (
    <>
      <LibraryTabs
        tab="documents"
        bar={<LibraryBar matter={matter.id} count={documents.value?.length ?? null} typed={typed} onTyped={setTyped} />}
      >
        <UploadJobs matter={matter.id} />
        {progress ? <ReadingJob progress={progress} /> : null}
        <FailureNote failure={documents.failure ?? actions.failure} />
        {question ? (
          <SearchHits
            matter={matter.id}
            question={question}
            opened={shown?.kind === 'hit' ? shown.hit : null}
            onOpen={(hit: SearchHit) => setShown({ kind: 'hit', hit })}
          />
        ) : (
          <Documents
            matter={matter.id}
            isKnown={documents.value !== null}
            rows={rows}
            opened={openedDocument(shown)}
            onOpen={(documentId) => setShown({ kind: 'document', documentId, opened: null })}
            onPage={(documentId, kind) => setShown({ kind: 'document', documentId, opened: { kind } })}
            actions={actions}
          />
        )}
      </LibraryTabs>
      {removal.dialog}
      <LibraryColumn matter={matter.id} shown={shown} onShow={setShown} actions={actions} onClose={close} />
    </>
  )
}

function openedDocument(shown: Shown | null): string | null {
  return shown?.kind === 'document' ? shown.documentId : null
}

type BarProps = {
  readonly matter: string
  /** Null until it is known. */
  readonly count: number | null
  readonly typed: string
  readonly onTyped: (text: string) => void
}

function LibraryBar({ matter, count, typed, onTyped }: BarProps) {
  return (
    <Bar title="Library" sub={count === null ? '' : formatCount(count, 'document')}>
      <SearchField value={typed} onText={onTyped} />
      <AddButtons matter={matter} />
    </Bar>
  )
}

function SearchField({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  return (
    <input
      type="search"
      autoComplete="off"
      className="w-52 min-h-7!"
      aria-label="Search the documents"
      placeholder="Search these documents"
      value={value}
      onChange={({ target }) => onText(target.value)}
    />
  )
}

type DocumentsProps = Omit<React.ComponentProps<typeof DocumentTable>, 'documents'> & {
  readonly isKnown: boolean
  readonly rows: React.ComponentProps<typeof DocumentTable>['documents']
}

function Documents({ isKnown, rows, ...table }: DocumentsProps) {
  const [kind, setKind] = useState<SegmentKind | null>(null)
  if (!isKnown) return <Opening>Opening the library.</Opening>
  if (rows.length === 0)
    return (
      <div className="grid justify-items-start gap-2 pt-4">
        <h2 className="question">No documents yet.</h2>
        <p className="soft">
          Drop files or a folder anywhere in this window. PDF, Word, e-mail, tables and scans are read here, on this
          computer.
        </p>
        <AddButtons matter={table.matter} isSingle />
        <WatchedFolders matter={table.matter} />
      </div>
    )
  const shown = kind === null ? rows : rows.filter((row) => hasPagesOf(row, kind))
  return (
    <>
      <div className="mt-5 mb-2 grid gap-1">
        <CoverageLegend documents={rows} kind={kind} onKind={setKind} />
        {kind === null ? null : (
          <p className="small soft" aria-live="polite">
            {formatCount(shown.length, 'document')} with pages “{SEGMENT_WORDS[kind]}”.{' '}
            <Button look="link" isSmall onClick={() => setKind(null)}>
              show all
            </Button>
          </p>
        )}
      </div>
      <DocumentTable documents={shown} {...table} />
      <WatchedFolders matter={table.matter} />
      <ScannedPages matter={table.matter} />
      <OtherFormats matter={table.matter} />
    </>
  )
}

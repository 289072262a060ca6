import { useMemo, useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { Opening } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter, useShell, useUploads } from '../state/shell-context.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { t } from '../../wording/translate.ts'
import { AddButtons } from './add-buttons.tsx'
import { FIRST_SORTING } from './arrange-documents.ts'
import { CoverageLegend, hasPagesOf, type SegmentKind } from './page-coverage.tsx'
import { DocumentTable } from './document-table.tsx'
import { HighlightHits, SearchHits } from './search-hits.tsx'
import { LibraryColumn, type Shown } from './library-column.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import { OtherFormats, ScannedPages } from './reading-options.tsx'
import { ReadingJob, UploadJobs } from './library-jobs.tsx'
import { type NamedDocument, useDocumentActions } from './document-actions.tsx'
import { SelectionBar, useSelection } from './selection-bar.tsx'
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
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })
  const progress = readings.get(matter.id) ?? readings.get(matter.matter)
  const areComing = useUploads().some((upload) => upload.matter === matter.id && upload.failure === null)
  const close = () => {
    setShown(null)
    document.querySelector<HTMLElement>('#work [aria-current="true"]')?.focus()
  }
  const removal = useRemoval(matter.id, (removed) => {
    if (removed.some(({ documentId }) => documentId === openedDocument(shown))) close()
  })
  const actions = useDocumentActions(matter.id, removal.ask)
  useKeys({ Escape: () => shown && close() }, settings.singleKeys)
  const rows = documents.value ?? []
  return (
    <>
      <LibraryTabs
        tab="documents"
        bar={<LibraryBar count={documents.value?.length ?? null} typed={typed} onTyped={setTyped} />}
      >
        <UploadJobs matter={matter.id} />
        {progress ? <ReadingJob progress={progress} areComing={areComing} /> : null}
        <FailureNote failure={documents.failure ?? actions.failure} />
        {question ? (
          <Found matter={matter.id} question={question} shown={shown} onShow={setShown} />
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

type FoundProps = {
  readonly matter: string
  readonly question: string
  readonly shown: Shown | null
  readonly onShow: (shown: Shown) => void
}

/** What a search finds: first what somebody marked. */
function Found({ matter, question, shown, onShow }: FoundProps) {
  return (
    <div className="above-3">
      <HighlightHits
        matter={matter}
        question={question}
        opened={shown?.kind === 'highlight' ? shown.highlight.highlightId : null}
        onOpen={(highlight) => onShow({ kind: 'highlight', highlight })}
      />
      <SearchHits
        matter={matter}
        question={question}
        opened={shown?.kind === 'hit' ? shown.hit : null}
        onOpen={(hit) => onShow({ kind: 'hit', hit })}
      />
    </div>
  )
}

function openedDocument(shown: Shown | null): string | null {
  return shown?.kind === 'document' ? shown.documentId : null
}

type BarProps = {
  /** Null until it is known. */
  readonly count: number | null
  readonly typed: string
  readonly onTyped: (text: string) => void
}

function LibraryBar({ count, typed, onTyped }: BarProps) {
  return (
    <Bar title={t('library.title')} sub={count === null ? '' : t('library.count', { count })}>
      <SearchField value={typed} onText={onTyped} />
      <AddButtons matter={useMatter()} look="bar" />
    </Bar>
  )
}

function SearchField({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  return (
    <input
      type="search"
      autoComplete="off"
      className="bar-search"
      aria-label={t('library.search')}
      placeholder={t('library.searchPlaceholder')}
      value={value}
      onChange={({ target }) => onText(target.value)}
    />
  )
}

type DocumentsProps = Omit<
  React.ComponentProps<typeof DocumentTable>,
  'documents' | 'selection' | 'sorting' | 'onSort'
> & {
  readonly isKnown: boolean
  readonly rows: readonly DocumentRow[]
}

function Documents({ isKnown, rows, ...table }: DocumentsProps) {
  const matter = useMatter()
  const [kind, setKind] = useState<SegmentKind | null>(null)
  const [sorting, setSorting] = useState(FIRST_SORTING)
  const shown = useMemo(() => (kind === null ? rows : rows.filter((row) => hasPagesOf(row, kind))), [rows, kind])
  const selection = useSelection(shown)
  if (!isKnown) return <Opening>{t('library.opening')}</Opening>
  if (rows.length === 0)
    return (
      <div className="stack-2 start-items no-documents">
        <h2 className="question">{t('library.empty.title')}</h2>
        <p className="soft">{t('library.empty.hint')}</p>
        <AddButtons matter={matter} look="empty" />
        <WatchedFolders matter={table.matter} />
      </div>
    )
  return (
    <>
      <div className="above-5 below-2 stack-1">
        <CoverageLegend documents={rows} kind={kind} onKind={setKind} />
        {kind === null ? null : (
          <p className="small soft" aria-live="polite">
            {t(`library.narrowed.${kind}`, { count: shown.length })}{' '}
            <Button look="link" isSmall onClick={() => setKind(null)}>
              {t('library.showAll')}
            </Button>
          </p>
        )}
      </div>
      <SelectionBar selection={selection} actions={table.actions} />
      <DocumentTable documents={shown} {...{ sorting, selection }} onSort={setSorting} {...table} />
      <WatchedFolders matter={table.matter} />
      <ScannedPages matter={table.matter} />
      <OtherFormats matter={table.matter} />
    </>
  )
}

type OnRemoved = (removed: readonly NamedDocument[]) => void

/** Asks before documents are removed: `dialog` is to be shown, `ask` opens it. */
function useRemoval(matter: string, onRemoved: OnRemoved) {
  const [rows, setRows] = useState<readonly NamedDocument[]>([])
  const dialog =
    rows.length > 0 ? (
      <RemoveDocuments matter={matter} rows={rows} onRemoved={onRemoved} onClose={() => setRows([])} />
    ) : null
  return { dialog, ask: setRows }
}

type RemoveDocumentsProps = {
  readonly matter: string
  readonly rows: readonly NamedDocument[]
  readonly onRemoved: OnRemoved
  readonly onClose: () => void
}

/** Removes documents, after saying what goes with them. */
function RemoveDocuments({ matter, rows, onRemoved, onClose }: RemoveDocumentsProps) {
  const client = useClient()
  const [first] = rows
  const remove = async () => {
    for (const { documentId } of rows) await client.library.remove({ matter, document: documentId })
  }
  return (
    <ConfirmRemoval
      title={
        first && rows.length === 1
          ? t('library.remove.ask', { document: first.document })
          : t('library.remove.askSeveral', { count: rows.length })
      }
      work={remove}
      kept={t(rows.length === 1 ? 'library.remove.kept' : 'library.remove.othersKept')}
      onDone={() => onRemoved(rows)}
      onClose={onClose}
    >
      {rows.length === 1 ? null : (
        <ul className="small soft removed-names">
          {rows.map(({ documentId, document }) => (
            <li key={documentId}>{document}</li>
          ))}
        </ul>
      )}
      <p className="soft">{t(rows.length === 1 ? 'library.remove.whatGoes' : 'library.remove.whatGoesOfSeveral')}</p>
    </ConfirmRemoval>
  )
}

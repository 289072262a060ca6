import { useId, useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import type { Matter } from '../../contract/matter.ts'
import type { SheetGoal } from '../../contract/knowledge/sheet.ts'
import { t } from '../../wording/translate.ts'
import { Modal } from '../parts/modal.tsx'
import { sheetPlace } from '../sheets/use-sheet-work.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { comparePlace, DRAFTS_TABS, entranceOf, type Place, PLACES } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'

type Props = {
  readonly onClose: () => void
  readonly onNewMatter: () => void
  readonly onDocument: (documentId: string) => void
}

/** Go to a matter, a place, a document or a case sheet of this matter, or make a matter, by a few letters of its name. */
export function Palette({ onClose, onNewMatter, onDocument }: Props) {
  const { go } = useNavigation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = findEntries(useEntries(), words)
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.to === null) return onNewMatter()
    go(entry.to)
    if (entry.document) onDocument(entry.document)
  }
  const press = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) setAt((last) => Math.min(found.length - 1, Math.max(0, last + step)))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <Modal title={t('frame.palette.title')} onClose={onClose}>
      <input
        type="text"
        autoComplete="off"
        role="combobox"
        aria-label={t('frame.palette.label')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      {found.length > 0 ? null : <p className="soft">{t('frame.palette.none')}</p>}
      <ul className="menu" role="listbox" id={list} aria-label={t('frame.palette.found')}>
        {found.map((entry, index) => (
          <li
            key={entry.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => choose(entry)}
          >
            <span>{entry.word}</span>
            <span className="muted small">{t(`frame.palette.kinds.${entry.kind}`)}</span>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

function useEntries(): readonly PaletteEntry[] {
  const { matter, matters } = useShell()
  const input = matter && { matter: matter.id }
  const documents = useLoaded((of) => of.library.documents, input)
  const goals = useLoaded((of) => of.sheet.goals, input)
  return paletteEntries(matter, matters, documents.value ?? [], goals.value ?? [])
}

type PaletteEntry = {
  readonly key: string
  readonly word: string
  readonly kind: 'place' | 'action' | 'matter' | 'document' | 'sheet'
  /** Null: it leads to the making of a matter. */
  readonly to: Partial<Place> | null
  /** A document to be opened there. */
  readonly document?: string
}

const AT_MOST = 12

/** What the words find, places first; every word must occur in the entry. */
export function findEntries(entries: readonly PaletteEntry[], words: string): readonly PaletteEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ word }) => wanted.every((part) => word.toLowerCase().includes(part))).slice(0, AT_MOST)
}

export function paletteEntries(
  matter: Matter | null,
  matters: readonly Matter[],
  documents: readonly DocumentRow[],
  goals: readonly SheetGoal[],
): readonly PaletteEntry[] {
  const places = PLACES.filter(({ needsMatter }) => matter || !needsMatter).map(
    ({ name }): PaletteEntry => ({
      key: name,
      word: t(`window.places.${name}`),
      kind: 'place',
      to: entranceOf(name),
    }),
  )
  const home: PaletteEntry = {
    key: 'matters',
    word: t('frame.palette.allMatters'),
    kind: 'place',
    to: { name: 'matters' },
  }
  const create: PaletteEntry = { key: 'new-matter', word: t('matters.create'), kind: 'action', to: null }
  const [views, comparing] = matter ? draftEntries(documents) : [[], []]
  const others = matters.map(
    ({ id, matter: word }): PaletteEntry => ({
      key: id,
      word,
      kind: 'matter',
      to: { name: 'ask', matter: id, answer: null },
    }),
  )
  const files = documents.map(
    ({ documentId, document }): PaletteEntry => ({
      key: documentId,
      word: document,
      kind: 'document',
      to: { name: 'library', libraryTab: 'documents' },
      document: documentId,
    }),
  )
  const sheets = goals.map(
    ({ goal, pack, title }): PaletteEntry => ({
      key: `${pack}/${goal}`,
      word: title,
      kind: 'sheet',
      to: sheetPlace(matter?.id ?? '', goal),
    }),
  )
  return [...places, home, create, ...views, ...others, ...files, ...sheets, ...comparing]
}

/** What can be done in Drafts, and with each document there. */
function draftEntries(documents: readonly DocumentRow[]) {
  const views = DRAFTS_TABS.map(
    (tab): PaletteEntry => ({
      key: `drafts ${tab}`,
      word: t(`drafts.tabs.${tab}`),
      kind: 'action',
      to: { name: 'drafts', draftsTab: tab, draft: null, earlier: null, later: null },
    }),
  )
  const comparing = documents
    .filter(({ characters }) => characters > 0)
    .map(
      ({ documentId, document }): PaletteEntry => ({
        key: `compare ${documentId}`,
        word: t('frame.palette.compare', { document }),
        kind: 'action',
        to: comparePlace(documentId),
      }),
    )
  return [views, comparing] as const
}

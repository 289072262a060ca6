import type { DocumentRow } from '../../contract/document.ts'
import { locale } from '../../wording/translate.ts'
import { DOCUMENT_STATES, isSettled } from './document-states.ts'

/** `attention`: what needs a person first, then what is under way, then what is done. */
export type SortKey = 'attention' | 'name' | 'pages' | 'added'

export type Sorting = { readonly by: SortKey; readonly isReversed: boolean }

export const FIRST_SORTING: Sorting = { by: 'attention', isReversed: false }

/** The sorting once the head of a column is pressed: by that column, and the other way round the second time. */
export function pressedSorting({ by, isReversed }: Sorting, pressed: SortKey): Sorting {
  return { by: pressed, isReversed: by === pressed && !isReversed }
}

/** A row of the table, and how deep it lies in other documents: 0 for one that was added itself. */
export type ArrangedRow = { readonly row: DocumentRow; readonly depth: number; readonly parent: DocumentRow | null }

/** The documents that came from one folder, with what lies in them. `path` is empty for those that came alone. */
export type Folder = { readonly path: string; readonly rows: readonly ArrangedRow[] }

/** In order, by name where they are alike otherwise. What lies in a document stands below it and goes with it. */
export function arrangeDocuments(
  rows: readonly DocumentRow[],
  sorting: Sorting = FIRST_SORTING,
): readonly ArrangedRow[] {
  const byId = new Map(rows.map((row) => [row.documentId, row]))
  const children = Map.groupBy(rows, ({ parent }) => (parent !== null && byId.has(parent) ? parent : null))
  // A mail whose attachment failed is among the first.
  const urgency = (row: DocumentRow): number =>
    Math.min(rankOf(row), ...(children.get(row.documentId) ?? []).map((child) => urgency(child)))
  const compare = comparison(sorting, urgency)
  const below = (parent: string | null, depth: number): readonly ArrangedRow[] =>
    (children.get(parent) ?? [])
      .toSorted(compare)
      .flatMap((row) => [
        { row, depth, parent: parent === null ? null : (byId.get(parent) ?? null) },
        ...below(row.documentId, depth + 1),
      ])
  return below(null, 0)
}

/**
 * The same by the folders that the documents came from: first those that came alone, then the folders by name, or, where it goes by
 * attention, first the one that needs it most.
 */
export function inFolders(rows: readonly DocumentRow[], sorting: Sorting): readonly Folder[] {
  const folders = new Map<string, ArrangedRow[]>()
  let path = ''
  for (const arranged of arrangeDocuments(rows, sorting)) {
    if (arranged.depth === 0) path = folderOf(arranged.row)
    folders.set(path, [...(folders.get(path) ?? []), arranged])
  }
  const found = [...folders].map(([name, inside]) => ({ path: name, rows: inside }))
  const { by, isReversed } = sorting
  const urgency = (folder: Folder) => (by === 'attention' ? Math.min(...folder.rows.map(({ row }) => rankOf(row))) : 0)
  const sign = isReversed && (by === 'attention' || by === 'name') ? -1 : 1
  return found.toSorted((one, other) => {
    if (one.path === '' || other.path === '') return one.path === '' ? -1 : 1
    return sign * (urgency(one) - urgency(other) || byName(one.path, other.path))
  })
}

/** The folder in the path of a document that was added itself: `Letters` of `Letters/Echo.pdf`. */
export function folderOf({ document, parent }: Pick<DocumentRow, 'document' | 'parent'>): string {
  const at = document.lastIndexOf('/')
  return parent !== null || at < 0 ? '' : document.slice(0, at)
}

type Compare = (one: DocumentRow, other: DocumentRow) => number

function comparison({ by, isReversed }: Sorting, urgency: (row: DocumentRow) => number): Compare {
  const compare: Readonly<Record<SortKey, Compare>> = {
    attention: (one, other) => urgency(one) - urgency(other),
    name: (one, other) => byName(one.document, other.document),
    // The longest and the newest first: these are looked for.
    pages: (one, other) => other.pages - one.pages,
    added: (one, other) => other.addedAt.localeCompare(one.addedAt),
  }
  return (one, other) => (isReversed ? -1 : 1) * compare[by](one, other) || byName(one.document, other.document)
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, locale(), { numeric: true })
}

const RANKS = Object.keys(DOCUMENT_STATES)

function rankOf(row: DocumentRow): number {
  const { state } = row
  return RANKS.indexOf(isSettled(row) || state === 'unchanged' ? 'ready' : state)
}

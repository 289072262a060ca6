import type { DocumentRow } from '../../contract/document.ts'
import { perLocale } from '../../wording/translate.ts'
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
  const compare = comparison(sorting, urgencies(children))
  const arranged: ArrangedRow[] = []
  const addInside = (parent: DocumentRow | null, depth: number) => {
    for (const row of (children.get(parent?.documentId ?? null) ?? []).toSorted(compare)) {
      arranged.push({ row, depth, parent })
      addInside(row, depth + 1)
    }
  }
  addInside(null, 0)
  return arranged
}

type Children = ReadonlyMap<string | null, readonly DocumentRow[]>

/** How urgent each document is, with all that lies in it: a mail whose attachment failed is among the first. */
function urgencies(children: Children): ReadonlyMap<DocumentRow, number> {
  const found = new Map<DocumentRow, number>()
  const find = (row: DocumentRow): number => {
    const urgency = (children.get(row.documentId) ?? []).reduce(
      (least, child) => Math.min(least, find(child)),
      rankOf(row),
    )
    found.set(row, urgency)
    return urgency
  }
  children.get(null)?.forEach(find)
  return found
}

/**
 * The same by the folders that the documents came from: first those that came alone, then the folders by name, or, where it goes by
 * attention, first the one that needs it most.
 */
export function inFolders(rows: readonly DocumentRow[], sorting: Sorting): readonly Folder[] {
  const folders = new Map<string, ArrangedRow[]>()
  let inside: ArrangedRow[] = []
  for (const arranged of arrangeDocuments(rows, sorting)) {
    if (arranged.depth === 0) {
      const path = folderOf(arranged.row)
      inside = folders.get(path) ?? []
      folders.set(path, inside)
    }
    inside.push(arranged)
  }
  const { by, isReversed } = sorting
  const ranks = new Map([...folders].map(([path, all]) => [path, by === 'attention' ? firstRank(all) : 0]))
  const rank = (path: string) => ranks.get(path) ?? 0
  const sign = isReversed && (by === 'attention' || by === 'name') ? -1 : 1
  const byName = collator().compare
  return [...folders.keys()]
    .toSorted((one, other) => {
      if (one === '' || other === '') return one === '' ? -1 : 1
      return sign * (rank(one) - rank(other) || byName(one, other))
    })
    .map((path) => ({ path, rows: folders.get(path) ?? [] }))
}

/** A line of the table: the head of a folder, or a document. */
export type Line =
  | { readonly kind: 'folder'; readonly folder: Folder; readonly isOpen: boolean }
  | ({ readonly kind: 'document' } & ArrangedRow)

/** From top to bottom, without what lies in closed folders. */
export function linesOf(folders: readonly Folder[], closed: readonly string[]): readonly Line[] {
  return folders.flatMap((folder): readonly Line[] => {
    const isOpen = !closed.includes(folder.path)
    const head = folder.path === '' ? [] : [{ kind: 'folder', folder, isOpen } as const]
    return [...head, ...(isOpen ? folder.rows.map((arranged) => ({ kind: 'document', ...arranged }) as const) : [])]
  })
}

/** The folder in the path of a document that was added itself: `Letters` of `Letters/Echo.pdf`. */
export function folderOf({ document, parent }: Pick<DocumentRow, 'document' | 'parent'>): string {
  const at = document.lastIndexOf('/')
  return parent !== null || at < 0 ? '' : document.slice(0, at)
}

type Compare = (one: DocumentRow, other: DocumentRow) => number

function comparison({ by, isReversed }: Sorting, urgencyOf: ReadonlyMap<DocumentRow, number>): Compare {
  const compareNames = collator().compare
  const urgency = (row: DocumentRow) => urgencyOf.get(row) ?? rankOf(row)
  const byName: Compare = (one, other) => compareNames(one.document, other.document)
  const compare: Readonly<Record<SortKey, Compare>> = {
    attention: (one, other) => urgency(one) - urgency(other),
    name: byName,
    // The longest and the newest first: these are looked for.
    pages: (one, other) => other.pages - one.pages,
    added: (one, other) => compareNames(other.addedAt, one.addedAt),
  }
  return (one, other) => (isReversed ? -1 : 1) * compare[by](one, other) || byName(one, other)
}

/** `Lease 9.pdf` before `Lease 10.pdf`. */
const collator = perLocale((tag) => new Intl.Collator(tag, { numeric: true }))

const RANKS = Object.keys(DOCUMENT_STATES)

function rankOf(row: DocumentRow): number {
  const { state } = row
  return RANKS.indexOf(isSettled(row) || state === 'unchanged' ? 'ready' : state)
}

function firstRank(rows: readonly ArrangedRow[]): number {
  return rows.reduce((least, { row }) => Math.min(least, rankOf(row)), Infinity)
}

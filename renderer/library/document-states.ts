import type { DocumentRow, DocumentState } from '../../contract/document.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/state-mark.tsx'

type Look = { readonly shape: Shape; readonly tone: Tone; readonly word: string }

export const DOCUMENT_STATES: Readonly<Record<DocumentState, Look>> = {
  failed: { shape: 'failed', tone: 'bad', word: 'failed' },
  partial: { shape: 'partial', tone: 'warn', word: 'partial' },
  'needs-password': { shape: 'lock', tone: 'warn', word: 'needs password' },
  recognising: { shape: 'running', tone: 'info', word: 'recognising' },
  reading: { shape: 'running', tone: 'info', word: 'reading' },
  checking: { shape: 'running', tone: 'info', word: 'checking' },
  splitting: { shape: 'running', tone: 'info', word: 'splitting' },
  embedding: { shape: 'running', tone: 'info', word: 'embedding' },
  paused: { shape: 'paused', tone: 'idle', word: 'paused' },
  queued: { shape: 'queued', tone: 'idle', word: 'queued' },
  unsupported: { shape: 'none', tone: 'idle', word: 'unsupported' },
  ready: { shape: 'ready', tone: 'ok', word: 'ready' },
  unchanged: { shape: 'ready', tone: 'ok', word: 'unchanged' },
}

/** A row of the table, and how deep it lies in other documents: 0 for one that was added itself. */
export type ArrangedRow = { readonly row: DocumentRow; readonly depth: number; readonly parent: DocumentRow | null }

/**
 * What needs a person first, then what is under way, then what is done; by name within that. What lies in a document stands
 * below it and goes with it: a mail whose attachment failed is among the first.
 */
export function arrangeDocuments(rows: readonly DocumentRow[]): readonly ArrangedRow[] {
  const byId = new Map(rows.map((row) => [row.documentId, row]))
  const children = Map.groupBy(rows, ({ parent }) => (parent !== null && byId.has(parent) ? parent : null))
  const urgency = (row: DocumentRow): number =>
    Math.min(rankOf(row), ...(children.get(row.documentId) ?? []).map((child) => urgency(child)))
  const below = (parent: string | null, depth: number): readonly ArrangedRow[] =>
    (children.get(parent) ?? [])
      .map((row) => ({ row, rank: urgency(row) }))
      .toSorted((one, other) => one.rank - other.rank || one.row.document.localeCompare(other.row.document, 'en'))
      .flatMap(({ row }) => [
        { row, depth, parent: parent === null ? null : (byId.get(parent) ?? null) },
        ...below(row.documentId, depth + 1),
      ])
  return below(null, 0)
}

function rankOf({ state }: DocumentRow): number {
  return Object.keys(DOCUMENT_STATES).indexOf(state === 'unchanged' ? 'ready' : state)
}

/** The small line under a document's name: where it lies, why it failed, what was noticed; empty where all is well. */
export function documentNote(row: DocumentRow, parent: DocumentRow | null = null): string {
  const parts = [
    parent ? `in: ${parent.document}` : '',
    row.error?.message ?? (row.warnings.length > 0 ? row.warnings.join('; ') : meaningNote(row)),
    row.sameAs ? `same file as ${row.sameAs}` : '',
  ]
  // Warnings are sentences: after a full stop no semicolon.
  return parts.filter(Boolean).join('; ').replaceAll('.; ', '. ')
}

function meaningNote({ state, passages, passagesEmbedded }: DocumentRow): string {
  const isDone = state === 'ready' || state === 'partial'
  return isDone && passagesEmbedded > 0 && passagesEmbedded < passages
    ? `found by words; ${passagesEmbedded} of ${passages} passages by meaning as well`
    : ''
}

/** What a document is called below the one that it lies in. */
export function rowName({ document }: DocumentRow, parent: DocumentRow | null): string {
  return parent && document.startsWith(`${parent.document}/`) ? document.slice(parent.document.length + 1) : document
}

const ON_THE_WAY: readonly DocumentState[] = [
  'queued',
  'checking',
  'reading',
  'recognising',
  'splitting',
  'embedding',
  'paused',
]

/** Still to be read: questions do not find it yet, or only as it was before. */
export function isOnTheWay({ state }: DocumentRow): boolean {
  return ON_THE_WAY.includes(state)
}

/** Whether a password would open it; some locked files cannot be opened here even with theirs. */
export function takesPassword({ state, error }: DocumentRow): boolean {
  return state === 'needs-password' && error?.retry !== false
}

export function canRetry({ state, error }: DocumentRow): boolean {
  return (state === 'failed' && error?.retry !== false) || state === 'partial'
}

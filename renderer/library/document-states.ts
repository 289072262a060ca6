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

/** What needs a person first, then what is under way, then what is done; by name within that. */
export function sortDocuments(rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const order = Object.keys(DOCUMENT_STATES)
  const rank = (row: DocumentRow) => (row.state === 'unchanged' ? order.indexOf('ready') : order.indexOf(row.state))
  return rows.toSorted((one, other) => rank(one) - rank(other) || one.document.localeCompare(other.document, 'en'))
}

/** The small line under a document's name: why it failed, what was noticed; empty where all is well. */
export function documentNote({ error, warnings, state, passages, passagesEmbedded }: DocumentRow): string {
  if (error) return error.message
  if (warnings.length > 0) return warnings.join('; ')
  const isDone = state === 'ready' || state === 'partial'
  if (isDone && passagesEmbedded > 0 && passagesEmbedded < passages)
    return `found by words; ${passagesEmbedded} of ${passages} passages by meaning as well`
  return ''
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

export function canRetry({ state, error }: DocumentRow): boolean {
  return (state === 'failed' && error?.retry !== false) || state === 'partial'
}

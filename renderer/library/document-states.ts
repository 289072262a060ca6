import type { DocumentRow, DocumentState } from '../../contract/document.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/marks.tsx'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

type Look = { readonly shape: Shape; readonly tone: Tone }

export const DOCUMENT_STATES: Readonly<Record<DocumentState, Look>> = {
  failed: { shape: 'failed', tone: 'bad' },
  partial: { shape: 'partial', tone: 'warn' },
  'needs-password': { shape: 'lock', tone: 'warn' },
  recognising: { shape: 'running', tone: 'info' },
  reading: { shape: 'running', tone: 'info' },
  checking: { shape: 'running', tone: 'info' },
  splitting: { shape: 'running', tone: 'info' },
  embedding: { shape: 'running', tone: 'info' },
  paused: { shape: 'paused', tone: 'idle' },
  queued: { shape: 'queued', tone: 'idle' },
  unsupported: { shape: 'none', tone: 'idle' },
  ready: { shape: 'ready', tone: 'ok' },
  unchanged: { shape: 'ready', tone: 'ok' },
}

/** How it is shown that a document is read; one in which nothing stands is nothing that answers could come from. */
export function stateShown(row: DocumentRow): Look & { readonly words: string } {
  if (isWithoutText(row)) return { ...WITHOUT_TEXT, words: t('library.withoutText.state') }
  return { ...DOCUMENT_STATES[row.state], words: t(`library.states.${row.state}`) }
}

const WITHOUT_TEXT: Look = { shape: 'none', tone: 'warn' }

function isWithoutText({ state, pages, pagesEmpty }: DocumentRow): boolean {
  return (state === 'ready' || state === 'unchanged') && pages > 0 && pagesEmpty === pages
}

/** The small line under a document's name: where it lies, why it failed, what was noticed; empty where all is well. */
export function documentNote(row: DocumentRow, parent: DocumentRow | null = null): string {
  const sentences = [
    parent ? t('library.notes.inside', { document: parent.document }) : '',
    row.accepted ? t('library.notes.accepted') : '',
    row.error ? messageText(row.error.message) : noticeWords(row) || emptyNote(row) || meaningNote(row),
    row.sameAs ? t('library.notes.sameAs', { document: row.sameAs }) : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

function noticeWords({ notices }: DocumentRow): string {
  return notices.map(({ text }) => messageText(text)).join(' ')
}

function emptyNote(row: DocumentRow): string {
  return isWithoutText(row) ? t('library.withoutText.note') : ''
}

function meaningNote({ state, passages, passagesEmbedded }: DocumentRow): string {
  const isDone = state === 'ready' || state === 'partial'
  return isDone && passagesEmbedded > 0 && passagesEmbedded < passages
    ? t('library.notes.partlyByMeaning', { done: passagesEmbedded, passages })
    : ''
}

/** How the passages of a document can be found. */
export function passageWords({ passages, passagesEmbedded }: DocumentRow): string {
  if (passages === 0) return t('library.passages.none')
  if (passagesEmbedded === 0) return t('library.passages.byWords', { count: passages })
  if (passagesEmbedded < passages)
    return t('library.passages.partlyByMeaning', { count: passages, done: passagesEmbedded })
  return t('library.passages.byMeaning', { count: passages })
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

/** The user knows that something is missing, and wants to hear no more of it. */
export function isSettled({ accepted, error }: DocumentRow): boolean {
  return accepted || error?.code === 'cancelled'
}

/** What the row of a document offers; its panel offers all that can be done. */
export function rowAction(row: DocumentRow): 'retry' | 'replace' | 'skip' | 'remove' | null {
  if (isOnTheWay(row)) return 'skip'
  if (row.accepted) return null
  if (row.state === 'needs-password') return 'skip'
  if (row.state === 'failed' && canRetry(row)) return 'retry'
  if (row.state === 'failed' || row.state === 'partial')
    return canReplace(row) ? 'replace' : canRetry(row) ? 'retry' : null
  return row.state === 'unsupported' ? 'remove' : null
}

/** What lies in another document would come back with it. */
export function canReplace(row: DocumentRow): boolean {
  return row.parent === null && !isOnTheWay(row)
}

/** How many pages can be used though others are missing; null where there is nothing to accept. */
export function acceptablePages({ accepted, state, ...counts }: DocumentRow): number | null {
  const read = counts.pagesWithText + counts.pagesByOcr
  if (accepted || read === 0 || (state !== 'partial' && state !== 'failed')) return null
  return read
}

export function canRetry({ state, error }: DocumentRow): boolean {
  return (state === 'failed' && error?.retry !== false) || state === 'partial'
}

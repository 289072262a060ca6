import { message } from '../../../wording/message.ts'
import type { AddEvent, ReadFailure } from '../../../contract/document.ts'
import type { DocumentRow } from '../../../store/matter/document-rows.ts'

export type Ended = { readonly state: DocumentRow['state']; readonly pages: number }

type DocumentEnd = Extract<AddEvent, { type: 'document-end' }>

export function documentEnd(
  path: string,
  { state, trouble }: { readonly state: DocumentRow['state']; readonly trouble?: ReadFailure },
  row: DocumentRow,
): DocumentEnd {
  const { document, pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed, characters, passages, error, notices } =
    row
  const coverage = { pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed }
  return {
    type: 'document-end',
    path,
    document,
    state,
    ...coverage,
    characters,
    passages,
    error: trouble ?? error,
    notices,
  }
}

/** Of a document that was removed while it was waiting or being read. */
export function removedEnd(path: string): DocumentEnd {
  return {
    type: 'document-end',
    path,
    document: path,
    state: 'failed',
    pages: 0,
    pagesWithText: 0,
    pagesByOcr: 0,
    pagesEmpty: 0,
    pagesFailed: 0,
    characters: 0,
    passages: 0,
    notices: [],
    error: { code: 'cancelled', message: message('unread.removed'), retry: false },
  }
}

/** The counts add up to `documents`; `paused` are those that were held back; `leftOut` come on top. */
export function addEnd(ended: readonly Ended[], leftOut: number, seconds: number): AddEvent {
  const count = (state: DocumentRow['state']) => ended.filter((one) => one.state === state).length
  return {
    type: 'add-end',
    documents: ended.length,
    ready: count('ready'),
    partial: count('partial'),
    failed: count('failed'),
    paused: count('paused'),
    unchanged: count('unchanged'),
    needsPassword: count('needs-password'),
    unsupported: count('unsupported'),
    leftOut,
    pages: ended.reduce((sum, { pages }) => sum + pages, 0),
    seconds,
  }
}

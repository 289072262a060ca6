import { message } from '../../../wording/message.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { ReadFailure } from '../../../contract/document.ts'
import type { Listeners } from '../../../processes/listeners.ts'
import type { DocumentState } from '../../../store/matter/document-rows.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import { shownState } from '../publish-reading.ts'
import { splitKey } from '../reading-options.ts'
import type { ReadingEvent } from './reading-event.ts'

/** A document whose reading the user stopped. */
export const CANCELLED: ReadFailure = { code: 'cancelled', message: message('unread.stopped'), retry: true }

const UNDER_WAY: readonly DocumentState[] = ['checking', 'reading', 'recognising', 'splitting', 'embedding']

/** What documents look like while their jobs wait. Each change of many is one transaction. */
export interface DocumentMarks {
  queued(documentIds: readonly string[]): void
  held(documentIds: readonly string[]): void
  /** Held back by something that no document is to blame for. Tells so even where the store is too full to be changed. */
  troubled(documentIds: readonly string[], trouble: ReadFailure): void
  /** Of those that were held. */
  released(documentIds: readonly string[]): void
  /** Of those that a kill left in the middle of a stage. */
  interrupted(documentIds: readonly string[]): void
  /** An earlier version that can be read stays what it was. */
  cancelled(documentIds: readonly string[]): void
}

export function createDocumentMarks(store: MatterStore<Answer>, events: Listeners<ReadingEvent>): DocumentMarks {
  const { documents, database } = store
  const mark = (documentIds: readonly string[], state: DocumentState, from?: readonly DocumentState[]) =>
    database.transaction(() => {
      for (const documentId of documentIds)
        if (!from || from.includes(documents.get(documentId, null).state)) documents.change(documentId, { state })
    })
  /** Pages that were still to be read by OCR are not wanted any longer. */
  const ocrPagesOf = (textVersionId: number | null) =>
    textVersionId === null ? [] : splitKey(store.textVersions.get(textVersionId).options).pages
  return {
    queued: (documentIds) =>
      database.transaction(() => {
        for (const documentId of documentIds) documents.change(documentId, { state: 'queued', error: null })
      }),
    held(documentIds) {
      mark(documentIds, 'paused')
      for (const documentId of documentIds) events.tell({ type: 'end', documentId, state: 'paused' })
    },
    troubled(documentIds, trouble) {
      for (const documentId of documentIds) events.tell({ type: 'end', documentId, state: 'paused', trouble })
      database.transaction(() => {
        for (const documentId of documentIds) documents.change(documentId, { state: 'paused', error: trouble })
      })
    },
    released: (documentIds) => mark(documentIds, 'queued', ['paused']),
    interrupted: (documentIds) => mark(documentIds, 'queued', UNDER_WAY),
    cancelled(documentIds) {
      database.transaction(() => {
        for (const documentId of documentIds) {
          const { textVersionId } = documents.get(documentId, null)
          const stays = textVersionId === null ? null : shownState(store, textVersionId)
          documents.change(documentId, {
            ...(stays ?? { state: 'failed', error: CANCELLED }),
            ocrPages: ocrPagesOf(textVersionId),
          })
        }
      })
      for (const documentId of documentIds) events.tell({ type: 'end', documentId, state: 'failed' })
    },
  }
}

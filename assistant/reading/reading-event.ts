import type { DocumentState } from '../../contract/document.ts'

/** What happens to a document on its way; `end` comes once for each time that its job is begun, cancelled or paused. */
export type ReadingEvent = {
  readonly type: 'start' | 'change' | 'end'
  readonly documentId: string
  readonly state: DocumentState
}

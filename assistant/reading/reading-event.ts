import type { DocumentState } from '../../contract/document.ts'

/**
 * What happens to a document on its way; `end` comes once for each time that its job is begun, cancelled or paused. `queue`:
 * the queue as a whole was paused or goes on.
 */
export type ReadingEvent =
  | { readonly type: 'queue' }
  | { readonly type: 'start' | 'change' | 'end'; readonly documentId: string; readonly state: DocumentState }

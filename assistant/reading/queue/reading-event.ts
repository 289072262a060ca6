import type { DocumentState, ReadFailure } from '../../../contract/document.ts'

/**
 * What happens to a document on its way; `end` comes once for each time that its job is begun, cancelled or paused. `queue`:
 * the queue as a whole was paused, goes on, or rests since nothing waits.
 */
export type ReadingEvent =
  | { readonly type: 'queue' }
  | { readonly type: 'start' | 'change'; readonly documentId: string; readonly state: DocumentState }
  | {
      readonly type: 'end'
      readonly documentId: string
      readonly state: DocumentState
      /** Why it is held back, where no document is to blame; the store may be too full to say so. */
      readonly trouble?: ReadFailure
    }

import type { CommentRequest } from '../write/comment-docx.ts'
import type { Redlined, RedlineRequest } from '../write/redline-docx.ts'
import type { PagePicture } from './image/page-picture.ts'
import type { ReadFailedError } from './read-failure.ts'
import type { ReadRequest, ReadResult } from './read-page.ts'
import type { ReadItem } from './read-source.ts'

/** The code under which a `ReadFailedError` crosses to the parent, its data as those of a `RemoteError`. */
export const READ_FAILED = 'READ_FAILED'
export type ReadFailedData = Pick<ReadFailedError, 'failure' | 'unread'>

/** What the reader process can be asked. A process holds one document: `begin`, then its bytes in order, then one of the others. */
export type ReaderMethods = {
  begin: { input: { readonly sizeBytes: number; readonly memoryMb: number }; item: never; result: null }
  bytes: { input: { readonly chunk: Uint8Array }; item: never; result: null }
  read: {
    input: ReadRequest
    item: ReadItem
    /** `residentMb`: what the process holds afterwards; large processes are replaced before the next document. */
    result: { readonly read: ReadResult; readonly residentMb: number }
  }
  /** A page of an image (from 1) in a form that browsers draw. */
  picture: { input: { readonly page: number }; item: never; result: PagePicture }
  /** The same Word file with comments. */
  comment: { input: CommentRequest; item: never; result: Uint8Array }
  /** A Word file with insertions and deletions. */
  redline: { input: RedlineRequest; item: never; result: Redlined }
}

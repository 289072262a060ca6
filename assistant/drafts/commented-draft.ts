import { wholeText } from '../../compare/compared-text.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import type { RemoteWriter } from '../../library/remote-reader.ts'
import type { DocumentComment } from '../../library/write/comment-docx.ts'
import { plainBlocks } from '../paper/plain-block.ts'
import { writePlainDocx } from '../paper/write-plain-docx.ts'
import { type FileWithPages, isWordFile, sourceOf, wordName } from './word-file.ts'

/**
 * A draft as a Word file with comments. Offsets are those of its text, the form feeds between its pages included. A Word file keeps all that it
 * has; of others, and of one that cannot be written into (locked, damaged), a plain one is made of the text.
 */
export async function commentedDraft(
  writer: RemoteWriter,
  draft: FileWithPages,
  comments: readonly DocumentComment[],
  signal?: AbortSignal,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const request = { text: wholeText(draft.pages), comments }
  const name = wordName(draft.name)
  if (isWordFile(draft)) {
    try {
      return { name, bytes: await writer.comment(sourceOf(draft), request, signal) }
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
    }
  }
  const plain = await writePlainDocx(plainBlocks(draft.pages))
  return { name, bytes: await writer.comment(sourceOf({ name, bytes: plain }), request, signal) }
}

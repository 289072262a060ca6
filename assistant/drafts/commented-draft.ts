import { wholeText } from '../../compare/compared-text.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import type { RemoteWriter } from '../../library/remote-reader.ts'
import type { DocumentComment } from '../../library/write/comment-docx.ts'
import type { RedlineAuthor } from '../../library/write/redline-part.ts'
import type { Message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { plainBlocks, writePlainDocx } from '../paper/write-plain-docx.ts'
import { type FileWithPages, isWordFile, sourceOf, wordName } from './word-file.ts'

type Comments = { readonly comments: readonly DocumentComment[]; readonly by: RedlineAuthor }

/**
 * A draft as a Word file with comments. Offsets are those of its text, the form feeds between its pages included. A Word file keeps all that it
 * has; of others a plain one is made of the text. So it is of one that cannot be written into (locked, damaged): its first comment then
 * says that its look is lost, and why.
 */
export async function commentedDraft(
  writer: RemoteWriter,
  draft: FileWithPages,
  { comments, by }: Comments,
  signal?: AbortSignal,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const text = wholeText(draft.pages)
  const name = wordName(draft.name)
  const lost: DocumentComment[] = []
  if (isWordFile(draft)) {
    try {
      return { name, bytes: await writer.comment(sourceOf(draft), { text, comments }, signal) }
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
      lost.push(lostLook(draft.name, error.failure.message, by))
    }
  }
  const plain = sourceOf({ name, bytes: await writePlainDocx(plainBlocks(draft.pages)) })
  return { name, bytes: await writer.comment(plain, { text, comments: [...lost, ...comments] }, signal) }
}

/** At the beginning of the text. */
function lostLook(draft: string, why: Message, { name, date }: RedlineAuthor): DocumentComment {
  const text = t('draftCheck.paper.lostLook', { draft, why: messageText(why) })
  return { start: 0, end: 0, text, author: name, date }
}

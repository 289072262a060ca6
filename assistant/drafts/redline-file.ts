import type { AlignedParts } from '../../compare/compared-text.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import type { RemoteWriter } from '../../library/remote-reader.ts'
import { type RedlineAuthor, type RedlinePart, textBefore } from '../../library/write/redline-part.ts'
import type { Redlined } from '../../library/write/redline-docx.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { type PlainBlock, writePlainDocx } from '../paper/write-plain-docx.ts'
import { redlineParts } from './redline-parts.ts'
import { type FileWithPages, isWordFile, sourceOf, wordName } from './word-file.ts'

type RedlineOptions = {
  readonly writer: RemoteWriter
  readonly before: FileWithPages
  readonly after: Pick<FileWithPages, 'name' | 'pages'>
  readonly aligned: readonly AlignedParts[]
  readonly author: RedlineAuthor
}

export type RedlineFile = Redlined & {
  /** It is the first document's own file, not a plain one of its text. */
  readonly isOwn: boolean
}

/**
 * The first document with insertions and deletions that make the second of it. A Word file keeps its look; where it is none, has macros, cannot be
 * written into, or does not hold the changes exactly, a plain one is made of the text. Throws `WRONG_USE` where not even that one holds them.
 */
export async function redlineFile(
  { writer, before, after, aligned, author }: RedlineOptions,
  signal?: AbortSignal,
): Promise<RedlineFile> {
  const parts = redlineParts(aligned, { before: before.pages, after: after.pages })
  if (isWordFile(before)) {
    const own = await ownRedline(writer, before, { parts, author }, signal)
    if (own?.isDocument && own.differs !== 'text') return { ...own, isOwn: true }
  }
  const plain = await writePlainDocx(blocksBefore(parts))
  // A plain file has its notes as paragraphs behind the text.
  const paragraphs = parts.map((part) => ({ ...part, isNote: false }))
  const source = sourceOf({ name: wordName(before.name), bytes: plain })
  const made = await writer.redline(source, { parts: paragraphs, author }, signal)
  if (made.differs === 'text')
    throw new Failure('WRONG_USE', message('failures.comparison.notExact', { before: before.name }), {
      tellsAll: true,
    })
  return { ...made, isOwn: false }
}

async function ownRedline(
  writer: RemoteWriter,
  before: FileWithPages,
  request: { readonly parts: readonly RedlinePart[]; readonly author: RedlineAuthor },
  signal: AbortSignal | undefined,
): Promise<Redlined | null> {
  try {
    return await writer.redline(sourceOf(before), request, signal)
  } catch (error) {
    if (error instanceof ReadFailedError) return null
    throw error
  }
}

function blocksBefore(parts: readonly RedlinePart[]): readonly PlainBlock[] {
  return parts.flatMap(({ kind, level, pieces }) => {
    const text = textBefore(pieces)
    return text === '' ? [] : [{ kind, level, text }]
  })
}

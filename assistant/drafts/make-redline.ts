import type { RedlineFormat, RedlineLoss } from '../../contract/drafts/comparison.ts'
import type { RemoteWriter } from '../../library/remote-reader.ts'
import type { RedlineAuthor } from '../../library/write/redline-part.ts'
import { dayWords } from '../../wording/format-time.ts'
import { compareInTurns } from './compare-readings.ts'
import { redlineFile, type RedlineFile } from './redline-file.ts'
import { redlineParts } from './redline-parts.ts'
import { type FileWithPages, isWordFile } from './word-file.ts'

type RedlineRequest = {
  readonly before: FileWithPages
  readonly after: Pick<FileWithPages, 'name' | 'pages'>
  readonly author: RedlineAuthor
  readonly format: RedlineFormat
}

type RedlineTools = { readonly writer: RemoteWriter; readonly fontsFolder: string }

export type MadeRedline = { readonly file: Uint8Array; readonly losses: readonly RedlineLoss[] }

/**
 * The first document with insertions and deletions that make the second of it, as a Word file or on paper. Throws `WRONG_USE` for one without
 * text, and where no Word file holds the changes exactly.
 */
export async function makeRedline(
  { before, after, author, format }: RedlineRequest,
  { writer, fontsFolder }: RedlineTools,
  signal: AbortSignal,
): Promise<MadeRedline> {
  const comparing = compareInTurns(before, after, {}, signal)
  let step = await comparing.next()
  while (!step.done) step = await comparing.next()
  const { aligned } = step.value
  if (format === 'docx') {
    const made = await redlineFile({ writer, before, after, aligned, author }, signal)
    return { file: made.file, losses: lossesOf(made, before) }
  }
  // Loaded when one is wanted, as for other papers.
  const { writeRedlinePdf } = await import('../paper/write-redline-pdf.ts')
  const parts = redlineParts(aligned, { before: before.pages, after: after.pages })
  const head = { before: before.name, after: after.name, author: author.name, day: dayWords(author.date.slice(0, 10)) }
  return { file: await writeRedlinePdf(parts, head, fontsFolder), losses: [] }
}

function lossesOf({ isOwn, differs }: RedlineFile, before: FileWithPages): readonly RedlineLoss[] {
  return [
    ...(isWordFile(before) && !isOwn ? (['look'] as const) : []),
    ...(differs === 'numbers' ? (['numbers'] as const) : []),
  ]
}

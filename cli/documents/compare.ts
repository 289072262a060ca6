import { userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { compareFiles } from '../../assistant/drafts/compare-files.ts'
import {
  commentWords,
  type ComparisonMade,
  exportComparison,
  madeComparison,
  placeWords,
  summaryLines,
  trackedWords,
} from '../../assistant/drafts/comparison-on-paper.ts'
import type { MadeRedline } from '../../assistant/drafts/make-redline.ts'
import { redlineFiles } from '../../assistant/drafts/redline-documents.ts'
import type { ExportFormat } from '../../contract/answers/answer.ts'
import { type Change, CHANGE_GROUPS, type CompareEvent, RedlineFormat } from '../../contract/drafts/comparison.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { messageText } from '../../wording/message-text.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { exportFormat, formatByName, writeUnencrypted } from '../arguments.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run, Session } from '../session.ts'

const EXAMPLES = `
Examples:
  consilium compare draft-2.docx draft-3.docx                     two files; nothing is kept
  consilium compare draft-2.docx draft-3.docx --report changes.docx
  consilium compare draft-2.docx draft-3.docx --redline redline.docx
  consilium compare "Lease 2.pdf" "Lease 3.docx" --matter Hollis  two documents of a matter
  consilium compare "Lease.docx" --matter Hollis                  a document and the version before it
Exit code 1 where they differ, 0 where they do not. No model is used.`

type Options = { readonly matter?: string; readonly report?: string; readonly redline?: string; readonly all?: boolean }
type Asked = Options & { readonly before: string; readonly after: string | undefined }

/** `compare A B` */
export function addCompareCommand(program: Command, run: Run): void {
  program
    .command('compare')
    .argument('<before>', 'the earlier file; with --matter a document')
    .argument(
      '[after]',
      'the later one; with --matter none: what BEFORE was before its file was replaced, and what it is now',
    )
    .description(
      'what changed between two documents, the weightiest first: numbers, dates, duties, parties, wording, moves',
    )
    .option('--matter <matter>', 'compare two documents of this matter, or two versions of one')
    .option('--report <file>', 'write the list of changes to a file that ends in .docx, .pdf or .md')
    .option(
      '--redline <file>',
      'write the earlier one with the changes marked in it to a file that ends in .docx or .pdf',
    )
    .option('--all', 'print spelling, layout and numbering too, instead of their count')
    .addHelpText('after', EXAMPLES)
    .action((before: string, after: string | undefined, options: Options) =>
      run((session) => compare(session, { before, after, ...options })),
    )
}

/** The two documents, wherever they are. */
type Pair = {
  readonly before: string
  readonly after: string
  readonly compare: () => AsyncIterable<CompareEvent> | Promise<AsyncIterable<CompareEvent>>
  readonly redline: (format: RedlineFormat) => Promise<MadeRedline>
}

async function compare(session: Session, asked: Asked): Promise<number> {
  const { matter } = asked
  const made = {
    format: asked.report === undefined ? null : exportFormat(asked.report),
    redline: asked.redline === undefined ? null : formatByName(asked.redline, RedlineFormat.options, 'A redline'),
  }
  if (matter === undefined) return showPair(pairOfFiles(session, twoFiles(asked)), { session, asked, ...made })
  // Once for all of it, or the passphrase would be asked for again.
  return session.withAssistant((assistant) =>
    showPair(pairOfMatter(assistant, { ...asked, matter }, session.signal), { session, asked, ...made }),
  )
}

type TwoFiles = { readonly before: string; readonly after: string }

/** Of a file of this computer nothing is kept from before. */
function twoFiles({ before, after }: Asked): TwoFiles {
  if (after === undefined)
    throw wrongUse('Expected two files, or one document with --matter, whose previous version is kept.')
  return { before, after }
}

function pairOfFiles({ files, signal }: Session, { before, after }: TwoFiles): Pair {
  return {
    before: basename(before),
    after: basename(after),
    compare: () => compareFiles({ before, after }, files, signal),
    redline(format) {
      const author = { name: userInfo().username, date: new Date().toISOString() }
      return redlineFiles({ before, after }, { ...files, author, format }, signal)
    },
  }
}

type AskedOfMatter = Asked & { readonly matter: string }

function pairOfMatter(
  { comparison }: AssistantClient,
  { before: first, after: second, matter }: AskedOfMatter,
  signal: AbortSignal,
): Pair {
  const [before, after] = second === undefined ? [null, first] : [first, second]
  const asked = { matter, before, after }
  return {
    before: before ?? t('comparison.previousName', { document: after }),
    after,
    compare: () => comparison.compare(asked, { signal }),
    async redline(format) {
      const { file, losses } = await comparison.redline({ ...asked, format }, { signal })
      return { file: new Uint8Array(await file.arrayBuffer()), losses }
    },
  }
}

type Wanted = {
  readonly session: Session
  readonly asked: Asked
  readonly format: ExportFormat | null
  readonly redline: RedlineFormat | null
}

/** Gives the exit code. */
async function showPair(pair: Pair, { session, asked, format, redline }: Wanted): Promise<number> {
  const { output, files } = session
  const { before, after } = pair
  const made = await madeComparison(await pair.compare(), { before, after }, ({ done, of }) =>
    output.progress(`${progressBar(done / of, null)}  comparing`),
  )
  output.progress(null)
  if (output.json) showLines(made, output)
  else showGroups(made, asked.all ?? false, output)
  if (format !== null && asked.report !== undefined)
    output.note(await writeUnencrypted(asked.report, await exportComparison(made, format, files.fontsFolder)))
  if (redline !== null && asked.redline !== undefined) {
    const { file, losses } = await pair.redline(redline)
    output.note(await writeUnencrypted(asked.redline, file))
    for (const loss of losses) output.note(t(`comparison.paper.redlineLosses.${loss}`, { before, after }))
  }
  return made.changes.length === 0 ? EXIT_DONE : EXIT_SOMETHING_WRONG
}

function showLines({ changes, end }: ComparisonMade, output: Output): void {
  for (const change of changes) output.result(change, null)
  output.result(end, null)
}

/** Of documents that are hardly versions of one, the changes are no news. */
function showGroups({ changes, end, after }: ComparisonMade, showsAll: boolean, output: Output): void {
  for (const line of summaryLines(end)) output.text(line)
  if (end.unrelated) return
  for (const group of CHANGE_GROUPS) {
    const own = changes.filter((change) => change.group === group)
    if (own.length === 0) continue
    const isFolded = group === 'layout' && !showsAll
    output.text(
      `\n${output.style('bold', t(`comparison.groups.${group}`))}  ${own.length}${isFolded ? '  (--all shows them)' : ''}`,
    )
    if (!isFolded) for (const line of linesOf(own, after)) output.text(line)
  }
  const comments = commentWords(end)
  if (comments.length > 0) output.text(`\n${output.style('bold', t('comparison.paper.comments'))}  ${comments.length}`)
  for (const { who, said } of comments) output.text(`  ${who}: ${said}`)
}

const PLACE_WIDTH = 10
const MOST_PLACES = 6

/** The same change at several places is one line. */
function linesOf(changes: readonly Change[], document: string): readonly string[] {
  return [...Map.groupBy(changes, lineOf)].map(([line, same]) => {
    const places = [...new Set(same.map((change) => placeWords(change, document)).filter((place) => place !== ''))]
    const more = places.length > MOST_PLACES ? `, … (${same.length} times)` : ''
    const where = `${places.slice(0, MOST_PLACES).join(', ')}${more}`
    return `  ${where.padEnd(PLACE_WIDTH)}  ${readableLine(line, document)}`
  })
}

function lineOf(change: Change): string {
  const tracked = trackedWords(change)
  return [messageText(change.said), ...(tracked === null ? [] : [tracked])].join('  ·  ')
}

import { wordsWithCommand } from '../next-command.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { DocumentCitation } from '../../contract/answers/answer.ts'
import type { DocumentDetail, DocumentRow, Notice, PageRow, PageText } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { awaitDocuments } from './jobs.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { type Output } from '../output.ts'
import type { Run, Session } from '../session.ts'
import { t } from '../../wording/translate.ts'

type Options = { readonly pages?: string | undefined; readonly undo?: boolean | undefined }

/** `documents · text · citations · remove` */
export function addDocumentsCommands(program: Command, run: Run): void {
  program
    .command('documents <matter> [action] [document] [file]')
    .description(
      'the documents of a matter and their state (list, the default); accept: take one that is partial or failed as it is; replace: FILE becomes its new version; recognise: read pages of a PDF by OCR instead of by their own text, or (--undo) by that again',
    )
    .option('--pages <pages>', 'with recognise: which pages, such as 4,7-9')
    .option('--undo', 'with recognise: take the own text of these pages again')
    .action(
      (
        matter: string,
        action: string | undefined,
        document: string | undefined,
        file: string | undefined,
        options: Options,
      ) =>
        run((session) =>
          session.withAssistant(async (assistant, isRunningApp) => {
            const place = { session, isRunningApp }
            if (action === 'recognise') return recognisePages(assistant, { matter, document, file, ...options }, place)
            if (options.pages !== undefined || options.undo)
              throw wrongUse('--pages and --undo go with: recognise DOCUMENT.')
            return listOrSettle(assistant, { matter, action, document, file }, place)
          }),
        ),
    )

  addReadingCommands(program, run)

  program
    .command('remove <matter> <document>')
    .description('take a document out, with all that was made from it; then checks that nothing is left')
    .option('--previous', 'only the version before the present one, which is kept for comparing')
    .action((matter: string, document: string, { previous = false }: { readonly previous?: boolean }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (previous) return removePrevious(assistant, { matter, document }, output)
          const { removed, inside, left, leftOut } = await assistant.library.remove({ matter, document })
          const more = inside === 0 ? '' : ` and ${formatCount(inside, 'document')} inside it`
          output.result({ removed, inside, left, leftOut }, `Removed ${removed}${more}. Left of it: ${left}.`)
          if (leftOut) output.text('Adding its folder again leaves it out. To bring it back, add the file itself.')
        }),
      ),
    )
}

async function removePrevious(assistant: AssistantClient, wanted: Wanted, output: Output): Promise<undefined> {
  const { document, kept } = await assistant.library.removePrevious(wanted)
  const more = kept ? ' An answer, a fact or another document still uses its text.' : ''
  output.result({ removed: document, previous: true, kept }, `Removed the previous version of ${document}.${more}`)
}

/** What a document says, and what is said by it. */
function addReadingCommands(program: Command, run: Run): void {
  program
    .command('text <matter> <document>')
    .description('the text of a document as it was read')
    .action((matter: string, document: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const pages = await assistant.library.text({ matter, document })
          if (output.json) for (const { page, text } of pages) output.result({ page, text }, null)
          else {
            const { mediaType } = await assistant.library.document({ matter, document })
            for (const page of pages) showPage(page, mediaType || document, output)
          }
        }),
      ),
    )

  program
    .command('citations <matter> <document>')
    .description('what answers cite of a document, in the order of its text')
    .action((matter: string, document: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const detail = await assistant.library.document({ matter, document })
          const citations = await assistant.library.citations({ matter, document })
          for (const one of citations) output.result(one, citationText(one, detail))
          if (citations.length === 0) output.note('No answer cites this document.')
        }),
      ),
    )
}

type Words = { readonly matter: string; readonly document: string | undefined; readonly file: string | undefined }

async function listOrSettle(
  assistant: AssistantClient,
  { matter, action = 'list', document, file }: Words & { readonly action: string | undefined },
  place: Place,
): Promise<number | undefined> {
  const { output } = place.session
  if (action === 'list') return list(assistant, matter, output)
  if (action === 'accept' && document !== undefined && file === undefined)
    return accept(assistant, { matter, document }, output)
  if (action === 'replace' && document !== undefined && file !== undefined)
    return replace(assistant, { matter, document, file: resolve(file) }, place)
  throw wrongUse('Expected: list, accept DOCUMENT, replace DOCUMENT FILE, or recognise DOCUMENT --pages 4,7-9.')
}

/** For people each page begins with a line of its own; offsets are told with `--json`. */
function showPage({ page, label, text }: PageText, mediaTypeOrName: string, output: Output): void {
  if (page !== null) output.text(`— ${pageWords(mediaTypeOrName, page, label)} —`)
  output.text(text)
}

async function list(assistant: AssistantClient, matter: string, output: Output): Promise<undefined> {
  const documents = await assistant.library.documents({ matter })
  for (const row of documents) showDocument(row, output)
  if (documents.length === 0) output.text(`No documents yet. Put some in: consilium add "${matter}" FILE-OR-FOLDER`)
}

type Wanted = { readonly matter: string; readonly document: string }

async function accept(assistant: AssistantClient, wanted: Wanted, output: Output): Promise<undefined> {
  await assistant.library.accept(wanted)
  showDocument(await assistant.library.document(wanted), output)
}

const READS_ON = 'The app that is running reads it. How far it is: consilium documents MATTER'

/** The app reads on by itself; without it, a command stays until what it began is read. */
type Place = { readonly session: Session; readonly isRunningApp: boolean }

async function replace(
  assistant: AssistantClient,
  { matter, document, file }: Wanted & { readonly file: string },
  { session, isRunningApp }: Place,
): Promise<number> {
  const { documentId } = await assistant.library.document({ matter, document })
  await assistant.library.replace({ matter, document: documentId, file })
  if (!isRunningApp) await awaitDocuments(session, assistant, matter)
  const row = await assistant.library.document({ matter, document: documentId })
  showDocument(row, session.output)
  if (isRunningApp) session.output.text(READS_ON)
  return isRunningApp || row.state === 'ready' ? 0 : EXIT_SOMETHING_WRONG
}

async function recognisePages(
  assistant: AssistantClient,
  { matter, document, file, pages: wanted, undo = false }: Words & Options,
  { session, isRunningApp }: Place,
): Promise<number> {
  if (document === undefined || file !== undefined || wanted === undefined)
    throw wrongUse('Expected: recognise DOCUMENT --pages 4,7-9.')
  const pages = pageNumbers(wanted)
  const asked = { matter, document, pages: [...pages] }
  await (undo ? assistant.library.takeOwnText(asked) : assistant.library.recognisePages(asked))
  if (!isRunningApp) await awaitDocuments(session, assistant, matter)
  const detail = await assistant.library.document({ matter, document })
  showDocument(detail, session.output)
  if (isRunningApp) {
    session.output.text(READS_ON)
    return 0
  }
  const rows = detail.pageRows.filter(({ page }) => page !== null && pages.includes(page))
  for (const row of rows) session.output.text(`${' '.repeat(15)}page ${row.page}: ${readAs(row)}`)
  const isDone = detail.state !== 'failed' && (undo || rows.every(({ state }) => state === 'ocr'))
  return isDone ? 0 : EXIT_SOMETHING_WRONG
}

function readAs({ state, reason, characters }: PageRow): string {
  return state === 'ocr'
    ? `by OCR, ${formatCount(characters, 'character')}`
    : reason
      ? wordsWithCommand(reason)
      : 'its own text'
}

/** The cited words with their place, then the sentence and the question whose answer cites them. */
function citationText(citation: DocumentCitation, shown: DocumentDetail): string {
  const { page, quote, sentence, verdict, question, answerId, textVersion } = citation
  const version = textVersion === shown.textVersion ? '' : 'in an earlier version'
  const where = [pageWords(shown.mediaType || shown.document, page), version].filter((part) => part !== '').join(', ')
  const lines = [`“${readableLine(quote, shown.document)}”`, `${sentence} (${verdict})`, `${question}  ${answerId}`]
  return [where, ...lines.map((line) => `  ${line}`)].filter((line) => line !== '').join('\n')
}

/** With what was noticed in `warnings` too, where programs that read `--json` look for it. */
export function withWarnings<Row extends { readonly notices: readonly Notice[] }>(row: Row) {
  return { ...row, warnings: row.notices.map(({ text }) => text) }
}

function showDocument(row: DocumentRow, output: Output): void {
  const pages = `${row.pagesWithText + row.pagesByOcr} of ${row.pages} pages with text`
  const accepted = row.accepted ? ' (accepted as it is)' : ''
  output.result(
    withWarnings(row),
    `${t(`library.states.${row.state}`).padEnd(14)} ${row.document}  ${row.error ? wordsWithCommand(row.error.message) : pages}${accepted}`,
  )
  for (const { text } of row.notices) output.text(`${' '.repeat(15)}${wordsWithCommand(text)}`)
}

const MOST_PAGES = 10_000

/** The numbers that "4,7-9" stands for, each once. Throws `WRONG_USE` for what is no such list. */
function pageNumbers(text: string): readonly number[] {
  const numbers = new Set<number>()
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    // NaN where it was no number at all.
    if (!(from >= 1 && to >= from && to - from < MOST_PAGES))
      throw wrongUse(`Expected pages such as 4,7-9, from page 1 on, got "${text}".`)
    for (let page = from; page <= to; page += 1) numbers.add(page)
  }
  return [...numbers]
}

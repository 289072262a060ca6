import type { Command } from 'commander'
import type { Highlight } from '../../contract/highlight.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { exportFormat, writeUnencrypted } from '../arguments.ts'
import { wrongUse } from '../failures.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'

const ACTIONS = ['list', 'add', 'note', 'evidence', 'remove', 'export'] as const
type Action = (typeof ACTIONS)[number]

type Options = {
  readonly page?: string
  readonly note?: string
  readonly evidence?: boolean
  readonly find?: string
}

/** `highlights` */
export function addHighlightsCommand(program: Command, run: Run): void {
  program
    .command('highlights <matter> [action] [subject] [words]')
    .description(
      'marked words of documents, with notes: list (the default; SUBJECT: of one document); add DOCUMENT WORDS; note ID TEXT; evidence ID [off]; remove ID; export FILE (.md, .docx, .pdf)',
    )
    .option('--page <page>', 'with add: the page where the words stand')
    .option('--note <text>', 'with add: a note to them')
    .option('--evidence', 'with add: read their passage for the questions that they concern')
    .option('--find <words>', 'with list: only those whose words or note have all of these')
    .action(
      (matter: string, action = 'list', subject: string | undefined, words: string | undefined, options: Options) =>
        run(({ withAssistant, output }) => {
          if (!ACTIONS.includes(action as Action)) throw wrongUse(`"${action}" is none of ${ACTIONS.join(', ')}.`)
          return withAssistant((assistant) =>
            ACT[action as Action](assistant, { matter, subject, words, ...options }, output),
          )
        }),
    )
}

type Wanted = Options & {
  readonly matter: string
  readonly subject: string | undefined
  readonly words: string | undefined
}

const ACT: Readonly<Record<Action, (assistant: AssistantClient, wanted: Wanted, output: Output) => Promise<void>>> = {
  async list({ highlight }, { matter, subject = null, find = '' }, output) {
    const found = await highlight.list({ matter, document: subject, words: find })
    for (const one of found) output.result({ type: 'highlight', ...one }, highlightText(one))
    if (found.length === 0) output.note('There are no highlights here.')
  },
  async add({ highlight }, { matter, subject, words, page, note = '', evidence = false }, output) {
    if (subject === undefined || words === undefined)
      throw wrongUse('Which words? consilium highlights MATTER add DOCUMENT "WORDS"')
    const wanted = { matter, document: subject, words, note, isEvidence: evidence }
    const added = await highlight
      .addWords({ ...wanted, page: page === undefined ? null : pageNumber(page) })
      .catch(refuseWithKept)
    output.result({ type: 'highlight', ...added }, highlightText(added))
  },
  async note({ highlight }, { matter, subject, words }, output) {
    if (subject === undefined || words === undefined)
      throw wrongUse('Which note? consilium highlights MATTER note ID "TEXT"')
    const changed = await highlight.change({ matter, highlightId: subject, note: words })
    output.result({ type: 'highlight', ...changed }, highlightText(changed))
  },
  async evidence({ highlight }, { matter, subject, words }, output) {
    if (subject === undefined || (words !== undefined && words !== 'off'))
      throw wrongUse('Which highlight? consilium highlights MATTER evidence ID [off]')
    const changed = await highlight.change({ matter, highlightId: subject, isEvidence: words !== 'off' })
    output.result({ type: 'highlight', ...changed }, highlightText(changed))
  },
  async remove({ highlight }, { matter, subject }, output) {
    if (subject === undefined) throw wrongUse('Which highlight? consilium highlights MATTER remove ID')
    await highlight.remove({ matter, highlightId: subject })
    output.result({ type: 'highlight-removed', highlightId: subject }, 'Removed.')
  },
  async export({ highlight }, { matter, subject }, output) {
    if (subject === undefined) throw wrongUse('Into which file? consilium highlights MATTER export FILE.docx')
    const { file } = await highlight.export({ matter, format: exportFormat(subject) })
    output.note(await writeUnencrypted(subject, await file.bytes()))
  },
}

/** The words in quotes with their place, the note below, and the id by which it is named. */
function highlightText({ document, quote, note, isEvidence, place, highlightId }: Highlight): string {
  const where = place === null ? 'no longer in the document' : pageWords(document, place.page, place.label)
  const head = [document, where, isEvidence ? 'evidence' : ''].filter((part) => part !== '').join(', ')
  const lines = [`“${readableLine(quote, document)}”`, ...(note === '' ? [] : [note]), highlightId]
  return [head, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** A refusal says what happened and what to do; what was kept is for whoever shows it to say. */
function refuseWithKept(failure: unknown): never {
  const { code, message } = failure as { readonly code?: unknown; readonly message?: unknown }
  throw code === 'WRONG_USE' ? wrongUse(`${String(message)} Nothing was highlighted.`) : failure
}

function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw wrongUse(`Expected a page such as 4, got "${text}".`)
  return Number(text)
}

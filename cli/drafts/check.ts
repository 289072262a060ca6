import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { CheckEvent, Finding } from '../../contract/drafts/draft-check.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { wrongUse } from '../failures.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run } from '../session.ts'

type Options = { matter: string; report?: string; commented?: string; afresh?: boolean; all?: boolean }

const EXAMPLES = `
Examples:
  consilium check skeleton.docx --matter "Hollis v Marlowe"
  consilium check letter.pdf --matter "Hollis v Marlowe" --report report.pdf
  pbpaste | consilium check - --matter "Hollis v Marlowe" --json
Each sentence, quotation, authority, page, sum and date is looked up in the documents of the matter and in its reference
libraries, without a model. The draft is kept with the matter; it is never searched or cited. Run again, it checks what changed.
Exit code 1: something was found. 0: nothing.`

const PASTED = 'pasted.txt'
const REPORTS = ['docx', 'pdf'] as const

/** `check DRAFT --matter M` */
export function addCheckCommand(program: Command, run: Run): void {
  program
    .command('check')
    .argument('<draft>', 'a file (DOCX, PDF, ODT, text …), or "-" for text on standard input')
    .requiredOption('--matter <matter>', 'whose documents it is checked against')
    .option('--report <file>', 'writes a verification report (.docx, .pdf)')
    .option('--commented <file>', 'writes the draft as a Word file with a comment at each finding (.docx)')
    .option('--all', 'shows the sentences that were confirmed or not checked, too')
    .option('--afresh', 'checks every sentence anew, instead of going on')
    .description('checks a draft against a matter: what is contradicted, what is in no document, what was not checked')
    .addHelpText('after', EXAMPLES)
    .action((draft: string, options: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const { matter, report, commented, afresh = false, all = false } = options
          const format = report === undefined ? null : formatOf(report)
          const file = await draftFile(draft)
          const { draftId } = await assistant.draft.add({ matter, name: file.name, file }, { signal })
          const events = await assistant.draft.check({ matter, draft: draftId, afresh }, { signal })
          const end = await showEvents(events, { output, all })
          signal.throwIfAborted()
          if (report !== undefined && format !== null)
            await keepFile(report, await assistant.draft.report({ matter, draft: draftId, format }), output)
          if (commented !== undefined)
            await keepFile(commented, await assistant.draft.commented({ matter, draft: draftId }), output)
          return end
        }),
      ),
    )
}

function formatOf(file: string): (typeof REPORTS)[number] {
  const format = REPORTS.find((one) => extname(file).toLowerCase() === `.${one}`)
  if (!format) throw wrongUse(`${file}: a report is written as .docx or .pdf.`)
  return format
}

async function draftFile(draft: string): Promise<File> {
  if (draft === '-') return new File([new Uint8Array(await buffer(process.stdin))], PASTED)
  const bytes = await readFile(draft).catch((error: Error) => {
    throw wrongUse(`${draft} cannot be read: ${error.message}`)
  })
  return new File([new Uint8Array(bytes)], basename(draft))
}

type Shown = { readonly output: Output; readonly all: boolean }

/** Gives the exit code: 1 where something was found. */
async function showEvents(events: AsyncIterable<CheckEvent>, { output, all }: Shown): Promise<number> {
  let found = 0
  for await (const event of events) {
    if (event.type === 'check-progress') {
      output.progress(
        `${progressBar(event.done / event.of, event.secondsLeft)}  checked ${event.done} of ${event.of} sentences`,
      )
    } else if (event.type === 'finding') {
      if (isAccusing(event)) found += 1
      output.result(event, isAccusing(event) || all ? findingText(event, output) : null)
    } else {
      output.result(event, t('draftCheck.counts', event))
    }
  }
  return found > 0 ? 1 : 0
}

function isAccusing({ verdict }: Finding): boolean {
  return verdict === 'contradicted' || verdict === 'nowhere'
}

function findingText(finding: Finding, output: Output): string {
  const { kind, verdict, said, instead, citations, text } = finding
  const what =
    kind === 'sentence'
      ? t(`draftCheck.verdicts.${verdict}`)
      : `${t(`draftCheck.kinds.${kind}`)}, ${t(`draftCheck.verdicts.${verdict}`)}`
  const head = `${placeWords(finding)}  ${output.style('bold', what)}`
  const lines = [`“${oneLine(text)}”`, ...(said ? [messageText(said)] : [])]
  const [first] = citations
  if (first)
    lines.push(
      output.style(
        'dim',
        [first.reference, first.document, pageWords(first.document, first.page)].filter(Boolean).join(', '),
      ),
    )
  if (instead !== null) lines.push(output.style('dim', `“${oneLine(instead)}”`))
  return [head, ...lines.map((line) => `    ${line}`)].join('\n')
}

function placeWords({ page, paragraph }: Finding): string {
  return [page === null ? '' : `p. ${page}`, paragraph === '' ? '' : `¶ ${paragraph}`].filter(Boolean).join(', ')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

async function keepFile(path: string, { file }: { readonly file: File }, output: Output): Promise<void> {
  await writeFile(path, new Uint8Array(await file.arrayBuffer()))
  if (!output.json) output.note(`Written: ${path}`)
}

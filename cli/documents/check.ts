import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { citedWords, findingWords, pageSays, placeWords } from '../../assistant/drafts/finding-words.ts'
import { sha256 } from '../../assistant/home/sha256.ts'
import {
  type CheckEvent,
  type Draft,
  type Finding,
  isAccusing,
  isToCompare,
} from '../../contract/drafts/draft-check.ts'
import { messageText } from '../../wording/message-text.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { formatByName, writeUnencrypted } from '../arguments.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'

type Options = { matter: string; report?: string; commented?: string; fresh?: boolean; all?: boolean }

const EXAMPLES = `
Examples:
  consilium check skeleton.docx --matter "Hollis v Marlowe"
  consilium check letter.pdf --matter "Hollis v Marlowe" --report report.pdf
  pbpaste | consilium check - --matter "Hollis v Marlowe" --json
Each sentence, quotation, authority, page, sum and date is looked up in the documents of the matter and in its reference
libraries, without a model. The draft is kept with the matter; it is never searched or cited. Run again, it checks what changed.
Exit code 1: something was found that was not dismissed. 0: nothing.`

/** The first pasted text, and each other one. */
const pastedName = (count: number) => (count === 1 ? 'pasted.txt' : `pasted ${count}.txt`)
const REPORTS = ['docx', 'pdf'] as const

/** `check DRAFT --matter M` */
export function addCheckCommand(program: Command, run: Run): void {
  program
    .command('check')
    .argument('<draft>', 'a file (DOCX, PDF, ODT, text …), or "-" for text on standard input')
    .requiredOption('--matter <matter>', 'whose documents it is checked against')
    .option('--report <file>', 'writes a verification report (.docx, .pdf)')
    .option('--commented <file>', 'writes the draft as a Word file with a comment at each finding (.docx)')
    .option('--all', 'also shows the sentences that were confirmed or could not be checked')
    .option('--fresh', 'checks every sentence again, also those that were checked before')
    .description('checks a draft against a matter: what is contradicted, what is in no document, what was not checked')
    .addHelpText('after', EXAMPLES)
    .action((draft: string, options: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const { matter, report, commented, fresh = false, all = false } = options
          const format = report === undefined ? null : formatByName(report, REPORTS, 'A report')
          if (commented !== undefined) formatByName(commented, ['docx'], 'A draft with comments')
          await tellDamaged(assistant, output, matter, ['draft'])
          const file = await draftFile(draft, await assistant.draft.list({ matter }, { signal }), output)
          const { draftId } = await assistant.draft.add({ matter, name: file.name, file }, { signal })
          const events = await assistant.draft.check({ matter, draft: draftId, afresh: fresh }, { signal })
          const { code, stopped } = await showEvents(events, { output, all, draft: file.name })
          signal.throwIfAborted()
          if (stopped) {
            output.note(t('draftCheck.changedMeanwhile'))
            return code
          }
          if (report !== undefined && format !== null)
            await writeFileOf(report, await assistant.draft.report({ matter, draft: draftId, format }), output)
          if (commented !== undefined)
            await writeFileOf(commented, await assistant.draft.commented({ matter, draft: draftId }), output)
          return code
        }),
      ),
    )
}

/** Under the name that it is kept by. Another text that is pasted takes no earlier one's place. */
async function draftFile(draft: string, kept: readonly Draft[], output: Output): Promise<File> {
  if (draft === '-') {
    const bytes = new Uint8Array(await buffer(process.stdin))
    return new File([bytes], freeName(sha256(bytes), kept))
  }
  const read = await readFile(draft).catch((error: Error) => {
    throw wrongUse(`${draft} cannot be read: ${error.message}`)
  })
  const [bytes, name] = [new Uint8Array(read), basename(draft)]
  if (kept.some((one) => one.name === name && one.sha256 !== sha256(bytes)))
    output.note(t('draftCheck.replaces', { draft: name }))
  return new File([bytes], name)
}

/** That of the same text, if it was pasted before. */
function freeName(hash: string, kept: readonly Draft[]): string {
  for (let count = 1; ; count += 1) {
    const name = pastedName(count)
    const same = kept.find((one) => one.name === name)
    if (!same || same.sha256 === hash) return name
  }
}

/** `draft`: its name, which says whether its text has marks that people do not read. */
type Shown = { readonly output: Output; readonly all: boolean; readonly draft: string }

/** Gives the exit code: 1 where something was found that was not dismissed. */
async function showEvents(
  events: AsyncIterable<CheckEvent>,
  { output, all, draft }: Shown,
): Promise<{ readonly code: number; readonly stopped: boolean }> {
  let found = 0
  let hidden = 0
  let stopped = false
  for await (const event of events) {
    if (event.type === 'check-progress') {
      output.progress(
        `${progressBar(event.done / event.of, event.secondsLeft)}  checked ${event.done} of ${event.of} sentences`,
      )
    } else if (event.type === 'finding') {
      if (isOpen(event)) found += 1
      const isShown = all || isOpen(event) || isToCompare(event)
      if (!isShown) hidden += 1
      output.result(event, isShown ? findingText(event, draft, output) : null)
    } else {
      ;({ stopped } = event)
      output.result(event, endText(event, hidden))
    }
  }
  return { code: found > 0 ? EXIT_SOMETHING_WRONG : EXIT_DONE, stopped }
}

/** Whether it says that something is wrong, and nobody has dismissed it. */
function isOpen(finding: Finding): boolean {
  return isAccusing(finding) && finding.decision?.state !== 'dismissed'
}

/** `hidden`: so many findings that say of nothing that it is wrong were not printed. */
function endText(end: Extract<CheckEvent, { type: 'check-end' }>, hidden: number): string {
  const { unread, pagesWithoutText } = end
  return [
    t('draftCheck.counts', end),
    ...(unread.length > 0 ? [t('draftCheck.unread', { count: unread.length, names: unread.join(', ') })] : []),
    ...(pagesWithoutText > 0 ? [t('draftCheck.withoutText', { count: pagesWithoutText })] : []),
    ...(hidden > 0 ? [t('draftCheck.hidden', { count: hidden, option: '--all' })] : []),
  ].join('\n')
}

function findingText(finding: Finding, draft: string, output: Output): string {
  const { said, citations, text, decision } = finding
  const dismissed = decision?.state === 'dismissed' ? ` (${t('draftCheck.paper.dismissed').toLowerCase()})` : ''
  const head = `${placeWords(finding)}  ${output.style('bold', findingWords(finding))}${dismissed}`
  const lines = [`“${readableLine(text, draft)}”`, ...(said ? [messageText(said)] : [])]
  const [first] = citations
  if (first) lines.push(output.style('dim', citedWords(first)))
  const page = pageSays(finding)
  if (page !== null) lines.push(output.style('dim', `“${readableLine(page, first?.document ?? draft)}”`))
  return [head, ...lines.map((line) => `    ${line}`)].join('\n')
}

async function writeFileOf(path: string, { file }: { readonly file: File }, output: Output): Promise<void> {
  output.note(await writeUnencrypted(path, new Uint8Array(await file.arrayBuffer())))
}

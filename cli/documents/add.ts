import { withWarnings } from './documents.ts'
import { wordsWithCommand } from '../next-command.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type AddEvent, OcrLanguage } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { EXIT_SOMETHING_WRONG, notFound, wrongUse } from '../failures.ts'
import { type Output, progressBar } from '../output.ts'
import { followFolders } from './watch.ts'
import type { Run } from '../session.ts'
import { t } from '../../wording/translate.ts'

const MODES = ['auto', 'never', 'always'] as const

const LEFT_OUT = {
  removed: 'You removed it. To bring it back, add the file itself.',
  replaced: 'You put another file in its place. To bring it back, add the file itself.',
} as const

type AddOptions = {
  readonly ocr?: (typeof MODES)[number]
  readonly languages?: readonly OcrLanguage[]
  readonly libreoffice?: 'on' | 'off'
  readonly password?: string
  readonly watch?: boolean
}

export function addAddCommand(program: Command, run: Run): void {
  program
    .command('add <matter> <paths...>')
    .description('read and index files and folders; what has not changed is skipped, what was interrupted goes on')
    .addOption(new Option('--ocr <mode>', 'how scanned pages are read; default: as in the matter').choices(MODES))
    .addOption(
      new Option(
        '--languages <list>',
        'of scanned pages, such as eng,deu; kept in the matter; "auto": found by looking',
      ).argParser(parseLanguages),
    )
    .addOption(
      new Option(
        '--libreoffice <on|off>',
        'let LibreOffice, if it is on this computer, convert what is not read here (.xls, .xlsb, .ppt, .wpd); kept in the matter',
      ).choices(['on', 'off']),
    )
    .option('--password <file>', 'a file with passwords of locked documents, one a line; they are kept in the matter')
    .option('--watch', 'stay, and follow the folders: what comes, changes, moves and goes')
    .action((matter: string, paths: readonly string[], options: AddOptions) =>
      run((session) =>
        session.withAssistant(async (assistant, isRunningApp) => {
          const absolute = paths.map((path) => resolve(path))
          const passwords = options.password === undefined ? [] : await readPasswords(options.password)
          await changeOptions(matter, options, assistant)
          const input = { matter, paths: absolute, ocr: options.ocr ?? null, passwords }
          const events = await assistant.library.addPaths(input, { signal: session.signal })
          let wrong = false
          for await (const event of events) {
            showAddEvent(event, session.output)
            wrong ||=
              event.type === 'add-end' &&
              event.failed + event.paused + event.partial + event.needsPassword + event.unsupported > 0
          }
          if (options.watch) await followFolders(session, assistant, { matter, folders: absolute, isRunningApp })
          return wrong ? EXIT_SOMETHING_WRONG : 0
        }),
      ),
    )
}

/** What is kept in the matter; the rest holds for these files only. */
async function changeOptions(
  matter: string,
  { languages, libreoffice }: AddOptions,
  assistant: AssistantClient,
): Promise<void> {
  if (!languages && !libreoffice) return
  const libreOffice = libreoffice === undefined ? undefined : libreoffice === 'on'
  await assistant.library.changeReadingOptions({ matter, languages, libreOffice })
}

function parseLanguages(list: string): readonly OcrLanguage[] {
  const names = list === 'auto' ? [] : list.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !OcrLanguage.safeParse(name).success)
  if (unknown !== undefined)
    throw wrongUse(`There is no language "${unknown}". There are: ${OcrLanguage.options.join(', ')}, or auto.`)
  return names.map((name) => OcrLanguage.parse(name))
}

/** Never as an argument: those are readable by every user of the computer. */
async function readPasswords(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw notFound(`The file with the passwords cannot be read (${error.message}). Nothing was added.`)
  })
  return text.split(/\r?\n/).filter((line) => line !== '')
}

/** Also used by `demo`. */
export function showAddEvent(event: AddEvent, output: Output): void {
  if (output.json) output.result(event.type === 'document-end' ? withWarnings(event) : event, null)
  if (event.type === 'progress') {
    const share =
      event.documents === 0 ? 0 : (event.documentsDone + event.pagesDone / Math.max(1, event.pages)) / event.documents
    output.progress(`${progressBar(share, event.secondsLeft)}  ${event.state} ${event.path}`)
  } else if (event.type === 'document-end') {
    if (event.state !== 'unchanged') showDocumentEnd(event, output)
  } else if (event.type === 'left-out') output.text(`${'left out'.padEnd(14)} ${event.path}  ${LEFT_OUT[event.reason]}`)
  else if (event.type === 'add-end') output.text(endLine(event))
}

function showDocumentEnd(event: Extract<AddEvent, { type: 'document-end' }>, output: Output): void {
  output.text(documentLine(event))
  for (const { text } of event.notices) output.text(`${' '.repeat(15)}${wordsWithCommand(text)}`)
}

function documentLine(event: Extract<AddEvent, { type: 'document-end' }>): string {
  const counts = event.error
    ? wordsWithCommand(event.error.message)
    : `${formatCount(event.pages, 'page')}, ${formatCount(event.passages, 'passage')}`
  return `${t(`library.states.${event.state}`).padEnd(14)} ${event.document}  ${counts}`
}

function endLine(event: Extract<AddEvent, { type: 'add-end' }>): string {
  const parts = [
    [event.ready, 'ready'],
    [event.unchanged, 'unchanged'],
    [event.partial, 'partly read'],
    [event.failed, 'failed'],
    [event.paused, 'held back: reading is paused (consilium jobs MATTER resume)'],
    [event.needsPassword, 'need a password'],
    [event.unsupported, 'not supported'],
    [event.leftOut, 'left out'],
  ] as const
  const counts = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${formatCount(event.documents, 'document')}: ${counts.join(', ') || 'none'}; ${formatCount(event.pages, 'page')} in ${event.seconds.toFixed(1)} s`
}

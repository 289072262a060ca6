import { formatCount } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { createDetection } from '../../assistant/packets/detection.ts'
import { type KnownInMatter, type Redacted, redactText } from '../../assistant/packets/redact-text.ts'
import { createWordLists } from '../../assistant/home/word-lists.ts'
import { flagGroups, flagGroupTitle } from '../../contract/opinions/packet-groups.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { FlagKind } from '../../contract/opinions/packet.ts'
import { jsonOfLine } from '../arguments.ts'
import { wrongUse } from '../failures.ts'
import { namedIn } from './look-again.ts'
import { type Output } from '../output.ts'
import type { Run, Session } from '../session.ts'

type Options = { readonly texts?: string; readonly matter?: string; readonly lookAgain?: boolean }
type Known = KnownInMatter['known']

const EXAMPLES = `
Examples:
  consilium redact letter.txt
  consilium redact - --matter "Ward 7" < note.txt     with what this matter knows
  consilium redact letter.txt --look-again             with the local model of this home
  consilium redact --texts notes.jsonl --json          many texts, lines of {"id","text"}
Nothing is stored and nothing leaves this computer.`

/** `redact FILE|- · redact --texts FILE.jsonl` */
export function addRedactCommand(program: Command, run: Run): void {
  program
    .command('redact')
    .argument('[file]', 'a text file, or - for standard input')
    .description('finds what identifies somebody in a text, and replaces it')
    .option('--texts <file>', 'many texts: lines of {"id","text"}')
    .option('--matter <matter>', 'also mask what is on the list of this matter')
    .option('--look-again', 'have the local model read it too; what it names is masked as well')
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, options: Options) => run((session) => redact(session, file, options)))
}

async function redact(
  session: Session,
  file: string | undefined,
  { texts, matter, lookAgain = false }: Options,
): Promise<void> {
  if ((file === undefined) === (texts === undefined))
    throw wrongUse('Give either a text file (- for standard input) or --texts with a file of many.')
  const inMatter = matter === undefined ? { known: [] } : await wordsOf(session, matter)
  const { find } = await createDetection(createWordLists(session.files.wordListsFile))()
  const { output } = session
  const redactAll = async (named: (text: string) => Promise<Known>) => {
    for await (const { id, text } of textsIn(file, texts)) {
      session.signal.throwIfAborted()
      showRedacted(
        { ...(id === null ? {} : { id }), ...redactText(text, inMatter, find, await named(text)) },
        text,
        output,
      )
    }
  }
  if (!lookAgain) return redactAll(async () => [])
  // The home is opened for its model only, once for all texts, and none is made.
  await session.withAssistant((assistant) => redactAll((text) => namedByModel(session, assistant, text)), {
    leaveNew: true,
  })
}

async function* textsIn(file: string | undefined, texts: string | undefined) {
  if (texts !== undefined) yield* await readTexts(texts)
  else if (file !== undefined) yield { id: null, text: await contentOf(file) }
}

function contentOf(file: string): Promise<string> {
  return file === '-' ? readStream(process.stdin) : textOfFile(file)
}

function textOfFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`)
  })
}

/** What the matter itself knows: its parties, its confirmed facts, what the user listed; and what it does not ask about. */
function wordsOf(session: Session, matter: string): Promise<KnownInMatter> {
  return session.withAssistant(async (assistant) => {
    const [terms, kept] = await Promise.all([assistant.term.list({ matter }), assistant.term.kept({ matter })])
    const known = terms.map(({ term, type }) => ({ text: term, type: type as Known[number]['type'] }))
    return { known, keptWords: kept }
  })
}

async function namedByModel(session: Session, assistant: AssistantClient, text: string): Promise<Known> {
  const terms = await namedIn(session, assistant, text)
  return terms.map(({ term, type }) => ({ text: term, type: type as Known[number]['type'] }))
}

type GivenText = { readonly id: string; readonly text: string }

/** The lines of `{"id","text"}` of a file. */
async function readTexts(file: string): Promise<readonly GivenText[]> {
  const content = await textOfFile(file)
  return content
    .split('\n')
    .map((line, index) => ({ line, where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => readLine(line, where))
}

function readLine(line: string, where: string): GivenText {
  const parsed = jsonOfLine(line, where) as { id?: unknown; text?: unknown } | null
  if (typeof parsed?.text !== 'string' || parsed.id === undefined)
    throw wrongUse(`${where}: expected {"id","text"} with a text.`)
  return { id: String(parsed.id), text: parsed.text }
}

/** The masked text; then what was masked, what a person has to look at, and what that is worth. */
function showRedacted(redacted: Redacted & { readonly id?: string }, original: string, output: Output): void {
  if (output.json) return output.result(redacted, null)
  const { id, text, spans, flags } = redacted
  if (id !== undefined) output.text(output.style('bold', id))
  output.text(text.trimEnd())
  output.text('')
  for (const [rule, count] of counts(spans)) output.text(`${String(count).padStart(5)}  ${rule}`)
  const groups = flagGroups(countedFlags(flags, original))
  if (groups.length > 0) output.text('Not masked, and not known to be harmless:')
  for (const { kind, flags: own } of groups)
    output.text(`  ${flagGroupTitle(kind, own.length)}: ${own.map(({ term }) => term).join(', ')}`)
  output.text(`${formatCount(spans.length, 'item')} masked by these rules. Identifiers may remain.`)
}

/** Each word once, with the kind of its places that is likeliest to identify. */
function countedFlags(flags: Redacted['flags'], original: string) {
  const byTerm = Map.groupBy(flags, ({ start, end }) => original.slice(start, end).replace(/\s+/g, ' '))
  return [...byTerm].map(([term, all]) => {
    const kind = FlagKind.options.find((one) => all.some((flag) => flag.kind === one)) ?? 'name'
    return { term, count: all.length, kind }
  })
}

/** "person, found by names", the most frequent first. */
function counts(spans: Redacted['spans']): readonly (readonly [string, number])[] {
  const byRule = new Map<string, number>()
  for (const { type, by } of spans) {
    const rule = `${type.padEnd(14)} by ${by}`
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
  }
  return [...byRule].toSorted((one, other) => other[1] - one[1])
}

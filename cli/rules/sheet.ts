import { formatCount } from '../../wording/format-quantity.ts'
import { formatDate, withDates, withDayWords } from '../../wording/format-time.ts'
import { messageText } from '../../wording/message-text.ts'
import type { Command } from 'commander'
import { answerWords } from '../../contract/knowledge/calculator-input.ts'
import { pointsWords } from '../../contract/knowledge/proof-words.ts'
import type { Fact, FactInput } from '../../contract/knowledge/fact.ts'
import type { AssistantClient } from '../../contract/index.ts'
import {
  isAsked,
  isKnown,
  type KeptSheet,
  type Sheet,
  type SheetGoal,
  type SheetInput,
} from '../../contract/knowledge/sheet.ts'
import { whyWords, withUnit } from '../../contract/knowledge/sheet-words.ts'
import { type Output } from '../output.ts'
import { exportFormat, writeUnencrypted } from '../arguments.ts'
import type { Run } from '../session.ts'
import { notFound, wrongUse } from '../failures.ts'
import { calculatorNamed, inputOf } from './calc.ts'

const EXAMPLES = `
Examples:
  consilium sheet cha2ds2_vasc --matter "Ward 7"
  consilium sheet cha2ds2_vasc diabetes=no weight="58 kg" --matter "Ward 7" --as-of 2026-06-03
  consilium sheet --for "is she on too much enoxaparin?" --matter "Ward 7"
Inputs given here count before what the matter records, and are not recorded.`

type Options = {
  readonly matter: string
  readonly for?: string
  readonly asOf?: string
  readonly about?: readonly string[]
  readonly keep: boolean
  readonly export?: string
  readonly remove: boolean
  readonly kept: boolean
}

/** `sheet GOAL --matter M [key=value...] [--keep | --remove] · sheet --matter M [--for QUESTION] · sheet --matter M --kept` */
export function addSheetCommand(program: Command, run: Run): void {
  program
    .command('sheet [goal] [inputs...]')
    .description('a case sheet: what a matter says of each input of a score, a dose or a deadline, and what follows')
    .requiredOption('--matter <matter>', 'the matter that it is filled in from')
    .option('--for <question>', 'the goals that a question asks for')
    .option('--about <name...>', 'who is meant, where facts are about several')
    .option('--keep', 'keep the sheet in the list of the matter', false)
    .option('--export <file>', 'also write it to a file: .docx, .pdf or .md (not encrypted)')
    .option('--remove', 'remove the sheet that was kept for this goal, --about and --as-of', false)
    .option('--kept', 'the sheets that were kept, with what has changed since', false)
    .option('--as-of <day>', 'the day of the question, YYYY-MM-DD; default: today')
    .addHelpText('after', EXAMPLES)
    .action((goal: string | undefined, given: readonly string[], options: Options) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (goal !== undefined) return ofGoal(assistant, { goal, given, options }, output)
          if (options.keep || options.remove) throw wrongUse('Give the goal: consilium sheet GOAL --matter M --keep')
          if (options.kept) return showKept(await assistant.sheet.kept({ matter: options.matter }), output)
          const asked = { matter: options.matter, question: options.for ?? '' }
          return showGoals(await assistant.sheet.goals(asked), output)
        }),
      ),
    )
}

async function ofGoal(assistant: AssistantClient, wanted: Wanted, output: Output): Promise<void> {
  const { goal, given, options } = wanted
  const { matter, asOf, about = [] } = options
  if (options.for !== undefined) throw wrongUse('Give a goal or --for, not both.')
  if (options.kept) throw wrongUse('--kept lists the sheets of all goals; give no goal with it.')
  if (options.keep && given.length > 0)
    throw wrongUse(`A sheet is kept with what is recorded. Record these answers first: consilium facts "${matter}" set`)
  if (!options.remove) return showSheet(assistant, wanted, output)
  if (asOf === undefined) throw wrongUse('Give the day of the sheet to be removed with --as-of.')
  const kept = await assistant.sheet.kept({ matter })
  const isIt = (one: KeptSheet) => one.goal === goal && one.asOf === asOf && String(one.about) === String(about)
  if (!kept.some(isIt))
    throw notFound(`No sheet of ${goal} of ${asOf} was kept. To see them: consilium sheet --matter "${matter}" --kept`)
  await assistant.sheet.forget({ matter, goal, about: [...about], asOf })
  output.note(`Removed the sheet of ${goal} of ${asOf}.`)
}

function showKept(sheets: readonly KeptSheet[], output: Output): void {
  if (sheets.length === 0) output.note('No sheet was kept in this matter.')
  for (const one of sheets) output.result(one, keptText(one))
}

function showGoals(goals: readonly SheetGoal[], output: Output): void {
  if (goals.length === 0) output.note('No score, dose or deadline answers that question.')
  for (const one of goals) output.result(one, `${output.style('bold', one.goal)}  ${one.title} (${one.pack})`)
}

type Wanted = { readonly goal: string; readonly given: readonly string[]; readonly options: Options }

async function showSheet(assistant: AssistantClient, { goal, given, options }: Wanted, output: Output): Promise<void> {
  const { matter, asOf = null, about = [], keep, export: file } = options
  const format = file === undefined ? null : exportFormat(file)
  const typed = given.length === 0 ? [] : await typedAnswers(assistant, matter, { goal, given })
  const asked = { matter, goal, about: [...about], typed, asOf }
  const sheet = await assistant.sheet.open(asked)
  output.result(sheetLine(sheet), sheetText(sheet, output))
  for (const hint of hintsOf(sheet, matter)) output.note(hint)
  if (file !== undefined && format !== null) {
    const exported = await assistant.sheet.export({ ...asked, asOf: sheet.asOf, format })
    output.note(await writeUnencrypted(file, await exported.file.bytes()))
  }
  if (!keep) return
  await assistant.sheet.keep({ matter, goal, about: [...about], asOf: sheet.asOf })
  output.note(`Kept, as of ${sheet.asOf}. To see what changes: consilium sheet --matter "${matter}" --kept`)
}

/** By the inputs of the matter's own packs before those of others, as the sheet is. */
async function typedAnswers(
  assistant: AssistantClient,
  matter: string,
  { goal, given }: Pick<Wanted, 'goal' | 'given'>,
): Promise<FactInput[]> {
  const all = [...(await assistant.calculator.list({ matter })), ...(await assistant.calculator.list({}))]
  const calculator = calculatorNamed(all, goal)
  return given.map((text) => inputOf(text, calculator))
}

/** What would fill in more of it. */
function hintsOf({ isUsed, inputs, calculator: { pack } }: Sheet, matter: string): readonly string[] {
  if (!inputs.some(({ state }) => state === 'missing')) return []
  if (!isUsed)
    return [`This matter does not use these rules. To record facts for them: consilium packs use "${matter}" ${pack}`]
  return [`To look for what is missing in the documents: consilium facts "${matter}" propose`]
}

function keptText({ title, goal, about, asOf, result, unit, now, changed, isHere, problem }: KeptSheet): string {
  const value = (text: string | null) => withDayWords([text ?? 'no result', unit].filter(Boolean).join(' '))
  const since = [
    ...(changed.length > 0 ? [`changed since: ${changed.join(', ')}`] : []),
    ...(problem === null && now !== result ? [`now ${value(now)}`] : []),
    ...(problem === null ? [] : [isHere ? messageText(problem) : 'its rules are not used in this matter any more']),
  ]
  return [`${asOf}  ${[title, ...about].join(', ')} (${goal}): ${value(result)}`, ...since].join('; ')
}

/** What `--json` prints: `missing` says what each answer would make of the result. */
function sheetLine(sheet: Sheet): object {
  const { calculator, calculation, holds, inputs, asOf, stated, subjects, whose, notNeeded } = sheet
  // Null: there is none then. An answer that is not listed changes nothing.
  const resultOf = (input: SheetInput, answer: string) => {
    const found = input.answers.find((one) => one.answer === answer)
    return found ? found.result : calculation.result
  }
  return {
    goal: calculator.name,
    title: calculator.title,
    asOf,
    about: subjects,
    whose,
    result: calculation.result,
    unit: calculation.unit,
    holds,
    warning: calculation.warning,
    isUsed: sheet.isUsed,
    notNeeded,
    inputs: inputs.map((input) => ({
      name: input.label,
      key: input.key,
      value: valueWords(input),
      converted: input.converted,
      state: input.state,
      source: sourceOf(input),
      against: input.against.map((fact) => ({ value: otherValue(fact, input), ...sourceOfFact(fact) })),
      asked: isAsked(input),
      points: input.points && pointsWords(input.points),
    })),
    missing: inputs.filter(isAsked).map((input) => ({
      name: input.label,
      ...(input.args.includes(null) ? {} : { ifYes: resultOf(input, 'yes'), ifNo: resultOf(input, 'no') }),
      answers: input.answers.map(({ answer, result }) => ({ answer, result })),
    })),
    stated,
    whyNot: calculation.result === null ? (calculation.proof?.sentence ?? null) : null,
  }
}

function valueWords({ value, holds }: SheetInput): string | null {
  return value ?? holds
}

function sourceOf({ facts }: SheetInput): object | null {
  const [fact] = facts
  return fact ? { ...sourceOfFact(fact), ...(fact.source.kind === 'passage' ? { sources: facts.length } : {}) } : null
}

function sourceOfFact({ source }: Fact): object {
  if (source.kind === 'user') return { by: source.by }
  const { document, page, start, end, quote } = source
  return { document, page, start, end, quote }
}

function otherValue({ args, holds }: Fact, input: SheetInput): string | null {
  return answerWords({ ...input, holds, value: args[input.args.indexOf(null)] ?? null })
}

function sheetText(sheet: Sheet, output: Output): string {
  const { calculator, calculation, asOf, inputs, notNeeded, whose, stated, subjects } = sheet
  const { result, unit, warning } = calculation
  const missing = inputs.filter(isAsked).length
  const known = inputs.filter(isKnown).length
  const named = subjects.flatMap(({ type, name }) => (name === type ? [] : name))
  const value = result === null ? 'No result yet' : withDayWords(withUnit(result, unit))
  return [
    `${output.style('bold', calculator.title)}${named.length > 0 ? ` for ${named.join(', ')}` : ''}, as of ${formatDate(asOf)}`,
    `  ${output.style('bold', value)}`,
    `  ${formatCount(missing, 'input')} missing, ${known} known${notNeeded > 0 ? `, ${notNeeded} not needed` : ''}.`,
    ...(warning === null ? [] : [`  ${withDates(warning)}`]),
    ...stated.map(
      (one) =>
        `  ${one.document} says ${withDates(one.value)}${one.day ? ` (${formatDate(one.day)})` : ''}: “${one.quote}” ${withDates(whyWords(one))}`,
    ),
    ...whose
      .filter(({ chosen }) => chosen === null)
      .map(
        ({ names }) =>
          `  The facts are about ${names.join(', ')}. Nothing of theirs counts until one is named with --about.`,
      ),
    ...inputs.flatMap((input) => inputLines(input, output)),
  ].join('\n')
}

const STATES: Readonly<Record<SheetInput['state'], string>> = {
  recorded: '',
  read: 'from the document, not confirmed',
  typed: 'given here',
  conflict: 'values conflict, none is used',
  missing: 'not recorded',
}

function stateWords({ state, isAssumed }: SheetInput): string {
  return state === 'missing' && isAssumed ? 'not recorded, counts as no' : STATES[state]
}

function inputLines(input: SheetInput, output: Output): readonly string[] {
  const { label, state, points, answers, facts } = input
  const value = [answerWords(input), input.converted === null ? null : `(${input.converted})`].filter(Boolean).join(' ')
  const shown = [value, stateWords(input), points === null ? '' : `points: ${pointsWords(points)}`]
    .filter(Boolean)
    .join(', ')
  return [
    `  ${label}: ${shown}`,
    ...facts
      .slice(0, state === 'conflict' ? facts.length : 1)
      .flatMap(({ source }) =>
        source.kind === 'passage'
          ? output.style(
              'dim',
              `      ${source.document}: “${source.quote.replaceAll(/\s+/g, ' ')}”${moreSources(input)}`,
            )
          : [],
      ),
    ...input.against.map((fact) =>
      fact.source.kind === 'passage'
        ? `      ${fact.source.document} says ${otherValue(fact, input)}: “${fact.source.quote.replaceAll(/\s+/g, ' ')}”`
        : `      Otherwise recorded: ${withDates(fact.sentence)}`,
    ),
    ...answers.map(
      ({ answer, result }) => `      If ${answer}: ${result === null ? 'no result' : withDayWords(result)}`,
    ),
  ]
}

function moreSources({ facts, state }: SheetInput): string {
  return facts.length > 1 && state !== 'conflict' ? ` and ${formatCount(facts.length - 1, 'more source')}` : ''
}

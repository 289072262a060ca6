import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { KeptSheet, Sheet, SheetGoal, SheetInput } from '../../contract/sheet.ts'
import { counted } from '../counted.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'
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
  readonly kept: boolean
}

/** `sheet GOAL --matter M [key=value...] [--keep] · sheet --matter M [--for QUESTION] · sheet --matter M --kept` */
export function addSheetCommand(program: Command, run: Run): void {
  program
    .command('sheet [goal] [inputs...]')
    .description('a case sheet: what a matter says of each input of a score, a dose or a deadline, and what follows')
    .requiredOption('--matter <matter>', 'the matter that it is filled in from')
    .option('--for <question>', 'the goals that a question asks for')
    .option('--about <name...>', 'who is meant, where facts are about several')
    .option('--keep', 'keep the sheet in the list of the matter', false)
    .option('--kept', 'the sheets that were kept, with what has changed since', false)
    .option('--as-of <day>', 'the day of the question, YYYY-MM-DD; default: today')
    .addHelpText('after', EXAMPLES)
    .action((goal: string | undefined, given: readonly string[], options: Options) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (options.kept) return showKept(await assistant.sheet.kept({ matter: options.matter }), output)
          if (goal === undefined)
            return showGoals(
              await assistant.sheet.goals({ matter: options.matter, question: options.for ?? '' }),
              output,
            )
          if (options.for !== undefined) throw wrongUse('Give a goal or --for, not both.')
          return showSheet(assistant, { goal, given, options }, output)
        }),
      ),
    )
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
  const { matter, asOf = null, about = [], keep } = options
  if (keep && given.length > 0)
    throw wrongUse('A sheet is kept with what is recorded. Record these answers first: consilium facts MATTER set.')
  const wanted = given.length > 0 ? calculatorNamed(await assistant.calculator.list({}), goal) : null
  const typed = wanted === null ? [] : given.map((text) => inputOf(text, wanted))
  const sheet = await assistant.sheet.open({ matter, goal, about: [...about], typed, asOf })
  output.result(sheetLine(sheet), sheetText(sheet, output))
  if (keep) await assistant.sheet.keep({ matter, goal, about: [...about], asOf })
}

function keptText({ title, goal, about, asOf, result, unit, now, changed, isHere }: KeptSheet): string {
  const value = (text: string | null) => [text ?? 'no result', unit].filter(Boolean).join(' ')
  const since = [
    ...(changed.length > 0 ? [`new since: ${changed.join(', ')}`] : []),
    ...(isHere ? (now === result ? [] : [`now ${value(now)}`]) : ['its rules are not used in this matter any more']),
  ]
  return [`${asOf}  ${[title, ...about].join(', ')} (${goal}): ${value(result)}`, ...since].join('; ')
}

/** As `cli.md` has it: `missing` with what each answer would make of the result. */
function sheetLine({ calculator, calculation, holds, inputs, asOf, stated }: Sheet): object {
  const resultOf = (input: SheetInput, answer: string) =>
    input.answers.find((one) => one.answer === answer)?.result ?? calculation.result
  return {
    goal: calculator.name,
    title: calculator.title,
    asOf,
    result: calculation.result,
    unit: calculation.unit,
    holds,
    inputs: inputs.map((input) => ({
      name: input.label,
      key: input.key,
      value: valueWords(input),
      state: input.state,
      source: sourceOf(input),
      asked: input.state === 'missing' || input.state === 'conflict',
      points: input.points,
    })),
    missing: inputs
      .filter(({ state }) => state === 'missing' || state === 'conflict')
      .map((input) => ({
        name: input.label,
        ...(input.args.includes(null) ? {} : { ifYes: resultOf(input, 'yes'), ifNo: resultOf(input, 'no') }),
        answers: input.answers.map(({ answer, result }) => ({ answer, result })),
      })),
    stated: stated.map(({ value, document, quote }) => ({ value, document, quote })),
    whyNot: calculation.result === null ? (calculation.proof?.sentence ?? null) : null,
  }
}

function valueWords({ value, holds }: SheetInput): string | null {
  return value ?? holds
}

function sourceOf({ facts }: SheetInput): object | null {
  const [fact] = facts
  if (!fact) return null
  if (fact.source.kind === 'user') return { by: fact.source.by }
  const { document, page, start, end, quote } = fact.source
  return { document, page, start, end, quote, sources: facts.length }
}

function sheetText(sheet: Sheet, output: Output): string {
  const { calculator, calculation, asOf, inputs, notNeeded, whose, stated } = sheet
  const { result, unit, warning } = calculation
  const missing = inputs.filter(({ state }) => state === 'missing' || state === 'conflict')
  const value = result === null ? 'No result yet' : `${result}${unit === null ? '' : ` ${unit}`}`
  return [
    `${output.style('bold', calculator.title)}, as of ${asOf}`,
    `  ${output.style('bold', value)}`,
    `  ${counted(missing.length, 'input')} missing, ${inputs.length - missing.length} known${notNeeded > 0 ? `, ${notNeeded} not needed` : ''}.`,
    ...(warning === null ? [] : [`  ${warning}`]),
    ...stated.map(({ value: said, document, quote }) => `  ${document} says ${said}: “${quote}”`),
    ...whose
      .filter(({ chosen }) => chosen === null)
      .map(({ names }) => `  The facts are about ${names.join(', ')}. Name one with --about.`),
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

function inputLines(input: SheetInput, output: Output): readonly string[] {
  const { label, state, points, answers, facts } = input
  const shown = [valueWords(input), STATES[state], points === null ? '' : `points: ${points}`]
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
    ...answers.map(({ answer, result }) => `      If ${answer}: ${result ?? 'no result'}`),
  ]
}

function moreSources({ facts, state }: SheetInput): string {
  return facts.length > 1 && state !== 'conflict' ? ` and ${counted(facts.length - 1, 'more source')}` : ''
}

import { withDates, withDayWords } from '../../wording/format-time.ts'
import { messageText } from '../../wording/message-text.ts'
import type { Command } from 'commander'
import { proofLines } from '../../assistant/answers/claims/proof-lines.ts'
import type { FactInput } from '../../contract/knowledge/fact.ts'
import { withUnit } from '../../contract/knowledge/sheet-words.ts'
import type {
  Calculation,
  Calculator,
  CalculatorSuggestion,
  CalculatorSuggestions,
} from '../../contract/knowledge/rule.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'
import { notFound, wrongUse } from '../failures.ts'

const EXAMPLES = `
Examples:
  consilium calc cha2ds2vasc sex=female born=1948-02-11 hypertension=yes diabetes=no
  consilium calc --for "is she on too much enoxaparin?" --matter "Ward 7"
  consilium calc expires claim_type=contract accrued=2021-03-01 --as-of 2026-06-03
  consilium calc clinical/ckd_epi sex=female born=1948-02-11 creatinine="1.1 mg/dL"
Numbers carry their unit (weight="58 kg"); what is not given counts as not known.
PACK/NAME says which is meant where two packs have one of the same name.`

type Input = Calculator['inputs'][number]

type Options = { readonly asOf?: string; readonly for?: string; readonly matter?: string }

/** `calc · calc NAME key=value... · calc --for QUESTION` */
export function addCalcCommand(program: Command, run: Run): void {
  program
    .command('calc [name] [inputs...]')
    .description('calculators of the packs: list them, run one on its inputs alone, or find one for a question')
    .option('--for <question>', 'the calculators that a question asks for')
    .option('--matter <matter>', 'with --for: fill in what is known of this matter')
    .option('--as-of <day>', 'the day of the question, YYYY-MM-DD; default: today')
    .addHelpText('after', EXAMPLES)
    .action((name: string | undefined, inputs: readonly string[], { asOf, for: question, matter }: Options) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (question !== undefined) {
            if (name !== undefined) throw wrongUse('Give a calculator or --for, not both.')
            const asked = { question, matter: matter ?? null, asOf: asOf ?? null }
            return showSuggestions(await assistant.calculator.suggest(asked), output)
          }
          if (matter !== undefined) throw wrongUse('--matter goes with --for.')
          const all = await assistant.calculator.list({})
          if (name === undefined) {
            for (const one of all) output.result(one, calculatorText(one, output))
            return
          }
          const wanted = calculatorNamed(all, name)
          const given = inputs.map((text) => inputOf(text, wanted))
          const { name: found, pack } = wanted
          const calculation = await assistant.calculator.run({ name: found, pack, inputs: given, asOf: asOf ?? null })
          output.result(calculation, calculationText(calculation, wanted, output))
        }),
      ),
    )
}

function showSuggestions({ suggestions, leftOut }: CalculatorSuggestions, output: Output): void {
  if (suggestions.length + leftOut.length === 0)
    output.note('No calculator answers that question. To see them: consilium calc')
  for (const one of suggestions) output.result(one, suggestionText(one, output))
  for (const sentence of leftOut) output.note(`Left out: ${messageText(sentence)}.`)
}

/** What is known, what is asked for, and the words to run it with. */
function suggestionText({ calculator, given, whose, calculation }: CalculatorSuggestion, output: Output): string {
  return [
    output.style('bold', calculator.title),
    ...whose.map((one) => `  ${whoseWords(one)}`),
    ...given.map(({ sentence, input }) => `  known: ${withDates(`${sentence}${input.at ? ` (on ${input.at})` : ''}`)}`),
    calculationText(calculation, calculator, output),
    output.style('dim', `  consilium calc ${calculator.name} ${keysOf(calculator)}`),
  ].join('\n')
}

/** Facts of two people, or of two periods, are never mixed. */
function whoseWords({ type, names, chosen }: CalculatorSuggestion['whose'][number]): string {
  const kind = type.replaceAll('_', ' ')
  if (chosen !== null) return `${kind}: ${chosen}, named in the question`
  return `nothing of a ${kind} is filled in: the facts are about ${names.join(', ')}; name one in the question`
}

export function calculatorNamed(all: readonly Calculator[], name: string): Calculator {
  const wanted = name.toLowerCase()
  const found = all.find(({ name: own, title, pack }) =>
    [own, title, `${pack}/${own}`].some((text) => text.toLowerCase() === wanted),
  )
  if (!found) throw notFound(`There is no calculator "${name}". To see them: consilium calc`)
  return found
}

/** `weight=58 kg`, `diabetes=no`. */
export function inputOf(text: string, { name, inputs }: Calculator): FactInput {
  const at = text.indexOf('=')
  const [key, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 1 || value === '') throw wrongUse(`"${text}" is no input: write key=value.`)
  const input = inputs.find((one) => one.key === key)
  if (!input)
    throw wrongUse(`${name} has no input "${key}". It has ${[...new Set(inputs.map((one) => one.key))].join(', ')}.`)
  const { relation, args, places } = input
  const isDay = places.some(({ kind }, index) => args[index] === null && kind === 'date')
  if (isDay && /^[\d./-]+$/.test(value) && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw wrongUse(`"${value}" is no day here: write the year first, ${key}=2026-06-19.`)
  if (value === 'unknown' && !args.includes(null))
    return { relation, args: args.map((arg) => arg ?? ''), holds: 'unknown' }
  if (!args.includes(null)) return { relation, args: args.map((arg) => arg ?? ''), holds: yesOrNo(text, value) }
  // Several places are asked for with commas between.
  const values = value.split(',').map((one) => one.trim())
  return { relation, args: args.map((arg) => arg ?? values.shift() ?? '') }
}

function yesOrNo(text: string, value: string): 'yes' | 'no' {
  if (value === 'yes' || value === 'no') return value
  throw wrongUse(`"${text}": this is answered with yes, no or unknown.`)
}

function calculatorText({ name, title, inputs, reviewed, source }: Calculator, output: Output): string {
  const keys = keysOf({ inputs })
  return `${output.style('bold', name)}  ${title} (${source ?? 'no source'}${reviewWords(reviewed)})\n    ${keys}`
}

function keysOf({ inputs }: Pick<Calculator, 'inputs'>): string {
  return inputs.map((input) => `${input.key}=${hint(input)}`).join(' ')
}

function reviewWords(reviewed: boolean): string {
  return reviewed ? '' : ', sample, not reviewed guidance'
}

function hint({ args, places }: Input): string {
  if (!args.includes(null)) return 'yes|no'
  const asked = places.filter((_, at) => args[at] === null)
  return asked
    .map((place) => (place.kind === 'number' ? (place.unit ?? 'number') : place.kind))
    .join(',')
    .toUpperCase()
}

/** With everything known a condition is not met, such as an age outside the range of a formula; the proof says which. */
function noResult(missing: number): string {
  return missing > 0 ? 'not known yet' : 'not calculated'
}

/** Of all rules that it rests on; named are those whose source is another. */
function readWords(notRead: readonly string[], source: string | null): string {
  const others = notRead.filter((one) => one !== source)
  return `${notRead.length === 0 ? 'yes' : 'no'}${others.length === 0 ? '' : ` (not read: ${others.join('; ')})`}`
}

/** The points of a score stand in the proof. */
function calculationText(
  { name, result, unit, proof, source, notRead, warning, missing }: Calculation,
  { reviewed }: Calculator,
  output: Output,
): string {
  const value = result === null ? noResult(missing.length) : withDayWords(withUnit(result, unit))
  const steps = proof === null ? [] : proofLines(proof).slice(1)
  return [
    `${name}: ${output.style('bold', value)}`,
    ...(warning === null ? [] : [`  ${withDates(warning)}`]),
    ...missing.map(({ question }) => `  not known: ${withDates(question)}`),
    ...steps.map(({ depth, text }) => output.style('dim', `${'  '.repeat(depth)}${text}`)),
    output.style(
      'dim',
      `  source: ${source ?? 'none'}; source read: ${readWords(notRead, source)}${reviewWords(reviewed)}`,
    ),
  ].join('\n')
}

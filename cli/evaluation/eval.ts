import { type Command, Option } from 'commander'
import { resolve } from 'node:path'
import type { CompleteEvaluationInput } from '../../contract/evaluation/evaluation.ts'
import { WrittenStrategy } from '../../contract/answers/strategy.ts'
import { atLeastOne, count } from '../arguments.ts'
import { evaluateFolder, evaluateSet, type SetOptions } from './evaluate-set.ts'
import { wrongUse } from '../failures.ts'
import type { Run } from '../session.ts'
import { showAgreement } from './show-agreement.ts'
import { addEvalRoutingCommand, addEvalRunCommands, addEvalSetCommands } from './eval-runs.ts'

type EvalOptions = {
  what: 'retrieval' | 'answers' | 'all'
  baseline?: boolean
  gold?: boolean
  closedBook?: boolean
  rules: 'on' | 'off'
  cards: 'on' | 'off' | 'always'
  answerable?: boolean
  strategy?: WrittenStrategy
  chooseStrategy: boolean
  sample?: number
  seed: number
  model?: string
  report?: string
  resume?: boolean
  html?: string
  calibrate?: boolean
  set?: string
  matter?: string
  ablate?: boolean
  agreement?: boolean
}

export function addEvalCommand(program: Command, run: Run): void {
  const evaluation = withOptions(program.command('eval'))
    .argument('[folder]', 'with docs/ and questions.jsonl')
    .description('measure on a folder with docs/ and questions.jsonl, one line of metrics; or run a kept set')
    .action((folder: string | undefined, options: EvalOptions, command: Command) =>
      run(({ withAssistant, output, signal }) => {
        const given = command.options
          .map((option) => option.attributeName())
          .filter((name) => command.getOptionValueSource(name) === 'cli')
        const misused = evalMisuse(folder, options, given)
        if (misused !== null) throw wrongUse(misused)
        return withAssistant(async (assistant) => {
          if (options.agreement)
            return showAgreement(await assistant.evaluation.agreement({ matter: options.matter ?? null }), output)
          if (options.set !== undefined)
            return evaluateSet(setOptionsOf(options.set, options), assistant, output, signal)
          if (folder === undefined) throw wrongUse('Say which folder, or with --set which question set.')
          return evaluateFolder(inputOf(folder, options), assistant, output, signal)
        })
      }),
    )
  addEvalSetCommands(evaluation, run)
  addEvalRunCommands(evaluation, run)
  addEvalRoutingCommand(evaluation, run)
}

function withOptions(command: Command): Command {
  return command
    .addOption(new Option('--what <part>', 'what to measure').choices(['retrieval', 'answers', 'all']).default('all'))
    .option('--baseline', 'also plain rank fusion with four passages')
    .option('--gold', 'also with the gold passages')
    .option('--closed-book', 'also without documents')
    .addOption(
      new Option('--rules <on|off>', 'with the packs and facts of rules.json in the folder, or without')
        .choices(['on', 'off'])
        .default('on'),
    )
    .addOption(
      new Option('--cards <mode>', 'with the approved cards for an unsure model, without, or whatever the gate says')
        .choices(['on', 'off', 'always'])
        .default('on'),
    )
    .addOption(
      new Option('--strategy <name>', 'how to answer; else as it was measured for the model').choices(
        WrittenStrategy.options,
      ),
    )
    .option('--choose-strategy', 'answer each question by every strategy, and keep what is better for the model', false)
    .option('--answerable', 'only questions that have an answer')
    .option('--sample <n>', 'so many questions, drawn by the seed', atLeastOne)
    .option('--seed <n>', 'seed of the draw and of the generation', count, 0)
    .option('--model <id>', 'another model than the chosen one')
    .option('--report <folder>', 'write one line a question there')
    .option(
      '--resume',
      'go on where an earlier run with the same report stopped; with --set: where its newest run stopped',
    )
    .option('--html <file>', 'also write a report with plots, which opens in any browser')
    .option('--calibrate', 'calibrate the model on these answers, and keep that')
    .option('--set <name>', 'run a kept question set instead of a folder')
    .option('--matter <matter>', 'with --set: where it is kept; it is asked of the matter’s documents')
    .option(
      '--ablate',
      'with --set: eight runs: with and without documents, each with cards on, off and always, and without rules',
    )
    .option(
      '--agreement',
      'instead of a run: how often blind second opinions and this computer agree, over all matters',
    )
}

function inputOf(folder: string, options: EvalOptions): CompleteEvaluationInput {
  return {
    folder: resolve(folder),
    what: options.what,
    baseline: options.baseline ?? false,
    gold: options.gold ?? false,
    closedBook: options.closedBook ?? false,
    rules: options.rules,
    cards: options.cards,
    answerableOnly: options.answerable ?? false,
    sample: options.sample ?? null,
    seed: options.seed,
    model: options.model ?? null,
    report: options.report === undefined ? null : resolve(options.report),
    resume: options.resume ?? false,
    html: options.html === undefined ? null : resolve(options.html),
    strategy: options.strategy ?? null,
    chooseStrategy: options.chooseStrategy,
    calibrate: options.calibrate ?? false,
  }
}

function setOptionsOf(
  set: string,
  { matter, calibrate, resume, html, ablate, sample, seed, model, rules, cards, strategy }: EvalOptions,
): SetOptions {
  const how = strategy === undefined ? {} : { strategy }
  const drawn = { sample: sample ?? null, seed, model: model ?? null, ...how }
  const one = { passages: 'on', options: 'shown', rules, cards, ...drawn } as const
  const all = (['on', 'off'] as const).flatMap((passages) => [
    ...(['on', 'off', 'always'] as const).map((mode) => ({ ...one, passages, cards: mode })),
    { ...one, passages, rules: 'off' as const },
  ])
  const settings = ablate ? all : [one]
  return {
    set,
    matter: matter ?? null,
    settings,
    calibrate: calibrate ?? false,
    resume: resume ?? false,
    html: html === undefined ? null : resolve(html),
  }
}

const OF_FOLDER = ['what', 'baseline', 'gold', 'closedBook', 'answerable', 'report', 'chooseStrategy'] as const
const OF_SET = ['matter', 'ablate'] as const

/** What works on answers, and would be dropped where only the search is measured. */
const OF_ANSWERS = [
  'gold',
  'closedBook',
  'report',
  'resume',
  'html',
  'calibrate',
  'strategy',
  'chooseStrategy',
] as const

/** Every strategy beside every other is comparison enough. */
const NOT_BESIDE_ALL = ['strategy', 'baseline', 'gold', 'closedBook', 'calibrate', 'html'] as const

/** What would be dropped without a word is refused: the first fault, or null. `given`: options on the command line, not by default. */
function evalMisuse(folder: string | undefined, options: EvalOptions, given: readonly string[]): string | null {
  if (options.agreement) return misusedWithAgreement(folder, given)
  const flags = (names: readonly string[]) => names.filter((name) => given.includes(name)).map(flagOf)
  return options.set === undefined ? misusedWithFolder(options, flags) : misusedWithSet(folder, options, flags)
}

type FlagsOf = (names: readonly string[]) => readonly string[]

function misusedWithFolder({ what, resume, report, chooseStrategy }: EvalOptions, flags: FlagsOf): string | null {
  const ofSet = flags(OF_SET)
  if (ofSet.length > 0) return `${ofSet.join(', ')} goes only with --set.`
  const unanswered = what === 'retrieval' ? flags(OF_ANSWERS) : []
  if (unanswered.length > 0)
    return `${unanswered.join(', ')} needs answers, and --what retrieval writes none: use --what answers or all.`
  const beside = chooseStrategy ? flags(NOT_BESIDE_ALL) : []
  if (beside.length > 0) return `--choose-strategy does not go with ${beside.join(', ')}.`
  const isLoose = resume && report === undefined
  return isLoose ? '--resume goes only with --report, where the answers are kept, or with --set.' : null
}

function misusedWithSet(
  folder: string | undefined,
  { ablate, calibrate, html }: EvalOptions,
  flags: FlagsOf,
): string | null {
  const left = [...(folder === undefined ? [] : ['a folder']), ...flags(OF_FOLDER)]
  if (left.length > 0) return `--set does not go with ${left.join(', ')}: those are for a folder.`
  if (ablate && calibrate)
    return '--calibrate does not go with --ablate, whose runs leave parts out: calibrate on a run as in Ask.'
  const isManyRuns = ablate && html !== undefined
  return isManyRuns ? '--html does not go with --ablate, which makes eight runs: a report is of one.' : null
}

/** Nothing is run for it. */
function misusedWithAgreement(folder: string | undefined, given: readonly string[]): string | null {
  const others = given.filter((name) => name !== 'agreement' && name !== 'matter').map(flagOf)
  const left = [...(folder === undefined ? [] : ['a folder']), ...others]
  return left.length > 0 ? `--agreement does not go with ${left.join(', ')}: nothing is run for it.` : null
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { CompleteEvaluationInput } from '../../contract/evaluation.ts'
import { evaluateSet, type SetOptions } from '../evaluate-set.ts'
import { evaluateFolder } from '../evaluate-folder.ts'
import { showAgreement } from '../show-agreement.ts'
import { count } from '../count.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'
import { addEvalRoutingCommand } from './eval-routing.ts'
import { addEvalRunCommands } from './eval-runs.ts'
import { addEvalSetCommands } from './eval-sets.ts'

type Options = {
  what: 'retrieval' | 'answers' | 'all'
  baseline?: boolean
  gold?: boolean
  closedBook?: boolean
  rules: 'on' | 'off'
  cards: 'on' | 'off' | 'always'
  answerable?: boolean
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
  const evaluation = program
    .command('eval')
    .argument('[folder]', 'with docs/ and questions.jsonl')
    .description('measure on a folder with docs/ and questions.jsonl, one line of metrics; or run a kept set')
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
    .option('--answerable', 'only questions that have an answer')
    .option('--sample <n>', 'so many questions, drawn by the seed', count)
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
    .action((folder: string | undefined, options: Options, command: Command) =>
      run(({ withAssistant, output, signal }) => {
        refuseTogether(folder, options, command)
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

const OF_FOLDER = ['what', 'baseline', 'gold', 'closedBook', 'answerable', 'report'] as const
const OF_SET = ['matter', 'ablate'] as const

/** What would be dropped without a word is refused. */
function refuseTogether(
  folder: string | undefined,
  { set, ablate, html, resume, report }: Options,
  command: Command,
): void {
  if (command.getOptionValueSource('agreement') === 'cli') return refuseWithAgreement(folder, command)
  const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli'
  const flags = (names: readonly string[]) => names.map((name) => `--${name === 'closedBook' ? 'closed-book' : name}`)
  if (set === undefined) {
    const left = flags(OF_SET.filter(isGiven))
    if (left.length > 0) throw wrongUse(`${left.join(', ')} goes only with --set.`)
    if (resume && report === undefined)
      throw wrongUse('--resume goes only with --report, where the answers are kept, or with --set.')
    return
  }
  const left = [...(folder === undefined ? [] : ['a folder']), ...flags(OF_FOLDER.filter(isGiven))]
  if (left.length > 0) throw wrongUse(`--set does not go with ${left.join(', ')}: those are for a folder.`)
  if (ablate && html !== undefined)
    throw wrongUse('--html does not go with --ablate, which makes eight runs: a report is of one.')
}

/** Nothing is run for it. */
function refuseWithAgreement(folder: string | undefined, command: Command): void {
  const given = command.options.filter(
    (option) => command.getOptionValueSource(option.attributeName()) === 'cli' && option.long !== null,
  )
  const others = given.flatMap(({ long }) => (long && !['--agreement', '--matter'].includes(long) ? [long] : []))
  const left = [...(folder === undefined ? [] : ['a folder']), ...others]
  if (left.length > 0) throw wrongUse(`--agreement does not go with ${left.join(', ')}: nothing is run for it.`)
}

function inputOf(folder: string, options: Options): CompleteEvaluationInput {
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
    calibrate: options.calibrate ?? false,
  }
}

function setOptionsOf(
  set: string,
  { matter, calibrate, resume, html, ablate, sample, seed, model, rules, cards }: Options,
): SetOptions {
  const drawn = { sample: sample ?? null, seed, model: model ?? null }
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

import { messageText } from '../../wording/message-text.ts'
import type { Command } from 'commander'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AssistantClient } from '../../contract/index.ts'
import {
  type AnswerSettings,
  type Optimisation,
  type OptimisationResult,
  OptimiseSettings,
} from '../../contract/evaluation/optimisation.ts'
import { settingWords } from '../../contract/evaluation/answer-setting-words.ts'
import { atLeastOne, count } from '../arguments.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG, interrupted, notFound, wrongUse } from '../failures.ts'
import { setNamed } from '../find-named.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run } from '../session.ts'

type Options = {
  set?: string
  matter?: string
  evaluations: number
  sample: number
  seed: number
  model?: string
  report?: string
  resume?: boolean
  keep?: boolean
  reset?: boolean
}

const MOST_EVALUATIONS = 40

export function addOptimiseCommand(program: Command, run: Run): void {
  program
    .command('optimise')
    .argument('[folder]', 'with docs/ and questions.jsonl')
    .description('look for better settings of a model on your own questions. Run again, it goes on')
    .option('--set <name>', 'a kept question set instead of a folder')
    .option('--matter <matter>', 'with --set: where it is kept')
    .option('--evaluations <n>', `so many settings at most, up to ${MOST_EVALUATIONS}`, atLeastOne, 24)
    .option(
      '--sample <n>',
      'so many questions: half choose, the other half say what the choice is worth',
      atLeastOne,
      24,
    )
    .option('--seed <n>', 'seed of the draw and of the search', count, 0)
    .option('--model <id>', 'another model than the chosen one')
    .option('--report <folder>', 'write each answer there, not encrypted')
    .option('--resume', 'with --report: take the answers that are there')
    .option('--keep', 'use what was found, also where it was not shown to be better')
    .option('--reset', 'answer as usual again')
    .action((folder: string | undefined, options: Options) =>
      run(({ withAssistant, output, signal }) => {
        refuseTogether(folder, options)
        return withAssistant(async (assistant) => {
          if (!options.reset) return optimiseSet(optionsOf(folder, options), assistant, output, signal)
          const { id, sha256 } = await modelMeant(assistant, options.model)
          await assistant.optimisation.reset({ sha256 })
          output.result({ reset: id }, `Answers of ${id} are made as usual again.`)
        })
      }),
    )
}

function refuseTogether(
  folder: string | undefined,
  { set, matter, report, resume, reset, evaluations, sample }: Options,
) {
  if (reset) {
    if (folder !== undefined || set !== undefined)
      throw wrongUse('--reset measures nothing: give no folder and no --set.')
    return
  }
  if ((folder === undefined) === (set === undefined))
    throw wrongUse('Say which folder, or with --set which question set.')
  if (matter !== undefined && set === undefined) throw wrongUse('--matter goes only with --set.')
  if (resume && report === undefined) throw wrongUse('--resume goes only with --report, where the answers are kept.')
  if (evaluations < 1 || evaluations > MOST_EVALUATIONS)
    throw wrongUse(`--evaluations is from 1 to ${MOST_EVALUATIONS}.`)
  if (sample < 4)
    throw wrongUse('--sample is 4 or more: half of the questions choose, the other half are asked at the end.')
}

function optionsOf(folder: string | undefined, options: Options) {
  const { set, matter, evaluations, sample, seed, model, report, resume, keep } = options
  return {
    folder: folder === undefined ? null : resolve(folder),
    set: set ?? null,
    matter: matter ?? null,
    settings: OptimiseSettings.parse({ evaluations, sample, seed, model: model ?? null }),
    report: report === undefined ? null : resolve(report),
    resume: resume ?? false,
    keep: keep ?? false,
  }
}

async function modelMeant(assistant: AssistantClient, wanted: string | undefined) {
  const { models } = await assistant.model.list()
  const found = models.find(({ id, kind, inUse }) =>
    wanted === undefined ? kind === 'language' && inUse : id === wanted,
  )
  if (!found) throw notFound('There is no such model. To see them all: consilium models')
  return found
}

export type OptimiseOptions = {
  readonly folder: string | null
  /** By its name or id. */
  readonly set: string | null
  readonly matter: string | null
  readonly settings: OptimiseSettings
  readonly report: string | null
  readonly resume: boolean
  /** Uses what was found also where it was not shown to be better. */
  readonly keep: boolean
}

const LOOKED_EVERY_MS = 300

/** Looks for better settings on a question set and waits for the end; gives the exit code. Stopped, it keeps what it has. */
export async function optimiseSet(
  { set: name, matter: wanted, keep, ...options }: OptimiseOptions,
  assistant: AssistantClient,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const found = name === null ? null : await setNamed(assistant, wanted, name)
  const matter = found?.matter ?? null
  const { optimisation } = await assistant.optimisation.start({ ...options, set: found?.set ?? null, matter })
  const ended = await waitFor(assistant, { matter, optimisation }, output, signal)
  if (signal.aborted) throw interrupted(interruptedWords(ended))
  if (keep && ended.state === 'done') await assistant.optimisation.keep({ matter, optimisation })
  showChoice(await find(assistant, { matter, optimisation }), output)
  return ended.state === 'done' ? EXIT_DONE : EXIT_SOMETHING_WRONG
}

function interruptedWords({ done, tried, result }: Optimisation): string {
  const kept = result === null ? `${done} answers with ${tried.length} settings are kept` : `${done} answers are kept`
  const stands = result === null ? '' : ', and what was found before stands until then'
  return `Interrupted. ${kept}; the same command goes on${stands}.`
}

type Which = { readonly matter: string | null; readonly optimisation: string }

async function waitFor(
  assistant: AssistantClient,
  which: Which,
  output: Output,
  signal: AbortSignal,
): Promise<Optimisation> {
  let shown = 0
  let best = Number.NEGATIVE_INFINITY
  for (;;) {
    const found = await find(assistant, which)
    // Those of an earlier search stand until this one has come to its end.
    const isOfEarlier = found.result !== null && found.state !== 'done'
    for (const one of isOfEarlier ? [] : found.tried.slice(shown)) {
      shown += 1
      best = Math.max(best, one.score)
      showTried(one, { number: shown, best }, output)
    }
    if (found.state !== 'running' && found.state !== 'waiting') return found
    if (signal.aborted) await assistant.optimisation.stop(which)
    else output.progress(progressOf(found))
    await sleep(LOOKED_EVERY_MS)
  }
}

function progressOf({ done, of, leftMs, tried, settings, stage, result }: Optimisation): string {
  const bar = progressBar(done / Math.max(1, of), leftMs === null ? null : leftMs / 1000)
  const far = result === null ? `${tried.length} of ${settings.evaluations} settings, ` : ''
  return `${bar}  ${far}${stage ? messageText(stage) : 'waiting'}`
}

async function find(assistant: AssistantClient, { matter, optimisation }: Which): Promise<Optimisation> {
  const found = (await assistant.optimisation.list({ matter })).find((one) => one.optimisation === optimisation)
  if (!found) throw notFound('The matter was deleted meanwhile.')
  return found
}

/** One of the settings that were tried, in a line; `best`: the highest score so far. */
function showTried(
  { settings, score }: Optimisation['tried'][number],
  { number, best }: { readonly number: number; readonly best: number },
  output: Output,
): void {
  const text = `${String(number).padStart(2)}  score ${scoreWords(score)}, best ${scoreWords(best)}  ${exactWords(settings)}`
  output.result({ number, settings, score, best }, text)
}

/** What was chosen, and what it is worth on the questions that did not choose it. */
export function showChoice(optimisation: Optimisation, output: Output): void {
  const { result, isAgainstUsual, state, failure, tried, done, of } = optimisation
  const far = result ? '' : `${tried.length} settings, `
  const ended =
    state === 'done'
      ? []
      : [`${state} after ${far}${done} of ${of} answers`, ...(failure ? [messageText(failure)] : [])]
  if (!result) return output.result(optimisation, ended.join('\n'))
  const before = isAgainstUsual ? 'as usual' : `as in use before (${settingWords(result.against)})`
  const text = [
    ...ended,
    ...(ended.length > 0 ? ['What was found before stands:'] : []),
    `Best of ${tried.length}: ${exactWords(result.best)}`,
    `On ${result.questions} other questions: score ${scoreWords(result.found)}, ${before} ${scoreWords(result.before)}`,
    `  difference ${scoreWords(result.difference)}, interval ${result.interval.map(scoreWords).join(' to ')}`,
    outcomeWords(optimisation, result),
  ]
  output.result(optimisation, text.join('\n'))
}

function outcomeWords(
  { isOther, isAgainstUsual, inUse, model }: Optimisation,
  { isBetter }: OptimisationResult,
): string {
  if (!isOther) return `Nothing better than the ${isAgainstUsual ? 'usual settings' : 'settings in use'} was found.`
  if (isBetter && !inUse)
    return `The whole interval is above 0, but answers of ${model.id} are made by other settings. To use them: --keep`
  if (!inUse) return 'Not shown to be better, so answers are made as before. To use them all the same: --keep'
  const why = isBetter ? 'The whole interval is above 0, so answers' : 'Not shown to be better. Answers'
  return `${why} of ${model.id} are made so from now on. How sure they are was measured with other settings: calibrate again. To undo: --reset`
}

/** The window speaks of the length of answers; here the limit is said as well. */
function exactWords(settings: AnswerSettings): string {
  return `${settingWords(settings)}, ${settings.maxTokens} tokens at most`
}

function scoreWords(score: number): string {
  return score.toFixed(3)
}

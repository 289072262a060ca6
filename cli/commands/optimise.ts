import { resolve } from 'node:path'
import type { Command } from 'commander'
import { OptimiseSettings } from '../../contract/optimisation.ts'
import { atLeastOne, count } from '../count.ts'
import { optimiseSet } from '../optimise-set.ts'
import type { Run } from '../program.ts'
import { notFound, wrongUse } from '../usage-error.ts'
import type { AssistantClient } from '../../contract/index.ts'

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

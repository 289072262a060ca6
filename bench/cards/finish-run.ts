import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { EvaluationRun, RunRow, RunSettings, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../../contract/index.ts'

export type BenchSet = { readonly set: string; readonly questions: readonly SetQuestion[] }
export type FinishedRun = Pick<EvaluationRun, 'run' | 'model'> & { readonly rows: readonly RunRow[] }

const LOOKED_EVERY_MS = 500
const OF_NO_MATTER = { matter: null }

export type Drawn = {
  readonly count: number
  /** Kinds of question that come before all others. */
  readonly first: readonly string[]
}

/** The first questions of a file as a set of the home, taken in once. */
export async function keptSet(
  { evaluation }: AssistantClient,
  path: string,
  { count, first }: Drawn,
): Promise<BenchSet> {
  const name = [basename(path, extname(path)), count, ...first].join('-')
  const kept = (await evaluation.sets(OF_NO_MATTER)).find((one) => one.name === name && one.origin === 'imported')
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  const isFirst = (line: string) => first.includes((JSON.parse(line) as SetQuestion).type)
  const drawn = [...lines.filter(isFirst), ...lines.filter((line) => !isFirst(line))].slice(0, count)
  const file = new File([drawn.join('\n')], `${name}.jsonl`)
  const { set } = kept ?? (await evaluation.importFile({ ...OF_NO_MATTER, file }))
  return { set, questions: await evaluation.questions({ ...OF_NO_MATTER, set }) }
}

/** The rows of the run with these settings: what was answered before is kept, and what is left is asked now. Throws where it fails. */
export async function finishRun(
  { evaluation }: AssistantClient,
  { set }: BenchSet,
  settings: RunSettings,
): Promise<FinishedRun> {
  const find = async () =>
    (await evaluation.runs(OF_NO_MATTER)).find((run) => run.set === set && isDeepStrictEqual(run.settings, settings))
  const before = await find()
  if (!before) await evaluation.start({ ...OF_NO_MATTER, set, settings: [settings] })
  else if (before.state !== 'done') await evaluation.resume({ ...OF_NO_MATTER, run: before.run })
  for (let run = await find(); ; run = await find()) {
    if (run?.state === 'done') return { ...run, rows: await evaluation.rows({ ...OF_NO_MATTER, run: run.run }) }
    if (run?.state !== 'running' && run?.state !== 'waiting')
      throw new Error(`The run ended before it was done: ${run?.failure ?? 'it was stopped'}`)
    process.stderr.write(`\r${settings.passages} ${settings.cards}: ${run.done} of ${run.of}   `)
    await new Promise((wake) => setTimeout(wake, LOOKED_EVERY_MS))
  }
}

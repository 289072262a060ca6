import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entailmentOdds } from '../assistant/answers/judge-entailment.ts'
import type { LanguageModel } from '../models/language-model.ts'
import type { Measurement } from './measurement.ts'
import { openBenchModel } from './open-bench-model.ts'
import { type EntailmentPair, type JudgedPair, scoreEntailment } from './score-entailment.ts'

const NEVER = new AbortController().signal

/**
 * What a model's judgement that a sentence follows is worth, on our own labelled pairs: some texts choose the limit, the others
 * measure it. `CONSILIUM_BENCH_MODEL` names the model; with `CONSILIUM_BENCH_REPORT`, a folder, a run that was stopped goes on.
 * What comes out stands in `models/catalogue.json`.
 */
export async function* measureEntailment(): AsyncGenerator<Measurement> {
  const pairs = await readPairs()
  await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
  const judge = await createJudge(opened.model, process.env.CONSILIUM_BENCH_REPORT ?? null)
  const judged: Record<EntailmentPair['half'], JudgedPair[]> = { choose: [], measure: [] }
  for (const { half, text, follows, doesNotFollow, why } of pairs) {
    judged[half].push({ follows: true, odds: await judge(text, follows), why })
    judged[half].push({ follows: false, odds: await judge(text, doesNotFollow), why })
  }
  yield { bench: 'entailment', model: opened.model.info.id, ...scoreEntailment(judged.choose, judged.measure) }
}

export async function readPairs(): Promise<readonly EntailmentPair[]> {
  const text = await readFile(new URL('entailment/pairs.json', import.meta.url), 'utf8')
  return JSON.parse(text) as readonly EntailmentPair[]
}

type Kept = { readonly text: string; readonly sentence: string; readonly odds: number }

/** Asks the model, or finds in the folder what it said. */
async function createJudge(model: LanguageModel, folder: string | null) {
  const log = folder === null ? null : join(folder, `entailment-${model.info.sha256.slice(0, 16)}.jsonl`)
  const lines = log === null ? '' : await readFile(log, 'utf8').catch(() => '')
  const kept = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Kept)
  return async (text: string, sentence: string): Promise<number> => {
    const known = kept.find((one) => one.text === text && one.sentence === sentence)
    if (known) return known.odds
    const odds = await entailmentOdds(text, sentence, model, NEVER)
    if (log !== null) await appendFile(log, `${JSON.stringify({ text, sentence, odds } satisfies Kept)}\n`)
    return odds
  }
}

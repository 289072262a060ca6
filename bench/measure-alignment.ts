import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { comparePair } from '../assistant/opinions/align/compare-pair.ts'
import { judgePair, STANCE_WORDS, stanceScores } from '../assistant/opinions/align/judge-pair.ts'
import { readClaim } from '../assistant/opinions/align/read-claim.ts'
import { mean } from '../assistant/statistics/estimates.ts'
import type { LanguageModel } from '../models/language-model.ts'
import { listInstalled } from '../models/installed.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import { rounded } from './rounded.ts'
import { type LabelledPair, type ScoredPair, scoreAlignment } from './score-alignment.ts'

const MODELS = ['qwen2.5-coder-0.5b-instruct-q4_k_m', 'qwen2.5-coder-1.5b-instruct-q4_k_m']
const NEVER = new AbortController().signal

/**
 * The labelled pairs compared by rule alone, and with each installed model (or CONSILIUM_BENCH_MODEL alone) for those that rules cannot
 * tell. Those of `pairs.json` were looked at in developing; those of `held-out.json` were written before, and only counted.
 */
export async function* measureAlignment() {
  const sets = await Promise.all(['pairs', 'held-out'].map(readByRule))
  for (const { set, pairs } of sets) yield scoreAlignment('rule alone', set, pairs)
  const folder = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
  const { CONSILIUM_BENCH_MODEL: only } = process.env
  const installed = (await listInstalled(folder)).map(({ model }) => model.id)
  for (const id of (only === undefined ? MODELS : [only]).filter((wanted) => installed.includes(wanted)))
    yield* measureModel(id, folder, sets)
}

/** First how likely each word is by itself, which `judge-pair.ts` holds. */
async function* measureModel(id: string, folder: string, sets: readonly ByRule[]) {
  await using opened = await openLocalModel(id, folder)
  const [developed] = sets
  yield { bench: 'alignment', judge: id, priors: await priorsOver(developed?.pairs ?? [], opened.model) }
  for (const { set, pairs } of sets) yield scoreAlignment(`rule + ${id}`, set, await judged(pairs, opened.model))
}

type ByRule = { readonly set: string; readonly pairs: readonly ScoredPair[] }

async function readByRule(set: string): Promise<ByRule> {
  const file = new URL(`alignment/${set}.json`, import.meta.url)
  const labelled = JSON.parse(await readFile(file, 'utf8')) as readonly LabelledPair[]
  return { set, pairs: labelled.map((pair): ScoredPair => ({ ...pair, by: 'rule', state: stateByRule(pair) })) }
}

function stateByRule({ a, b }: LabelledPair): ScoredPair['state'] {
  return comparePair(read(a), read(b)).state
}

function read({ text, cites }: LabelledPair['a']) {
  const citations = cites.map((documentId) => {
    return { source: 'S1', document: documentId, documentId, reference: null, page: null, start: 0, end: 1, quote: '' }
  })
  return readClaim({ text, citations })
}

/** The mean for each label, and of these the mean, to three digits: so no label counts for more than another. */
async function priorsOver(pairs: readonly LabelledPair[], model: LanguageModel): Promise<readonly number[]> {
  const scored: { readonly label: string; readonly scores: readonly number[] }[] = []
  for (const { a, b, label } of pairs)
    scored.push({ label, scores: (await stanceScores(a.text, b.text, model, NEVER)) ?? [] })
  const means = [...Map.groupBy(scored, ({ label }) => label).values()].map((own) =>
    STANCE_WORDS.map((_, index) => mean(own.map(({ scores }) => scores[index] ?? 0))),
  )
  return STANCE_WORDS.map((_, index) => rounded(mean(means.map((one) => one[index] ?? 0))))
}

async function judged(pairs: readonly ScoredPair[], model: LanguageModel): Promise<readonly ScoredPair[]> {
  const scored: ScoredPair[] = []
  for (const pair of pairs) {
    if (pair.state !== 'unclear') scored.push(pair)
    else scored.push({ ...pair, by: 'model', state: await judgePair(pair.a.text, pair.b.text, model, NEVER) })
  }
  return scored
}

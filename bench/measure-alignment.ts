import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { comparePair } from '../assistant/opinions/align/compare-pair.ts'
import { judgePair } from '../assistant/opinions/align/judge-pair.ts'
import { readClaim } from '../assistant/opinions/align/read-claim.ts'
import { listInstalled } from '../models/installed.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import { type LabelledPair, type ScoredPair, scoreAlignment } from './score-alignment.ts'

const MODELS = ['qwen2.5-coder-0.5b-instruct-q4_k_m', 'qwen2.5-coder-1.5b-instruct-q4_k_m']
const NEVER = new AbortController().signal

/**
 * The labelled pairs of `alignment/pairs.json` compared by rule alone, and with each installed model (or CONSILIUM_BENCH_MODEL alone) for
 * those that rules cannot tell.
 * The pairs with even ids were used in developing; the others were not looked at before.
 */
export async function* measureAlignment() {
  const file = new URL('alignment/pairs.json', import.meta.url)
  const pairs = JSON.parse(await readFile(file, 'utf8')) as readonly LabelledPair[]
  const byRule = pairs.map((pair): ScoredPair => ({ ...pair, by: 'rule', state: stateByRule(pair) }))
  yield* scoreAlignment('rule alone', byRule)
  const folder = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
  const { CONSILIUM_BENCH_MODEL: only } = process.env
  const installed = (await listInstalled(folder)).map(({ model }) => model.id)
  for (const id of (only === undefined ? MODELS : [only]).filter((wanted) => installed.includes(wanted)))
    yield* scoreAlignment(`rule + ${id}`, await judged(byRule, id, folder))
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

async function judged(pairs: readonly ScoredPair[], id: string, folder: string): Promise<readonly ScoredPair[]> {
  await using opened = await openLocalModel(id, folder)
  const scored: ScoredPair[] = []
  for (const pair of pairs) {
    if (pair.state !== 'unclear') scored.push(pair)
    else scored.push({ ...pair, by: 'model', state: await judgePair(pair.a.text, pair.b.text, opened.model, NEVER) })
  }
  return scored
}

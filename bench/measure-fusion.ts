import {
  type Hit,
  type RetrievalMetrics,
  retrievalMetrics,
  type Retrieved,
} from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import { type EmbedQuery, fuse, gather, type Gathered, plainFusion } from '../library/search/search-passages.ts'
import { FUSION_WEIGHTS, type FusionWeights } from '../library/search/score-passages.ts'
import type { GoldSpan } from '../contract/evaluation/evaluation.ts'
import type { Measurement } from './measurement.ts'
import { openRetrievalBench, RETRIEVAL_SETS, type RetrievalSet } from './retrieval-sets.ts'
import { rounded } from './rounded.ts'
import { chosenWithout, FUSION_GRID } from './score-fusion.ts'
import { wilson } from './wilson.ts'

const HITS = 10

/** Rankings of one set: of the single lists and of plain fusion, and what the product fuses. */
type Asked = { readonly gold: readonly GoldSpan[]; readonly ms: number; readonly gathered: Gathered } & Readonly<
  Record<Baseline, readonly Hit[]>
>
const BASELINES = ['bm25', 'dense', 'plainFusion'] as const
type Baseline = (typeof BASELINES)[number]

type Measured = {
  readonly name: string
  readonly baselines: Readonly<Record<Baseline, RetrievalMetrics>>
  readonly byWeights: readonly RetrievalMetrics[]
}

/**
 * How search ranks on the five sets that have spans, beside BM25, the dense list and plain rank fusion: with the weights in use, and with
 * those that the other four sets would choose. Definitions are those of `eval --what retrieval`; near-duplicates are not folded.
 */
export async function* measureFusion(): AsyncGenerator<Measurement> {
  await using bench = await openRetrievalBench()
  const measured: Measured[] = []
  for (const name of RETRIEVAL_SETS) {
    await using set = await bench.open(name)
    measured.push(measuredSet(set, await askAll(set, bench.embed)))
  }
  const chosen = chosenWithout(measured)
  for (const { name, baselines, byWeights } of measured) {
    for (const way of BASELINES) yield lineOf(name, way, baselines[way])
    const best = Math.max(...Object.values(baselines).map(({ hit10 }) => hit10))
    const behind = ({ hit10 }: RetrievalMetrics) => ({ behindBest: rounded(best - hit10) })
    const [inUse] = byWeights
    if (inUse) yield { ...lineOf(name, 'in use', inUse), ...behind(inUse), weights: FUSION_WEIGHTS }
    const at = chosen.get(name) ?? 0
    const without = byWeights[at]
    if (without)
      yield { ...lineOf(name, 'chosen without this set', without), ...behind(without), weights: FUSION_GRID[at] }
  }
}

async function askAll(set: RetrievalSet, embed: EmbedQuery): Promise<readonly Asked[]> {
  const { index, questions } = set
  const asked: Asked[] = []
  for (const { question, goldSpans: gold } of questions) {
    const startedMs = performance.now()
    const gathered = await gather(question, index, embed, undefined)
    fuse(gathered)
    const ms = performance.now() - startedMs
    const words = index.passages.search(question).best(HITS)
    const near = (await index.vectors?.search(await embed(question), HITS)) ?? []
    const plain = await plainFusion(question, index, embed)
    const hits = (ids: Iterable<number>) => Array.from(ids, set.hitOf)
    const lists = { bm25: hits(words.keys()), dense: hits(near.map(({ id }) => id)), plainFusion: hits(idsOf(plain)) }
    asked.push({ gold, ms, gathered, ...lists })
  }
  return asked
}

function measuredSet(set: RetrievalSet, asked: readonly Asked[]): Measured {
  const metrics = (hits: (one: Asked) => readonly Hit[]) =>
    retrievalMetrics(asked.map((one): Retrieved => ({ gold: one.gold, ms: one.ms, hits: hits(one) })))
  const fused = (weights: FusionWeights) => metrics(({ gathered }) => idsOf(fuse(gathered, weights)).map(set.hitOf))
  return {
    name: set.name,
    baselines: {
      bm25: metrics(({ bm25 }) => bm25),
      dense: metrics(({ dense }) => dense),
      plainFusion: metrics(({ plainFusion: plain }) => plain),
    },
    byWeights: FUSION_GRID.map(fused),
  }
}

function idsOf(ranked: readonly { readonly id: number }[]): readonly number[] {
  return ranked.slice(0, HITS).map(({ id }) => id)
}

function lineOf(set: string, way: string, metrics: RetrievalMetrics): Measurement {
  const { questions, hit1, hit5, hit10, mrr, document1, p50Ms, p95Ms } = metrics
  const intervalOf = (share: number) => wilson(Math.round(share * questions), questions)
  return {
    bench: 'fusion',
    set,
    way,
    questions,
    hit1: rounded(hit1),
    hit5: rounded(hit5),
    hit10: rounded(hit10),
    hit10Interval: intervalOf(hit10),
    mrr: rounded(mrr),
    document1: rounded(document1),
    document1Interval: intervalOf(document1),
    p50Ms: Math.round(p50Ms),
    p95Ms: Math.round(p95Ms),
  }
}

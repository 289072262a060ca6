import {
  type AgreementKappa,
  type AgreementPoint,
  type AgreementSeries,
  DECIDED_FOR_RATE,
  type OpinionAgreement,
  PAIRS_FOR_KAPPA,
} from '../../../contract/evaluation/agreement.ts'
import type { Decision } from '../../../contract/opinions/decision.ts'
import { shareOf } from '../../statistics/estimates.ts'
import { cohensKappa } from '../../statistics/paired-statistics.ts'
import { decisionsIn } from '../decisions/kept-decisions.ts'
import { type Matters, mattersWanted, rateOfSecondOpinions } from './second-opinion-rate.ts'
import { type DatedPair, type OpinionPairs, opinionPairs } from './opinion-pairs.ts'

/** What one matter has to tell of its second opinions. */
type OpinionsOfMatter = OpinionPairs & { readonly decisions: readonly Decision[] }

/** More points than these are no plot that one reads. */
const POINTS = 60

/**
 * How often a blind second opinion and this computer agree, apart for each domain, local model, provider and list: kappa over
 * different lists together would flatter, for whoever knows the list agrees on it by that alone.
 */
export function agreementOverTime(matters: readonly OpinionsOfMatter[]): OpinionAgreement {
  const pairs = matters.flatMap((matter) => matter.pairs)
  const rate = rateOfSecondOpinions(matters.flatMap(({ decisions }) => decisions))
  const series = [...Map.groupBy(pairs, seriesKey).values()].map(seriesOf)
  return {
    matters: matters.length,
    pairs: pairs.length,
    notCompared: matters.reduce((sum, matter) => sum + matter.notCompared, 0),
    decided: rate.of,
    secondRight: rate.of < DECIDED_FOR_RATE ? null : rate,
    series: series.toSorted((one, other) => other.same.of - one.same.of),
  }
}

function seriesKey({ domain, localModel, provider, model, basis, categories }: DatedPair): string {
  return JSON.stringify([domain, localModel, provider, model, basis, categories])
}

function seriesOf(pairs: readonly DatedPair[]): AgreementSeries {
  const { domain, localModel, provider, model, basis, categories, ordinal } = pairs[0] as DatedPair
  const inTime = pairs.toSorted((one, other) => one.at.localeCompare(other.at))
  const last = pointAfter(inTime)
  return {
    domain,
    localModel,
    provider,
    model,
    basis,
    options: categories === null ? null : [...categories],
    ordinal,
    same: last.same,
    kappa: last.kappa,
    points: pointCounts(pairs.length).map((count) => pointAfter(inTime.slice(0, count))),
  }
}

/** Evenly spread, ending with all of them. */
function pointCounts(pairs: number): readonly number[] {
  const points = Math.min(POINTS, pairs)
  return Array.from({ length: points }, (_, index) => Math.round(((index + 1) * pairs) / points))
}

function pointAfter(pairs: readonly DatedPair[]): AgreementPoint {
  return {
    at: pairs.at(-1)?.at ?? '',
    same: shareOf(pairs, ({ local, cloud }) => local === cloud),
    kappa: kappaOf(pairs),
  }
}

function kappaOf(pairs: readonly DatedPair[]): AgreementKappa | null {
  const [first] = pairs
  const chosen = first?.categories ?? null
  // Without a closed list each question has words of its own, so that chance seems to make next to nothing the same.
  if (!first || chosen === null || pairs.length < PAIRS_FOR_KAPPA) return null
  const table = chosen.map((row) =>
    chosen.map((column) => pairs.filter(({ local, cloud }) => local === row && cloud === column).length),
  )
  const weights = first.ordinal ? 'quadratic' : 'none'
  const result = cohensKappa(table, weights)
  if (!result) return null
  const { kappa, interval } = result
  // Stands beside the share that is the same, where a near miss counts for nothing.
  const byChance = cohensKappa(table)?.byChance ?? 1
  return { kappa, interval: [Math.max(-1, interval[0]), Math.min(1, interval[1])], weights, byChance }
}

/** Over one matter, or over all that are not archived. Throws `NOT_FOUND`, `LOCKED`. */
export async function opinionAgreement(home: Matters, matter: string | null): Promise<OpinionAgreement> {
  const read: OpinionsOfMatter[] = []
  for await (const one of mattersWanted(home, matter)) read.push({ ...opinionPairs(one), decisions: decisionsIn(one) })
  return agreementOverTime(read)
}

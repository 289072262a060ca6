import { sayDay } from '../../../kb/dates/say-day.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import { factsIn } from '../../../kb/prove/facts-in.ts'
import type { Proof } from '../../../kb/prove/proof.ts'
import { sayFact } from './say-fact.ts'

/** Values further apart may not belong together. Packs do not say how long a value keeps, so a person is to judge. */
const APART_DAYS = 3
const OLD_DAYS = 30

type Dated = Fact & { readonly at: number }

/** That measurements on which a result rests are of different days, or old, in words; null where they are not, or are undated. */
export function warnOfDays(proofs: readonly Proof[], inference: Inference): string | null {
  const { vocabulary } = inference.program
  const isMeasured = (fact: Fact): fact is Dated =>
    fact.at !== null && fact.holds === 'yes' && (vocabulary.relations.get(fact.relation)?.latest ?? false)
  const [oldest, ...others] = factsIn(proofs, inference)
    .filter(isMeasured)
    .toSorted((one, other) => one.at - other.at)
  if (!oldest) return null
  const newest = others.at(-1) ?? oldest
  const oldestWords = `${sayDay(oldest.at)} (${sayFact(oldest, vocabulary)})`
  if (newest.at - oldest.at > APART_DAYS)
    return `Its values are of different days: the oldest is of ${oldestWords}, the newest of ${sayDay(newest.at)}.`
  return inference.options.asOf - oldest.at > OLD_DAYS
    ? `It rests on old values: the oldest is of ${oldestWords}.`
    : null
}

import type { FactsInForce } from '../../../kb/infer/facts-in-force.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import { factsIn } from '../../../kb/prove/proof-contents.ts'
import type { Proof } from '../../../kb/prove/proof.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import { t } from '../../../wording/translate.ts'
import { sayFact } from './statement-text.ts'
import { inputsOf } from './view-calculators.ts'

/** The latest day, YYYY-MM-DD, on which these facts of a relation were observed; null: they are undated. */
export type FactDays = (relation: string, ids: readonly string[]) => string | null

/** Of the facts in force; each relation is looked through once. */
export function createFactDays(facts: FactsInForce): FactDays {
  const known = new Map<string, ReadonlyMap<string, number | null>>()
  return (relation, ids) => {
    if (ids.length === 0) return null
    const days = known.get(relation) ?? new Map(facts.relation(relation).facts.map(({ id, at }) => [id, at]))
    known.set(relation, days)
    const latest = Math.max(...ids.map((id) => days.get(id) ?? -Infinity))
    return Number.isFinite(latest) ? sayDay(latest) : null
  }
}

/** The first of these facts of a relation that was stated in another unit than the relation's; null: none was. */
export type OwnUnits = (relation: string, ids: readonly string[]) => Fact | null

export function createOwnUnits(facts: FactsInForce): OwnUnits {
  const known = new Map<string, readonly Fact[]>()
  return (relation, ids) => {
    const stated = known.get(relation) ?? facts.relation(relation).facts.filter(({ own }) => own !== undefined)
    known.set(relation, stated)
    return stated.find(({ id }) => ids.includes(id)) ?? null
  }
}

/** Values further apart may not belong together. Packs do not say how long a value keeps, so a person is to judge. */
const APART_DAYS = 3
const OLD_DAYS = 30

type Dated = Fact & { readonly at: number }

/** That measurements on which a result rests are of different days, or old, in words; null where they are not, or are undated. */
export function warnOfDays(proofs: readonly Proof[], inference: Inference): string | null {
  const { vocabulary } = inference.program
  const isMeasured = (fact: Fact): fact is Dated =>
    fact.at !== null && fact.holds === 'yes' && (vocabulary.relations.get(fact.relation)?.latest ?? false)
  const [oldest, ...others] = [...factsIn(proofs, inference), ...inputFacts(proofs, inference)]
    .filter(isMeasured)
    .toSorted((one, other) => one.at - other.at)
  if (!oldest) return null
  const newest = others.at(-1) ?? oldest
  const said = { oldest: sayDay(oldest.at), fact: sayFact(oldest, vocabulary) }
  if (newest.at - oldest.at > APART_DAYS) return t('reasoning.daysApart', { ...said, newest: sayDay(newest.at) })
  return inference.options.asOf - oldest.at > OLD_DAYS ? t('reasoning.oldValues', said) : null
}

/** Facts of what it is about that its rules look at. A proof leaves out those that add no points, and they count as much. */
function inputFacts(proofs: readonly Proof[], { program, facts }: Inference): readonly Fact[] {
  const [conclusion] = proofs.map((proof) => proof.conclusion)
  const relation = program.vocabulary.relations.get(conclusion?.relation ?? '')
  if (!conclusion || !relation) return []
  const names = new Map(
    conclusion.values.flatMap((value, at) => {
      const place = relation.places[at]
      return place?.kind === 'name' && value.kind === 'name' ? [[place.type, value.name] as const] : []
    }),
  )
  return inputsOf(relation, program).flatMap(({ relation: name, latest, args, places }) => {
    const wanted = places.map((place, at) => {
      if (place.kind !== 'name') return undefined
      return place.open ? names.get(place.type) : (args[at] ?? undefined)
    })
    // Facts of nobody in particular would be those of everybody.
    const isOfAll = places.some((place, at) => place.kind === 'name' && place.open && wanted[at] === undefined)
    return latest && !isOfAll
      ? facts
          .relation(name)
          .table.matching(wanted)
          .flatMap((row) => row.facts)
      : []
  })
}

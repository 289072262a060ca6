import type { TimeLimit } from '../../checks/draft/check-time-limits.ts'
import type { Fact } from '../../contract/knowledge/fact.ts'
import type { Proof } from '../../contract/knowledge/proof.ts'
import type { Conclusion } from '../../contract/knowledge/rule.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { factRows } from '../rules/fact-rows.ts'
import type { NamedView, PackView } from '../rules/kernel/kernel-methods.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { packsOf } from '../rules/packs/matter-packs.ts'
import { RulesStoppedError } from '../rules/rule-kernel.ts'
import { inEnglish } from '../../wording/translate.ts'

/** What the rules of a matter compute from its confirmed facts, that a draft may state. `edition`: another one as soon as any of it is. */
export type TimeLimits = { readonly limits: readonly TimeLimit[]; readonly edition: string }

export const NO_TIME_LIMITS: TimeLimits = { limits: [], edition: '' }

/**
 * The days and periods whose authors say how documents name them, also those that are not settled, for a sentence may mean these. None
 * where the rules did not finish: what is missing could be the one that is meant.
 */
export async function timeLimitsOf(knowledge: Knowledge, matter: OpenMatter, today: string): Promise<TimeLimits> {
  if (packsOf(matter.store.settings).length === 0) return NO_TIME_LIMITS
  const on = await knowledge.of(matter)
  const view = await knowledge.view(on.packs)
  const written = await inEnglish(() => knowledge.view(on.packs))
  const relations = view.named.map(({ relation }) => relation)
  if (relations.length === 0) return NO_TIME_LIMITS
  const facts = (await factRows(knowledge, matter, today)).filter(({ state }) => state === 'confirmed')
  try {
    const asked = { asOf: today, relations }
    const { conclusions, stopped } = await knowledge.kernel.call('conclude', on, asked)
    if (stopped !== null) return NO_TIME_LIMITS
    const found = recordedOf(conclusions.flatMap((one) => limitOf(one, { view, written, facts })))
    return { limits: found.map(({ limit }) => limit), edition: editionOf(found) }
  } catch (error) {
    if (!(error instanceof RulesStoppedError)) throw error
    return NO_TIME_LIMITS
  }
}

const PLACES = /\{(\d+)\}/g
const DAY = /^\d{4}-\d{2}-\d{2}$/
const PERIOD = /^\d+ (?:days|weeks|months|years)$/

/** A limit with the facts that it rests on and the names that it is of. */
type Found = { readonly limit: TimeLimit; readonly rests: readonly Fact[]; readonly subjects: readonly string[] }

/**
 * Those of which something is on record: a day that rests on facts, for without any it is of a claim under another law, and the period of a
 * kind of claim that such a day is of.
 */
function recordedOf(found: readonly Found[]): readonly Found[] {
  const days = found.filter(({ limit, rests }) => limit.isDay && rests.length > 0)
  const isOfKind = (day: Found, { limit, subjects }: Found) =>
    day.limit.law === limit.law && day.rests.some(({ args }) => args.some((arg) => subjects.includes(arg)))
  const periods = found.filter((one) => !one.limit.isDay && days.some((day) => isOfKind(day, one)))
  return [...days, ...periods]
}

/** The same in every language. */
function editionOf(found: readonly Found[]): string {
  const all = found.map(({ limit: { called, law, day, period }, rests, subjects }) => [
    called,
    law,
    day,
    period,
    subjects,
    rests.map(({ id }) => id),
  ])
  return found.length === 0 ? '' : sha256(JSON.stringify(all))
}

/** `written`: the packs as their authors wrote them, by whose words drafts are read whatever the language of the call. */
type Known = { readonly view: PackView; readonly written: PackView; readonly facts: readonly Fact[] }

function limitOf(conclusion: Conclusion, { view, written, facts }: Known): readonly Found[] {
  const { relation, args, proof, holds, assumed } = conclusion
  const isOf = (one: { readonly relation: string }) => one.relation === relation
  const [named, shown, word] = [written.named.find(isOf), view.named.find(isOf), written.words.find(isOf)]
  if (!named || !shown || !word) return []
  const isDay = word.places.some(({ kind }) => kind === 'date')
  const rests = factsOf(proof, facts)
  const subjects = args.filter((_, at) => word.places[at]?.kind === 'name')
  const isSettled = holds === 'yes' && assumed.length === 0
  const value = isSettled ? args[word.places.findIndex(({ kind }) => kind !== 'name')] : undefined
  const day = isDay && value !== undefined && DAY.test(value) ? value : null
  const period = isDay ? periodIn(rests) : value !== undefined && PERIOD.test(value) ? value : null
  const law = lawOf(proof, written)
  const limit = {
    called: calledBy(named, args),
    subject: subjects.map(spaced).join(' '),
    law,
    day,
    period,
    isDay,
    own: ownWords(named, subjects, rests, proof, law),
    rule: shown.title,
    facts: rests.map(({ sentence }) => sentence).join('; '),
  }
  return [{ limit, rests, subjects }]
}

function calledBy({ called }: NamedView, args: readonly string[]): readonly string[] {
  return called.map((name) => name.replace(PLACES, (_, place: string) => spaced(args[Number(place)] ?? '')))
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

/** The length that the facts give it, where it is one. */
function periodIn(facts: readonly Fact[]): string | null {
  const [first, second] = [...new Set(facts.flatMap(({ args }) => args.filter((arg) => PERIOD.test(arg))))]
  return second === undefined ? (first ?? null) : null
}

/** Whom the facts are about and what they name, without days and numbers, and the rules with their law. */
function ownWords(
  { title }: NamedView,
  subjects: readonly string[],
  facts: readonly Fact[],
  proof: Proof,
  law: string,
): string {
  // Not their sentences: "tort other than personal injury" is of no personal injury.
  const names = facts.flatMap(({ holds, args }) => (holds === 'yes' ? args.filter((arg) => !/\d/.test(arg)) : []))
  // Of a decision the names are those of people.
  const sources = groundsIn(proof).flatMap(({ source }) => (source === null || / v\.? /.test(source) ? [] : source))
  const laws = sources.map((source) => source.split(/[;:]/)[0] ?? '')
  return [title, law, ...[...subjects, ...names].map(spaced), ...laws].join(' ')
}

function lawOf(proof: Proof, { rules }: PackView): string {
  const ids = new Set(groundsIn(proof).map(({ rule }) => rule))
  const places = rules.flatMap(({ rule, jurisdiction }) => (ids.has(rule) && jurisdiction !== null ? jurisdiction : []))
  return [...new Set(places)].toSorted().join(' ')
}

type Ground = Proof['grounds'][number]

function groundsIn(proof: Proof): readonly Ground[] {
  return proof.grounds.flatMap((ground) => [
    ground,
    ...ground.steps.flatMap((step) => (step.kind === 'conclusion' ? groundsIn(step.proof) : [])),
  ])
}

/** Each confirmed fact that it rests on, once, in the order of its proof. */
function factsOf(proof: Proof, facts: readonly Fact[]): readonly Fact[] {
  const ids = groundsIn(proof).flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'fact' ? step.facts : [])))
  return [...new Set(ids)].flatMap((id) => facts.find((fact) => fact.id === id) ?? [])
}

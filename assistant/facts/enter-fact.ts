import type { Fact, FormPlace, FormRelation } from '../../contract/knowledge/fact.ts'
import type { FactStatement, StoredFact } from '../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { factRow } from '../rules/fact-rows.ts'
import type { Gated } from '../rules/kernel/gate-statement.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { packsOf } from '../rules/packs/matter-packs.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Who enters or decides, and when. */
export type Person = { readonly by: string; readonly at: string; readonly asOf: string }

/** What is entered: the fields of a form, or text as rules write it. */
type Entered = FactStatement | string

/** A fact that a person states is confirmed at once. `replaces` goes when the new one is in. Throws `WRONG_USE`, `NOT_FOUND`. */
export async function enterFact(
  knowledge: Knowledge,
  matter: OpenMatter,
  entered: Entered,
  replaces: string | null,
  { by, at, asOf }: Person,
): Promise<Fact> {
  const { facts, ledger } = matter.store
  const statement = await throughGate(knowledge, matter, entered)
  const decided = { state: 'confirmed', enteredAt: at, enteredBy: by, decidedBy: by, decidedAt: at } as const
  // What is corrected still stands where it stood.
  const stored =
    replaces === null
      ? facts.add({ ...statement, ...decided, place: null })
      : facts.replace(replaces, { ...statement, ...decided, place: facts.get(replaces).place })
  ledger.append('fact-set', { fact: stored.id, ...(replaces === null ? {} : { replaces }) })
  return rowOf(knowledge, matter, stored, asOf)
}

/** A person's yes or no to a fact. `edited`: what it should say instead; its source stays. */
export async function decideFact(
  knowledge: Knowledge,
  matter: OpenMatter,
  id: string,
  decision: { readonly state: 'confirmed' | 'rejected'; readonly edited: FactStatement | null },
  { by, at, asOf }: Person,
): Promise<Fact> {
  const { facts, ledger } = matter.store
  const { state, edited } = decision
  const present = facts.get(id)
  // What is confirmed must be usable on the day it is confirmed, edited or not.
  const statement = state === 'confirmed' ? await throughGate(knowledge, matter, edited ?? present) : present
  const stored = facts.decide(id, { state, decidedBy: by, decidedAt: at }, statement)
  ledger.append(`fact-${state}`, { fact: id, ...(edited ? { edited: true } : {}) })
  return rowOf(knowledge, matter, stored, asOf)
}

export function removeFact({ store }: OpenMatter, id: string): void {
  store.facts.remove(id)
  store.ledger.append('fact-removed', { fact: id })
}

async function rowOf(knowledge: Knowledge, matter: OpenMatter, { id }: StoredFact, asOf: string): Promise<Fact> {
  const found = await factRow(knowledge, matter, id, asOf)
  if (!found) throw new Failure('NOT_FOUND', message('failures.facts.removed'))
  return found
}

async function throughGate(knowledge: Knowledge, matter: OpenMatter, entered: Entered): Promise<FactStatement> {
  const packs = await knowledge.packsOf(matter)
  if (packsOf(matter.store.settings).length === 0)
    throw new Failure('WRONG_USE', message('failures.facts.needsPack', { matter: matter.name }))
  const gated = await gate(knowledge, packs, entered)
  if (gated.statement) return gated.statement
  const { message: problem, fix } = gated.problem
  throw new Failure('WRONG_USE', message('failures.facts.refused', { problem, fix }))
}

function gate({ kernel }: Knowledge, packs: Parameters<Knowledge['view']>[0], entered: Entered): Promise<Gated> {
  if (typeof entered === 'string') return kernel.call('gateText', { packs }, entered)
  const { relation, args, holds, at, validFrom, validTo } = entered
  return kernel.call('gate', { packs }, { relation, args, holds, at, validFrom, validTo })
}

/** What facts can be entered for; where any name may be written, the names in use are offered. */
export async function factForm({ view, of }: Knowledge, matter: OpenMatter): Promise<FormRelation[]> {
  const { packs, facts } = await of(matter)
  const { relations } = await view(packs)
  const used = namesInUse(relations, facts.facts)
  return relations.map((relation) => ({ ...relation, places: relation.places.map((place) => offering(place, used)) }))
}

type Used = ReadonlyMap<string, ReadonlySet<string>>

function namesInUse(
  relations: readonly FormRelation[],
  facts: readonly { readonly relation: string; readonly args: readonly string[] }[],
): Used {
  const placesOf = new Map(relations.map(({ relation, places }) => [relation, places]))
  const used = new Map<string, Set<string>>()
  for (const { relation, args } of facts)
    for (const [index, place] of (placesOf.get(relation) ?? []).entries()) {
      const name = args[index]
      if (place.kind !== 'name' || name === undefined) continue
      used.set(place.type, (used.get(place.type) ?? new Set()).add(name))
    }
  return used
}

function offering(place: FormPlace, used: Used): FormPlace {
  if (place.kind !== 'name' || !place.open) return place
  const known = new Set(place.choices.map(({ name }) => name))
  const others = [...(used.get(place.type) ?? [])].filter((name) => !known.has(name)).toSorted()
  return { ...place, choices: [...place.choices, ...others.map((name) => ({ name, label: name.replaceAll('"', '') }))] }
}

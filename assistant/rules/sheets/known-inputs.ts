import type { Fact } from '../../../contract/knowledge/fact.ts'
import type { Calculator, KnownInputs } from '../../../contract/knowledge/rule.ts'

type Input = Calculator['inputs'][number]
type Given = KnownInputs['given'][number]
type Whose = KnownInputs['whose'][number]
type Answered = { readonly input: Input; readonly facts: readonly Fact[] }

/** `asOf`: YYYY-MM-DD. `about`: who is meant where facts are about several. */
type Asked = { readonly asOf: string; readonly about: readonly string[] }

/**
 * The inputs of a calculator that confirmed facts answer on a day. Whom they are about goes by the name of the type, as in the
 * calculator; facts of two people, or of two periods, are never mixed, nor given for somebody who has none: until it is said who is
 * meant nothing of theirs is given.
 * What contradicts itself stays open.
 */
export function knownInputs(calculator: Calculator, facts: readonly Fact[], asked: Asked): KnownInputs {
  const confirmed = facts.filter(({ state }) => state === 'confirmed')
  const { answered, whose } = factsByInput(calculator, confirmed, asked)
  return { given: answered.flatMap((one) => givenBy(one.input, one.facts)), whose: [...whose] }
}

/** The facts that speak to each input, of whoever is meant, also those that contradict each other; one that was rejected does not. */
export function factsByInput({ inputs }: Calculator, facts: readonly Fact[], { asOf, about }: Asked): FactsByInput {
  const answered = inputs.map((input) => ({ input, facts: facts.filter((fact) => answers(fact, input, asOf)) }))
  const named = namesIn(answered)
  const whose = whoseOf(named, about)
  const isMeant = (fact: Fact, input: Input) =>
    input.places.every((_, at) => {
      const several = whose.find(({ type }) => type === typeOfWhom(input, at))
      return !several || several.chosen === fact.args[at]
    })
  const meant = answered.map((one) => ({ ...one, facts: one.facts.filter((fact) => isMeant(fact, one.input)) }))
  const subjects = [...named].flatMap(([type, names]) => {
    const [only] = names
    const several = whose.find((one) => one.type === type)
    const name = several ? several.chosen : only
    return name == null ? [] : { type, name }
  })
  return { answered: meant, whose, subjects }
}

export type FactsByInput = {
  readonly answered: readonly Answered[]
  readonly whose: readonly Whose[]
  /** Whom the facts are about, by type, where that is one. */
  readonly subjects: readonly { readonly type: string; readonly name: string }[]
}

function answers(fact: Fact, input: Input, asOf: string): boolean {
  const { relation, args, absent } = input
  if (fact.relation !== relation || fact.state === 'rejected' || fact.unusable !== null) return false
  if (fact.supersededBy !== null || !isInForce(fact, input, asOf)) return false
  // What is asked for is the value, which only a fact that holds has. Where nothing recorded is a no, "not known" is more than that.
  const isValue = fact.holds === 'yes' || (fact.holds === 'unknown' && absent === 'no')
  if (args.includes(null) && !isValue) return false
  return args.every((arg, at) => arg === null || typeOfWhom(input, at) !== null || fact.args[at] === arg)
}

/** As the rules judge it: a day of observation counts only where later values take the place of earlier ones. */
function isInForce({ at, validFrom, validTo }: Fact, { latest }: Input, asOf: string): boolean {
  if (latest && at !== null && at > asOf) return false
  return (validFrom === null || validFrom <= asOf) && (validTo === null || asOf <= validTo)
}

/** The type of whom an input is about at this place; null: the place says something else. */
function typeOfWhom({ args, places }: Input, at: number): string | null {
  const place = places[at]
  return place?.kind === 'name' && place.open && args[at] === place.type ? place.type : null
}

function namesIn(answered: readonly Answered[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { input, facts } of answered)
    for (const fact of facts)
      for (const [at, name] of fact.args.entries()) {
        const type = typeOfWhom(input, at)
        if (type !== null) names.set(type, new Set([...(names.get(type) ?? []), name]))
      }
  return names
}

/** Of each type that the facts name several of, or of none that is meant, these, and the one that is meant. */
function whoseOf(names: ReadonlyMap<string, ReadonlySet<string>>, about: readonly string[]): Whose[] {
  const isOfAnother = about.some((name) => [...names.values()].every((all) => !all.has(name)))
  return [...names].flatMap(([type, all]) => {
    const [chosen = null, second] = [...all].filter((name) => about.includes(name))
    if (all.size < 2 && (chosen !== null || !isOfAnother)) return []
    return { type, names: [...all].toSorted(), chosen: second === undefined ? chosen : null }
  })
}

/** Of what may have several values all of them, each once. */
export function givenBy(input: Input, facts: readonly Fact[]): readonly Given[] {
  const isContested = facts.some(({ conflicts }) => conflicts.length > 0)
  if (isContested && input.absent === 'ask') return []
  const given = new Map<string, Given>()
  for (const { relation, args: said, at, validFrom, validTo, id, sentence, conflicts, ...fact } of facts) {
    const args = input.args.map((arg, place) => arg ?? said[place] ?? '')
    // Left out it would count as a no.
    const holds = conflicts.length > 0 ? 'unknown' : fact.holds
    const key = JSON.stringify([args, holds])
    if (!given.has(key))
      given.set(key, { key: input.key, input: { relation, args, holds, at, validFrom, validTo }, fact: id, sentence })
  }
  return [...given.values()]
}

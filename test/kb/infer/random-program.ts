import type { AggregateText, PartText, ProgramText, RuleText } from '../build-program.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'

/**
 * A two-valued program in layers: recursion within a layer, absence, exceptions, sums and aggregates only of layers below,
 * computed numbers only from below too. The conditions of each rule stand in an order in which Prolog can run them.
 */
export type RandomProgram = {
  readonly text: ProgramText
  readonly facts: readonly string[]
  readonly goals: readonly string[]
}

const NAMES = ['a1', 'a2', 'a3', 'a4', 'a5']
const VARIABLES = ['x', 'y', 'z', 'u']

/** `pair`: two names; `value`: a name and a number. */
type Predicate = { readonly name: string; readonly kind: 'pair' | 'value'; readonly layer: number }

const FACTS: readonly Predicate[] = [
  { name: 'e1', kind: 'pair', layer: 0 },
  { name: 'e2', kind: 'pair', layer: 0 },
  { name: 'v1', kind: 'value', layer: 0 },
  { name: 'v2', kind: 'value', layer: 0 },
]

const RULED: readonly Predicate[] = [
  { name: 'p', kind: 'pair', layer: 1 },
  { name: 'q', kind: 'pair', layer: 1 },
  { name: 'n', kind: 'value', layer: 1 },
  { name: 'r', kind: 'pair', layer: 2 },
  { name: 't', kind: 'pair', layer: 2 },
  { name: 'm', kind: 'value', layer: 2 },
]

export function randomProgram(seed: number): RandomProgram {
  const random = createRandom(seed)
  const rules = RULED.flatMap((head) => {
    const count = 1 + random.below(3)
    return Array.from({ length: count }, () => randomRule(head, random))
  })
  const relations = Object.fromEntries(
    [...FACTS, ...RULED].map(({ name, kind }) => [name, { places: kind === 'pair' ? ['k', 'k'] : ['k', 'number'] }]),
  )
  return {
    text: { relations, rules },
    facts: randomFacts(random),
    goals: RULED.flatMap((predicate) => goalsFor(predicate, random)),
  }
}

function randomFacts(random: Random): readonly string[] {
  const facts = FACTS.flatMap(({ name, kind }) =>
    Array.from({ length: 5 + random.below(5) }, () => {
      const second = kind === 'pair' ? random.pick(NAMES) : String(random.below(7) - 2)
      return `${name}(${random.pick(NAMES)}, ${second})`
    }),
  )
  // Facts about relations that rules conclude, too.
  if (random.chance(0.3)) facts.push(`p(${random.pick(NAMES)}, ${random.pick(NAMES)})`)
  if (random.chance(0.3)) facts.push(`r(${random.pick(NAMES)}, ${random.pick(NAMES)})`)
  return [...new Set(facts)]
}

function goalsFor({ name, kind }: Predicate, random: Random): readonly string[] {
  const one = random.pick(NAMES)
  const other = kind === 'pair' ? random.pick(NAMES) : String(random.below(6))
  const goals = [`${name}(?x, ?y)`, `${name}(${one}, ?y)`, `${name}(?x, ${other})`, `${name}(${one}, ${other})`]
  return kind === 'pair' ? [...goals, `${name}(?x, ?x)`] : goals
}

type Body = {
  readonly conditions: string[]
  readonly names: Set<string>
  readonly numbers: Set<string>
}

function randomRule(head: Predicate, random: Random): RuleText {
  const below = [...FACTS, ...RULED.filter((other) => other.layer < head.layer)]
  const computes = random.chance(head.kind === 'value' ? 0.6 : 0.25)
  const inBody = computes ? below : [...below, ...RULED.filter((other) => other.layer === head.layer)]
  const body: Body = { conditions: [], names: new Set(), numbers: new Set() }
  const length = 1 + random.below(3)
  for (let count = 0; count < length; count += 1) addAtom(body, random.pick(inBody), random)
  if (body.names.size === 0) addAtom(body, random.pick(below.filter(({ kind }) => kind === 'pair')), random)
  const late: string[] = []
  const results = computes ? addResults(body, below, random, late) : {}
  if (head.kind === 'value' && body.numbers.size === 0) {
    body.conditions.push(`${random.pick(inBody.filter(({ kind }) => kind === 'value')).name}(?x, ?n1)`)
    body.names.add('x')
    body.numbers.add('n1')
  }
  addComparisons(body, random)
  if (random.chance(0.35)) body.conditions.push(`not ${randomAtom(body, random.pick(below), random)}`)
  const unless = random.chance(0.35) ? [randomAtom(body, random.pick(below), random)] : []
  return {
    concludes: headOf(head, body, random),
    if: [...body.conditions, ...late],
    unless,
    ...results,
  }
}

function headOf(head: Predicate, body: Body, random: Random): string {
  const first = random.chance(0.9) ? `?${random.pick([...body.names])}` : random.pick(NAMES)
  if (head.kind === 'pair') return `${head.name}(${first}, ?${random.pick([...body.names])})`
  return `${head.name}(${first}, ?${[...body.numbers].at(-1)})`
}

/** An atom that gives its variables values. */
function addAtom(body: Body, predicate: Predicate, random: Random): void {
  const first = random.pick(VARIABLES)
  const isConstant = random.chance(0.12)
  body.names.add(first)
  if (predicate.kind === 'pair') {
    const second = random.pick(VARIABLES)
    if (!isConstant) body.names.add(second)
    body.conditions.push(`${predicate.name}(?${first}, ${isConstant ? random.pick(NAMES) : `?${second}`})`)
    return
  }
  const number = `n${random.below(2)}`
  if (!isConstant) body.numbers.add(number)
  body.conditions.push(`${predicate.name}(?${first}, ${isConstant ? random.below(5) : `?${number}`})`)
}

/** An atom for absence or an exception: of variables that have values, or any at all. */
function randomAtom(body: Body, { name, kind }: Predicate, random: Random): string {
  const given = (from: ReadonlySet<string>): string =>
    from.size > 0 && random.chance(0.8) ? `?${random.pick([...from])}` : '?_'
  return `${name}(${given(body.names)}, ${given(kind === 'pair' ? body.names : body.numbers)})`
}

function addComparisons(body: Body, random: Random): void {
  const names = [...body.names]
  const [one, other] = random.shuffled(names)
  if (other !== undefined && random.chance(0.25)) body.conditions.push(`?${one} != ?${other}`)
  const numbers = [...body.numbers].filter((name) => name.startsWith('n'))
  if (numbers.length > 0 && random.chance(0.4))
    body.conditions.push(
      `?${random.pick(numbers)} ${random.pick(['>=', '<=', '>', '<', '=', '!='])} ${random.below(4)}`,
    )
}

type Results = Pick<RuleText, 'sum' | 'aggregates'>

/** A calculation, a sum or an aggregate, and what is asked of its result. */
function addResults(body: Body, below: readonly Predicate[], random: Random, late: string[]): Results {
  const kind = random.below(3)
  if (kind === 0) return addCalculation(body, random)
  const result: Results =
    kind === 1
      ? { sum: { into: 's', items: randomItems(body, below, random) } }
      : { aggregates: [randomAggregate(below, body, random)] }
  if (random.chance(0.3)) late.push(`?s ${random.pick(['>=', '<', '!='])} ${random.below(4)}`)
  if (random.chance(0.3)) late.push('?c := ?s * 2 - 1')
  body.numbers.add(late.some((condition) => condition.startsWith('?c')) ? 'c' : 's')
  return result
}

function addCalculation(body: Body, random: Random): Results {
  if (body.numbers.size === 0) body.conditions.push(`v1(?${random.pick([...body.names])}, ?n0)`)
  body.numbers.add('n0')
  if (!body.conditions.some((condition) => condition.includes('?n0'))) body.conditions.push('v2(?x, ?n0)')
  if (body.conditions.some((condition) => condition === 'v2(?x, ?n0)')) body.names.add('x')
  const number = random.pick([...body.numbers])
  const expressions = [
    `?${number} + ?n0`,
    `?${number} * ?n0 - 3`,
    `max(?${number}, 2)`,
    `min(?n0, -?${number})`,
    `(?n0 - 1) * (?${number} + 2)`,
  ]
  body.conditions.push(`?c := ${random.pick(expressions)}`)
  body.numbers.add('c')
  return {}
}

function randomItems(body: Body, below: readonly Predicate[], random: Random): readonly (readonly PartText[])[] {
  return Array.from({ length: 1 + random.below(3) }, () => {
    const add = random.below(5) - 1
    const atom = randomAtom(body, random.pick(below), random)
    const when = random.chance(0.3) ? [`not ${atom}`] : [atom]
    return [{ add, when }]
  })
}

function randomAggregate(below: readonly Predicate[], body: Body, random: Random): AggregateText {
  const kind = random.pick(['count', 'total', 'minimum', 'maximum'] as const)
  const source = random.pick(below.filter((predicate) => predicate.kind === 'value'))
  const outer = random.pick([...body.names])
  const of = random.pick([
    [`${source.name}(?${outer}, ?w)`],
    [`e1(?${outer}, ?o)`, `${source.name}(?o, ?w)`],
    ['e1(?o, ?_)', `${source.name}(?o, ?w)`],
  ])
  if (random.chance(0.3)) of.push('?w > 0')
  return { kind, into: 's', value: kind === 'count' && of.length > 1 && random.chance(0.5) ? outerOr(of) : 'w', of }
}

/** The joined name where there is one. */
function outerOr(of: readonly string[]): string {
  return of.some((condition) => condition.includes('?o')) ? 'o' : 'w'
}

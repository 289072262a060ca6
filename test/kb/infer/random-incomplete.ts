import type { AggregateText, PartText, ProgramText, RelationText, RuleText } from '../build-program.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'

/** A program with inputs that nobody recorded, and all that they may be. */
export type RandomIncomplete = {
  readonly text: ProgramText
  readonly facts: readonly string[]
  /** One alternative of each is so; an alternative is a list of facts. */
  readonly choices: readonly (readonly (readonly string[])[])[]
  /** Facts that are so in any case. */
  readonly settled: readonly string[]
}

const MOST_UNKNOWNS = 8

const NAMES = { person: ['p', 'q'], trait: ['c1', 'c2', 'c3'], colour: ['red', 'blue', 'green'] }

const INPUTS: Readonly<Record<string, RelationText>> = {
  has: { places: ['person', 'trait'], absent: 'ask' },
  likes: { places: ['person', 'person'], absent: 'ask' },
  colour: { places: ['person', 'colour'], unique: [0], absent: 'ask' },
  size: { places: ['person', { from: 0, to: 4 }], unique: [0], absent: 'ask' },
  dose: { places: ['person', 'number'] },
  grade: { places: ['person', 'number'], unique: [0] },
  noted: { places: ['person', 'trait'] },
  born: { places: ['person', 'date'], unique: [0], absent: 'ask' },
  owns: { places: ['org', 'person'], absent: 'ask' },
  big: { places: ['org'], absent: 'ask' },
}

const DERIVED: Readonly<Record<string, RelationText>> = {
  a: { places: ['person'] },
  b: { places: ['person'] },
  link: { places: ['person', 'person'] },
  score: { places: ['person', 'number'], unique: [0] },
  n: { places: ['person', 'number'] },
  limit: { places: ['person', 'number'], unique: [0] },
  y: { places: ['person'] },
  z: { places: ['person'] },
}

export const DERIVED_NAMES = Object.keys(DERIVED)

export function randomIncomplete(seed: number): RandomIncomplete {
  const random = createRandom(seed)
  const record = new Recorder(random)
  // An org that facts name and one that nobody knows of: both may own and be big.
  const orgs = random.chance(0.3) ? ['o1', 'nobody'] : []
  for (const input of random.shuffled(inputsOf(orgs))) record.input(input)
  return {
    text: { names: NAMES, relations: { ...INPUTS, ...DERIVED }, rules: randomRules(random, orgs.length > 0) },
    facts: record.facts,
    choices: record.choices,
    settled: record.settled,
  }
}

/** `values`: for a unique key what it may be; else null for a statement that is so or not. */
type Input = { readonly text: string; readonly values: readonly string[] | null; readonly range: string | null }

function inputsOf(orgs: readonly string[]): readonly Input[] {
  const inputs: Input[] = []
  const people = NAMES.person
  for (const person of people) {
    for (const trait of NAMES.trait) inputs.push({ text: `has(${person}, ${trait})`, values: null, range: null })
    for (const other of people) inputs.push({ text: `likes(${person}, ${other})`, values: null, range: null })
    inputs.push({ text: `colour(${person}, `, values: NAMES.colour, range: null })
    inputs.push({ text: `size(${person}, `, values: ['0', '1', '2', '2.5', '3', '4'], range: '0..4' })
    inputs.push({ text: `born(${person}, `, values: ['1940-01-01', '1960-06-03', '2000-02-29'], range: null })
  }
  for (const org of orgs)
    for (const text of [`owns(${org}, p)`, `owns(${org}, q)`, `big(${org})`])
      inputs.push({ text, values: null, range: null })
  return inputs
}

class Recorder {
  readonly facts: string[] = []
  readonly settled: string[] = []
  readonly choices: (readonly (readonly string[])[])[] = []
  readonly #random: Random
  readonly #unknowns: number

  constructor(random: Random) {
    this.#random = random
    this.#unknowns = 1 + random.below(MOST_UNKNOWNS)
    this.#closedInputs()
  }

  input({ text, values, range }: Input): void {
    if (text.includes('nobody')) this.choices.push([[], [text]])
    else if (this.choices.length < this.#unknowns) this.#unknown(text, values, range)
    else if (values === null) this.#known(text, this.#random.chance(0.5))
    else this.#known(`${text}${this.#random.pick(values)})`, true)
  }

  #known(text: string, holds: boolean): void {
    this.facts.push(holds ? text : `no ${text}`)
    if (holds) this.settled.push(text)
  }

  #unknown(text: string, values: readonly string[] | null, range: string | null): void {
    const random = this.#random
    if (values === null) {
      this.choices.push([[], [text]])
      if (random.chance(0.2)) this.facts.push(`unknown ${text}`)
      if (random.chance(0.05)) this.facts.push(text, `no ${text}`)
      return
    }
    if (random.chance(0.15)) {
      const [one = '', other = ''] = random.shuffled(values)
      this.choices.push([[`${text}${one})`], [`${text}${other})`]])
      this.facts.push(`${text}${one})`, `${text}${other})`)
      return
    }
    if (range !== null && random.chance(0.3)) {
      this.choices.push(values.slice(1, 4).map((value) => [`${text}${value})`]))
      this.facts.push(`${text}${values[1]}..${values[3]})`)
      return
    }
    const [denied = '', ...others] = random.shuffled(values)
    const isDenied = random.chance(0.3)
    if (isDenied) this.facts.push(`no ${text}${denied})`)
    const left = isDenied ? others : values
    this.choices.push([[], ...left.map((value) => [`${text}${value})`])])
  }

  /** Of relations that are not to be asked for: known, a range, or recorded as not known. */
  #closedInputs(): void {
    const random = this.#random
    for (const person of NAMES.person) {
      for (const dose of ['1', '2', '3']) if (random.chance(0.3)) this.#known(`dose(${person}, ${dose})`, true)
      if (random.chance(0.15)) {
        this.facts.push(`dose(${person}, 1..3)`)
        this.choices.push(['1', '2', '3'].map((dose) => [`dose(${person}, ${dose})`]))
      }
      if (random.chance(0.2)) {
        this.facts.push(`grade(${person}, 1)`, `grade(${person}, 2)`)
        this.choices.push([[`grade(${person}, 1)`], [`grade(${person}, 2)`]])
      } else this.#known(`grade(${person}, ${random.below(3)})`, true)
      for (const trait of NAMES.trait) {
        if (random.chance(0.3)) this.#known(`noted(${person}, ${trait})`, true)
        else if (random.chance(0.1)) {
          this.facts.push(`unknown noted(${person}, ${trait})`)
          this.choices.push([[], [`noted(${person}, ${trait})`]])
        }
      }
    }
  }
}

function randomRules(random: Random, withOrgs: boolean): readonly RuleText[] {
  const below: string[] = []
  const rules: RuleText[] = []
  for (const relation of DERIVED_NAMES) {
    const count = relation === 'score' ? 1 : 1 + random.below(2)
    for (let made = 0; made < count; ) {
      const rule = randomRule(relation, below, random)
      if (!withOrgs && JSON.stringify(rule).includes('owns(')) continue
      rules.push(rule)
      made += 1
    }
    below.push(relation)
  }
  return rules
}

function randomRule(relation: string, below: readonly string[], random: Random): RuleText {
  const unless = random.chance(0.35) ? [random.pick(absences(below, random))] : []
  if (relation === 'link') return linkRule(random)
  const body = randomBody(below, random)
  if (relation === 'score')
    return { concludes: 'score(?p, ?s)', if: [...startOf(random)], sum: { into: 's', items: items(below, random) } }
  if (relation === 'n') return { ...numberRule(below, random), unless }
  if (relation === 'limit') {
    if (random.chance(0.4))
      return { concludes: 'limit(?p, ?k)', if: ['size(?p, ?v)', `?k := ${expression('v', random)}`], unless }
    return { concludes: `limit(?p, ${random.below(4)})`, if: body, unless }
  }
  return { concludes: `${relation}(?p)`, if: body, unless }
}

function linkRule(random: Random): RuleText {
  if (random.chance(0.5))
    return {
      concludes: 'link(?p, ?o)',
      if: ['likes(?p, ?o)', random.pick(['has(?p, c1)', 'has(?o, c2)', 'not a(?p)'])],
    }
  return { concludes: 'link(?p, ?o)', if: ['link(?p, ?m)', random.pick(['link(?m, ?o)', 'likes(?m, ?o)'])] }
}

/** Something certain that names the person, or something that itself is not sure. */
function startOf(random: Random): readonly string[] {
  return random.chance(0.6)
    ? ['noted(?p, ?_)']
    : [random.pick(['has(?p, c1)', 'colour(?p, ?_)', 'dose(?p, ?_)', 'likes(?p, q)'])]
}

function randomBody(below: readonly string[], random: Random): readonly string[] {
  const body = [...startOf(random)]
  const count = 1 + random.below(3)
  for (let index = 0; index < count; index += 1) body.push(...random.pick(conditions(below, index, random)))
  return body
}

/** Each with the comparison of its number. `index` keeps their variables apart. */
function conditions(below: readonly string[], index: number, random: Random): readonly (readonly string[])[] {
  const trait = random.pick(NAMES.trait)
  const compare = `?v${index} ${random.pick(['>=', '<=', '>', '<', '=', '!='])} ${random.below(5)}`
  const choices = [
    [`has(?p, ${trait})`],
    [`not has(?p, ${trait})`],
    [`not has(?p, ?_)`],
    [`noted(?p, ${trait})`],
    [`not noted(?p, ${trait})`],
    [`colour(?p, ${random.pick(NAMES.colour)})`],
    [`not colour(?p, ${random.pick(NAMES.colour)})`],
    [`colour(?p, ?c${index})`, `?c${index} != ${random.pick(NAMES.colour)}`],
    [`size(?p, ?v${index})`, compare],
    [`dose(?p, ?v${index})`, compare],
    [`not size(?p, ${random.below(5)})`],
    [`grade(?p, ?v${index})`, compare],
    [`grade(?p, ?v${index})`, `size(?p, ?w${index})`, `?w${index} >= ?v${index}`],
    [`size(?p, ?v${index})`, `dose(?p, ?v${index})`],
    [`size(?p, ?v${index})`, `?d${index} := 6 / (?v${index} - 1)`, `?d${index} > 2`],
    [`likes(?p, ?o${index})`, `has(?o${index}, ${trait})`],
    [`likes(?p, ?o${index})`, `?o${index} != ?p`],
    [`born(?p, ?b${index})`, `today(?t${index})`, `years_between(?b${index}, ?t${index}) >= 66`],
    [`owns(?g${index}, ?p)`],
    [`not owns(?_, ?p)`],
    [`owns(?g${index}, ?p)`, `big(?g${index})`],
    [`owns(?g${index}, ?p)`, `not big(?g${index})`],
  ]
  return [...choices, ...derivedConditions(below, index, compare, random)]
}

function derivedConditions(
  below: readonly string[],
  index: number,
  compare: string,
  random: Random,
): readonly (readonly string[])[] {
  const single = below.filter((name) => ['a', 'b', 'y'].includes(name))
  const numbers = below.filter((name) => ['score', 'n', 'limit'].includes(name))
  const choices: string[][] = []
  for (const name of single) choices.push([`${name}(?p)`], [`not ${name}(?p)`])
  for (const name of numbers)
    choices.push([`${name}(?p, ?v${index})`, compare], [`not ${name}(?p, ${random.below(4)})`])
  if (below.includes('link'))
    choices.push(['link(?p, q)'], ['not link(?p, ?_)'], [`link(?p, ?o${index})`, `has(?o${index}, c3)`])
  if (below.includes('limit'))
    choices.push([`score(?p, ?v${index})`, `limit(?p, ?l${index})`, `?v${index} >= ?l${index}`])
  return [...choices, ...choices]
}

function absences(below: readonly string[], random: Random): readonly string[] {
  const found = conditions(below, 9, random).filter((condition) => condition.length === 1)
  return found.map(([condition = '']) => condition.replace('?g9', '?_'))
}

function items(below: readonly string[], random: Random): readonly (readonly PartText[])[] {
  return Array.from({ length: 1 + random.below(4) }, () => {
    const add = random.below(5) - 1
    const kind = random.below(4)
    if (kind === 0)
      return [
        { add: 2, when: ['size(?p, ?i)', '?i >= 3'] },
        { add, when: ['size(?p, ?i)', '?i < 3', '?i > 1'] },
      ]
    if (kind === 1)
      return [
        { add: 1, when: ['colour(?p, red)'] },
        { add, when: ['colour(?p, blue)'] },
      ]
    return [{ add, when: random.pick(conditions(below, 7, random)) }]
  })
}

function numberRule(below: readonly string[], random: Random): RuleText {
  if (random.chance(0.4)) {
    const source = random.pick(['dose(?p, ?v)', 'size(?p, ?v)', ...(below.includes('score') ? ['score(?p, ?v)'] : [])])
    return { concludes: 'n(?p, ?k)', if: [source, `?k := ${expression('v', random)}`] }
  }
  const aggregate = randomAggregate(random)
  return { concludes: 'n(?p, ?k)', if: [...startOf(random)], aggregates: [aggregate] }
}

function expression(name: string, random: Random): string {
  return random.pick([`?${name} * 2`, `3 - ?${name}`, `max(?${name}, 2)`, `?${name} * ?${name}`, `4 / (?${name} - 2)`])
}

function randomAggregate(random: Random): AggregateText {
  const [value, of] = random.pick<readonly [string, readonly string[]]>([
    ['w', ['dose(?p, ?w)']],
    ['w', ['likes(?p, ?o)', 'dose(?o, ?w)']],
    ['w', ['likes(?p, ?o)', 'size(?o, ?w)']],
    ['w', ['has(?o, c1)', 'size(?o, ?w)', '?w > 1']],
    ['w', ['dose(?p, ?d)', '?w := ?d - 2']],
  ])
  const kind = random.pick(['count', 'total', 'minimum', 'maximum'] as const)
  if (kind === 'count' && random.chance(0.5))
    return {
      kind,
      into: 'k',
      ...random.pick([
        { value: 't', of: ['has(?p, ?t)'] },
        { value: 'o', of: ['owns(?o, ?p)'] },
      ]),
    }
  return { kind, into: 'k', value, of }
}

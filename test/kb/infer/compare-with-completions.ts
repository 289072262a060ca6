import { createInference, type Inference } from '../../../kb/infer/inference.ts'
import { meet } from '../../../kb/values/compare-values.ts'
import type { Row } from '../../../kb/infer/row.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Atom, Program } from '../../../kb/program/rule.ts'
import { sayNumber } from '../../../kb/values/say-value.ts'
import { buildFact } from '../build-fact.ts'
import { buildProgram } from '../build-program.ts'
import { createRandom } from '../random.ts'
import { DERIVED_NAMES, randomIncomplete } from './random-incomplete.ts'
import type { RandomIncomplete } from './random-incomplete.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

export type CompletionsResult = {
  readonly cases: number
  readonly completions: number
  /** Statements about one person that were judged: yes, no, unknown. */
  readonly judged: Readonly<Record<'yes' | 'no' | 'unknown', number>>
  /** Of those unknown: all completions that were tried say the same. */
  readonly needless: number
  readonly contradictions: readonly string[]
}

type CompletionsAsked = {
  readonly first: number
  readonly cases: number
  readonly most: number
  readonly enough?: number
}

/**
 * Compares what is concluded from incomplete facts with what two-valued evaluation concludes from each completion: a certain
 * row must have a certain one within its ranges in each, and each row of a completion must lie within a row. Completions are
 * judged by the kernel itself, also when `create` makes a mutant: its two-valued part is compared with Prolog. Ends early at
 * `enough` contradictions.
 */
export function compareWithCompletions(
  create: typeof createInference,
  { first, cases, most, enough = Infinity }: CompletionsAsked,
): CompletionsResult {
  const judged = { yes: 0, no: 0, unknown: 0 }
  let needless = 0
  let completions = 0
  const contradictions: string[] = []
  for (let seed = first; seed < first + cases && contradictions.length < enough; seed += 1) {
    const incomplete = randomIncomplete(seed)
    const program = buildProgram(incomplete.text)
    const rows = allRows(create(program, incomplete.facts.map(factOf), USUAL_OPTIONS))
    const tally = new Tally(rows)
    const exact = twoValued(program)
    for (const facts of completionsOf(incomplete, seed, most)) {
      completions += 1
      const wrong = tally.add(allRows(createInference(exact, facts, USUAL_OPTIONS)))
      if (wrong !== null && contradictions.length < 10)
        contradictions.push(`case ${seed}: ${wrong}, with ${facts.map((fact) => fact.id).join(' ')}`)
    }
    for (const status of tally.statuses()) judged[status] += 1
    needless += tally.needless()
  }
  return { cases, completions, judged, needless, contradictions }
}

const factsRead = new Map<string, Fact>()

/** The cases draw from a few hundred facts, and reading one takes as long as many a conclusion. */
function factOf(text: string): Fact {
  const known = factsRead.get(text) ?? buildFact(text)
  factsRead.set(text, known)
  return known
}

function twoValued(program: Program): Program {
  const relations = [...program.vocabulary.relations].map(
    ([name, relation]) => [name, { ...relation, absent: 'no' }] as const,
  )
  return { ...program, vocabulary: { ...program.vocabulary, relations: new Map(relations) } }
}

type Rows = ReadonlyMap<string, readonly Row[]>

function allRows(inference: Inference): Rows {
  return new Map(DERIVED_NAMES.map((name) => [name, inference.ask(anyOf(name, inference.program))]))
}

function anyOf(relation: string, program: Program): Atom {
  const places = program.vocabulary.relations.get(relation)?.places ?? []
  return { relation, terms: places.map((_, place) => ({ kind: 'variable', name: `x${place}` })) }
}

/** All, or `most` drawn at random from more. */
function* completionsOf(
  { choices, settled }: RandomIncomplete,
  seed: number,
  most: number,
): Generator<readonly Fact[]> {
  const known = settled.map(factOf)
  const alternatives = choices.map((choice) => choice.map((facts) => facts.map(factOf)))
  const all = alternatives.reduce((product, choice) => product * choice.length, 1)
  const random = createRandom(seed)
  for (let index = 0; index < Math.min(all, most); index += 1) {
    let rest = all <= most ? index : random.below(all)
    const chosen = alternatives.flatMap((choice) => {
      const one = choice[rest % choice.length] ?? []
      rest = Math.floor(rest / choice.length)
      return one
    })
    yield [...known, ...chosen]
  }
}

/** What all completions so far said about each statement of one person. */
class Tally {
  readonly #rows: Rows
  readonly #seen = new Map<string, Set<'yes' | 'no' | 'unknown'>>()

  constructor(rows: Rows) {
    this.#rows = rows
  }

  /** Returns what contradicts, or null. */
  add(completion: Rows): string | null {
    for (const relation of SINGLE)
      for (const person of ['p', 'q']) {
        const key = `${relation} ${person}`
        this.#seen.set(key, (this.#seen.get(key) ?? new Set()).add(statusOf(completion, relation, person)))
      }
    for (const relation of DERIVED_NAMES) {
      const wrong = contradiction(this.#rows.get(relation) ?? [], completion.get(relation) ?? [])
      if (wrong !== null) return wrong
    }
    return null
  }

  statuses(): readonly ('yes' | 'no' | 'unknown')[] {
    return [...this.#seen.keys()].map((key) => this.#status(key))
  }

  needless(): number {
    return [...this.#seen].filter(
      ([key, seen]) => this.#status(key) === 'unknown' && seen.size === 1 && !seen.has('unknown'),
    ).length
  }

  #status(key: string): 'yes' | 'no' | 'unknown' {
    const [relation = '', person = ''] = key.split(' ')
    return statusOf(this.#rows, relation, person)
  }
}

const SINGLE = ['a', 'b', 'y', 'z']

function statusOf(rows: Rows, relation: string, person: string): 'yes' | 'no' | 'unknown' {
  const found = rows.get(relation)?.find((row) => row.values[0]?.kind === 'name' && row.values[0].name === person)
  if (found === undefined) return 'no'
  return found.certainty === 'certain' ? 'yes' : 'unknown'
}

function contradiction(rows: readonly Row[], completion: readonly Row[]): string | null {
  const unmet = rows.find(
    (row) =>
      row.certainty === 'certain' && !completion.some((one) => one.certainty === 'certain' && isWithin(one, row)),
  )
  if (unmet !== undefined) return `${sayRow(unmet)} is certain and does not hold`
  const uncovered = completion.find((one) => !rows.some((row) => isWithin(one, row)))
  return uncovered === undefined ? null : `${sayRow(uncovered)} holds and no row covers it`
}

function isWithin(inner: Row, outer: Row): boolean {
  return inner.values.every((value, place) => {
    const range = outer.values[place]
    if (range === undefined || meet(value, range) === 'apart') return false
    if (value.kind === 'name' || range.kind === 'name') return true
    return Number(value.low) >= Number(range.low) && Number(value.high) <= Number(range.high)
  })
}

function sayRow({ relation, values, certainty }: Row): string {
  const said = values.map((value) => {
    if (value.kind === 'name') return value.name
    return value.kind === 'date' ? `${value.low}..${value.high}` : `${sayNumber(value.low)}..${sayNumber(value.high)}`
  })
  return `${relation}(${said.join(', ')}) ${certainty}`
}

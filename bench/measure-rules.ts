import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import loadProlog from 'swipl-wasm'
import { compilePacks } from '../kb/compile/compile-packs.ts'
import { gateGoal } from '../kb/compile/gate-fact.ts'
import { dayOf } from '../kb/values/plain-date.ts'
import { USUAL_BUDGET } from '../kb/infer/budget.ts'
import { createInference } from '../kb/infer/inference.ts'
import { createFactsInForce } from '../kb/infer/facts-in-force.ts'
import { readGoalText } from '../kb/language/read-fact-text.ts'
import type { Fact } from '../kb/program/fact.ts'
import type { Program } from '../kb/program/rule.ts'
import { proofsOf } from '../kb/prove/proof-of.ts'
import { sayProof } from '../kb/prove/say-proof.ts'
import { dateValue, numberValue } from '../kb/values/value.ts'
import type { Measurement } from './measurement.ts'
import { median } from './quantiles.ts'
import { type BenchFact, knowledgeFacts, PATIENT_FACTS } from './rule-facts.ts'
import { englishText } from '../wording/message-text.ts'

const FOLDER = join(import.meta.dirname, 'rules')
const FILES = ['pack.yaml', 'vocabulary.yaml', 'calendars.yaml', 'rules/all.yaml']
const SIZES = [1000, 10_000, 100_000, 1_000_000]
/** Beyond this SWI-Prolog needs minutes to read the facts. */
const MOST_FOR_PROLOG = 100_000
const REPEATS = 15
const ASKED_ON = '2026-05-01'

const QUESTIONS = [
  { name: 'score and conclusion', goal: 'recommend(p1, ?t)', prolog: 'recommend(p1,_)' },
  { name: 'dose', goal: 'dose(p1, ?d, ?n, ?f)', prolog: 'dose(p1,_,_,_)' },
  { name: 'interactions', goal: 'interaction(p1, ?a, ?b, ?s)', prolog: 'interaction(p1,_,_,_)' },
  { name: 'limitation', goal: 'expires(m1, ?d)', prolog: 'expires(m1,_)' },
  { name: 'time-barred', goal: 'barred(m1)', prolog: 'barred(m1)' },
  { name: 'business days', goal: 'deadline(m1, ?d)', prolog: 'deadline(m1,_)' },
] as const

/**
 * Questions to rules over growing facts, each with its proof as sentences: the first question after the facts were loaded,
 * whose time holds the building of indexes, and the median of a new inference over the same facts. SWI-Prolog beside it.
 */
export async function* measureRules(): AsyncGenerator<Measurement> {
  const program = compile()
  for (const size of SIZES) {
    const facts = [...PATIENT_FACTS, ...knowledgeFacts(size)]
    yield* measureOwn(program, facts, size)
    if (size <= MOST_FOR_PROLOG) yield* measureProlog(facts, size)
  }
}

function compile(): Program {
  const files = FILES.map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') }))
  const { program, problems } = compilePacks([{ name: 'bench', files }])
  if (program === null)
    throw new Error(problems.map((problem) => `${problem.file}: ${englishText(problem.message)}`).join('\n'))
  return program
}

function* measureOwn(program: Program, facts: readonly BenchFact[], size: number): Generator<Measurement> {
  const asOf = dayOf(ASKED_ON) ?? 0
  const stated = facts.map(toFact)
  for (const { name, goal } of QUESTIONS) {
    const { atom } = gateGoal(readGoalText(goal).goal, program.vocabulary)
    if (atom === null) throw new Error(`${goal} is no question to the bench pack`)
    const loadStart = performance.now()
    const inForce = createFactsInForce(program.vocabulary, stated, asOf)
    const loadMs = performance.now() - loadStart
    const ask = (): readonly unknown[] => {
      const inference = createInference(program, inForce, {
        asOf,
        jurisdiction: null,
        statuses: new Set(['approved']),
        budget: USUAL_BUDGET,
        now: () => performance.now(),
      })
      const said = proofsOf(inference, atom).map((proof) => ({ status: proof.status, lines: sayProof(proof) }))
      // Where there is no answer, there is the proof of why not.
      return said.filter(({ status }) => status !== 'no')
    }
    yield { bench: 'rules', engine: 'own', facts: size, question: name, loadMs: tenths(loadMs), ...timed(ask) }
  }
}

function timed(ask: () => readonly unknown[]): Readonly<Record<string, number>> {
  const times: number[] = []
  let answers = 0
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    const start = performance.now()
    answers = ask().length
    times.push(performance.now() - start)
  }
  const [first = Number.NaN, ...warm] = times
  return { firstMs: tenths(first), medianMs: hundredths(median(warm)), answers }
}

function toFact([relation, ...values]: BenchFact, index: number): Fact {
  return {
    id: String(index),
    relation,
    values: values.map((value) => {
      if (typeof value === 'number') return numberValue(value)
      const day = dayOf(value)
      return day === null ? { kind: 'name', name: value } : dateValue(day)
    }),
    holds: 'yes',
    at: null,
    validFrom: null,
    validTo: null,
  }
}

const HOLIDAYS: readonly BenchFact[] = [
  ['holiday', '2026-12-25'],
  ['holiday', '2026-12-28'],
  ['holiday', '2027-01-01'],
  ['today', ASKED_ON],
]

async function* measureProlog(facts: readonly BenchFact[], size: number): AsyncGenerator<Measurement> {
  const { FS, prolog } = await loadProlog({ arguments: ['-q'], print: () => undefined, printErr: () => undefined })
  const clauses = [...facts, ...HOLIDAYS].toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
  FS.writeFile('/rules.pl', [readFileSync(join(FOLDER, 'rules.pl'), 'utf8'), ...clauses.map(toClause)].join('\n'))
  const loadStart = performance.now()
  prolog.query("consult('/rules.pl')").once()
  const loadMs = tenths(performance.now() - loadStart)
  for (const { name, prolog: goal } of QUESTIONS) {
    const query = `G = ${goal}, findall(P, prove(G, 50, P), Ps), with_output_to(string(S), write_term(Ps, [quoted(true)])), length(Ps, N)`
    const ask = (): readonly unknown[] => {
      const result: unknown = prolog.query(query).once()
      if (typeof result !== 'object' || result === null || !('N' in result))
        throw new Error(`Prolog: ${JSON.stringify(result)}`)
      return Array.from({ length: Number(result.N) })
    }
    yield { bench: 'rules', engine: 'swipl-wasm', facts: size, question: name, loadMs, ...timed(ask) }
  }
}

function toClause([relation, ...values]: BenchFact): string {
  const terms = values.map((value) => {
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))
    return day === null ? String(value) : `d(${day.slice(1).map(Number).join(',')})`
  })
  return `${relation}(${terms.join(',')}).`
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

import type { ProofStep } from '../../../contract/knowledge/proof.ts'
import type { Calculation, Calculator } from '../../../contract/knowledge/rule.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Atom, Program } from '../../../kb/program/rule.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { rulesIn } from '../../../kb/prove/proof-contents.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import type { Proof } from '../../../kb/prove/proof.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import { anyOf, IN_ANSWERS, inferenceFor, programOf, withinBudget } from './ask-kernel.ts'
import { createFactDays, createOwnUnits, warnOfDays } from './fact-days.ts'
import { gateStatement } from './gate-statement.ts'
import { showMissing, showProof } from './show-proof.ts'
import { viewCalculators } from './view-calculators.ts'
import { formatFigure } from '../../../wording/figure.ts'
import { t } from '../../../wording/translate.ts'
import { sayUnit } from '../../../kb/units/unit.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** More than these say nothing. */
const MOST_POSSIBLE = 4

type CalculateInput = { readonly asOf: string; readonly name: string; readonly inputs: readonly FactStatement[] }

/** The result of a calculator from its inputs alone. Throws `WRONG_USE` for an input that does not pass the gate, and `PROCESS_LOST`. */
export function calculate(compiled: CompiledPacks, { asOf, name, inputs }: CalculateInput): Calculation {
  const asked = calculatorAsked(compiled, name)
  const facts = inputs.map((input, index): Fact => gatedFact(input, String(index + 1), programOf(compiled)))
  const inference = inferenceFor(compiled, { facts, asOf, statuses: IN_ANSWERS })
  return withinBudget(asked.calculator.title, () =>
    calculationOf(proofsOf(inference, asked.goal), inference, asked, compiled),
  )
}

export type CalculatorAsked = { readonly calculator: Calculator; readonly relation: Relation; readonly goal: Atom }

/** Throws `NOT_FOUND`. */
export function calculatorAsked(compiled: CompiledPacks, name: string): CalculatorAsked {
  const program = programOf(compiled)
  const [calculator] = viewCalculators(program, compiled.packs, name)
  const relation = program.vocabulary.relations.get(name)
  if (!calculator || !relation) throw new Failure('NOT_FOUND', message('failures.rules.noCalculator', { name }))
  return { calculator, relation, goal: calculatorGoal(relation, program.vocabulary) }
}

/** Throws `WRONG_USE` for one that does not pass the gate. */
export function gatedFact(input: FactStatement, id: string, { vocabulary }: Program): Fact {
  const { fact, problem } = gateStatement(input, vocabulary)
  if (fact) return { ...fact, id }
  const said = { input: input.relation.replaceAll('_', ' '), problem: problem.message, fix: problem.fix }
  throw new Failure('WRONG_USE', message('failures.rules.inputRefused', said))
}

export function calculationOf(
  proofs: readonly Proof[],
  inference: Inference,
  { calculator, relation }: CalculatorAsked,
  { packs }: CompiledPacks,
): Calculation {
  const { name } = calculator
  const { vocabulary } = inference.program
  const shown = { vocabulary, packs, days: createFactDays(inference.facts), own: createOwnUnits(inference.facts) }
  const [proof] = proofs
  if (!proof) throw new Error(`there is no proof for ${name}`)
  const shownProof = showProof(proof, shown)
  const result = resultOf(proofs, relation, calculator.unit)
  return {
    name,
    result,
    value: result === null ? null : comparedValue(proofs, relation),
    ends: endsOf(proofs, relation),
    full: proofs.length > 1 ? null : fullOf(proof, relation),
    unit: calculator.unit,
    parts: (shownProof.grounds[0]?.steps ?? []).flatMap(partsOf),
    proof: shownProof,
    // Of the rule that gave the result: others of the same calculator may rest on other law.
    source: shownProof.grounds.find(({ source }) => source !== null)?.source ?? calculator.source,
    notRead: notReadIn(proofs),
    warning: warnOfDays(proofs, inference),
    missing: missingIn(proofs).map((input) => showMissing(input, false, shown)),
  }
}

/** What a result is read from. */
type Concluded = Pick<Proof, 'status' | 'conclusion'>
type Value = Proof['conclusion']['values'][number]

/**
 * Of several that are possible all, `negative or positive`: the first alone would pass for the result. One that a missing input
 * may still take away says so.
 */
export function resultOf(proofs: readonly Concluded[], relation: Relation, unit: string | null): string | null {
  const texts = new Set(proofs.map((proof) => valueText(proof, relation, unit)))
  const [only] = texts
  if (only === null || only === undefined || texts.has(null)) return null
  if (texts.size > MOST_POSSIBLE) return null
  if (texts.size > 1) {
    const possible = [...texts].filter((text) => text !== null && !isWithin(text, texts))
    return possible.reduce((one, other) => t('proof.either', { low: one ?? '', high: other ?? '' }))
  }
  // Of a range it is said already that more is to be known.
  const isSure = proofs.some((one) => one.status === 'yes' || one.conclusion.values.some(isRange))
  return isSure ? only : t('reasoning.result.ifItApplies', { result: only })
}

function isQuantity({ kind }: Value): boolean {
  return kind === 'number' || kind === 'date'
}

function isRange(value: Value): boolean {
  return 'low' in value && value.low !== value.high
}

/** "2027-01-09" is said by "2027-01-09 or later" too. */
function isWithin(day: string, texts: ReadonlySet<string | null>): boolean {
  return texts.has(t('reasoning.orLater', { day })) || texts.has(t('reasoning.orEarlier', { day }))
}

/** A rule that by its source only defines a word has nothing to be read. */
function notReadIn(proofs: readonly Proof[]): string[] {
  const rules = rulesIn(proofs).filter(({ sourceRead, isDefinition }) => !sourceRead && !isDefinition)
  return [...new Set(rules.map(({ source, title }) => source ?? title))]
}

function missingIn(proofs: readonly Proof[]): Proof['missing'] {
  const byText = new Map(
    proofs.flatMap(({ missing }) => missing.map((input) => [JSON.stringify(input), input] as const)),
  )
  return [...byText.values()]
}

/** What stands beside the key, "40 mg once daily"; null while it is not known whether there is anything. */
function valueText({ status, conclusion }: Concluded, { unique }: Relation, unit: string | null): string | null {
  const values = conclusion.values.filter((_, at) => !unique?.includes(at))
  if (status === 'no' || values.some(isOpen)) return null
  const [quantities, names] = [values.filter(isQuantity), values.filter((value) => !isQuantity(value))]
  const inWords = (some: readonly Value[]) => some.map(({ text }) => numberText(text, unit)).join(', ')
  return [inWords(quantities), inWords(names)].filter(Boolean).join(' ')
}

/** Nothing is known of it: not asked for yet, or beyond a calendar; or a number that may be so much more or less that it says nothing. */
function isOpen(value: Value): boolean {
  if (value.kind === 'any') return true
  if (value.kind === 'name') return false
  if (value.low === null || value.high === null) return value.low === value.high
  if (value.kind === 'date' || !(Number(value.low) > 0)) return false
  return Number(value.high) / Number(value.low) > WIDEST
}

/** Times the least that a range may reach: a clearance of 0.0073 to 3660 mL/min says nothing. */
const WIDEST = 50

/** Of all that are possible; null where one of them is no number, or has no end. */
function endsOf(proofs: readonly Concluded[], { unique }: Relation): Calculation['ends'] {
  const all = proofs.map(({ conclusion }) => conclusion.values.filter((_, at) => !unique?.includes(at)))
  const ends = all.flatMap(([value, ...others]) => (value && others.length === 0 ? (numbersOf(value) ?? []) : []))
  if (ends.length < 2 * proofs.length) return null
  return { low: Decimal.min(...ends).toFixed(), high: Decimal.max(...ends).toFixed() }
}

function numbersOf(value: Value): readonly string[] | null {
  return value.kind === 'number' && value.low !== null && value.high !== null ? [value.low, value.high] : null
}

/** The same for the same conclusions, however they are worded. */
function comparedValue(proofs: readonly Concluded[], { unique }: Relation): string {
  const values = proofs.map(({ status, conclusion }) => {
    const own = conclusion.values.filter((_, at) => !unique?.includes(at))
    return JSON.stringify([status, ...own.map(({ text: _text, ...value }) => value)])
  })
  return [...new Set(values)].toSorted().join(' ')
}

function fullOf({ status, conclusion }: Proof, { unique }: Relation): string | null {
  const numbers = conclusion.values.filter((value, at) => value.kind === 'number' && !unique?.includes(at))
  const [value, ...others] = numbers
  if (status === 'no' || value?.kind !== 'number' || others.length > 0) return null
  const { low, high, text } = value
  // What is rounded begins with "about".
  return low !== null && low === high && !text.startsWith(formatFigure(low)) ? low : null
}

/** The unit stands beside the number, not in it. */
function numberText(text: string, unit: string | null): string {
  if (unit === null) return text
  const said = [1, 2].map((number) => ` ${sayUnit(unit, new Decimal(number))}`).find((behind) => text.endsWith(behind))
  return said === undefined ? text : text.slice(0, -said.length)
}

function partsOf(step: ProofStep): Calculation['parts'] {
  if (step.kind !== 'sum') return []
  return step.parts.map(({ say, points, steps }) => ({
    say,
    points,
    because: steps.map(becauseOf).filter(Boolean).join('; '),
  }))
}

function becauseOf(step: ProofStep): string {
  switch (step.kind) {
    case 'fact':
    case 'recorded-absent':
      return step.sentence
    case 'assumed-absent':
      return t('reasoning.because.assumed', { statement: step.sentence })
    case 'not-concluded':
      return t('reasoning.because.notConcluded', { statement: step.sentence })
    case 'fails':
      return t('reasoning.because.notMet', { statement: step.text })
    case 'missing':
      return t('reasoning.because.notKnown', { question: step.input.question })
    case 'comparison':
      return step.result
    default:
      return ''
  }
}

/** Whom it is about goes by the name of the type, as in the inputs: then what is missing is asked for, though nothing is known. */
function calculatorGoal(relation: Relation, vocabulary: Vocabulary): Atom {
  const { relation: name, terms } = anyOf(relation)
  const about = (place: Place | undefined, at: number) =>
    place?.kind === 'name' && relation.unique?.includes(at) && vocabulary.names.get(place.type)?.open
      ? place.type
      : null
  return {
    relation: name,
    terms: terms.map((term, at) => {
      const individual = about(relation.places[at], at)
      return individual === null ? term : { kind: 'constant', value: { kind: 'name', name: individual } }
    }),
  }
}

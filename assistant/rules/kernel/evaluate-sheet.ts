import type { Certainty, MissingInput, Points, ProofStep } from '../../../contract/knowledge/proof.ts'
import type { Calculation, Calculator } from '../../../contract/knowledge/rule.ts'
import type { SheetAnswer } from '../../../contract/knowledge/sheet.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { type Budget, BudgetError } from '../../../kb/infer/budget.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import { assumedWhileOpen, factsIn } from '../../../kb/prove/proof-contents.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import type { Proof, Statement } from '../../../kb/prove/proof.ts'
import { convertedOf, statementOf } from '../../../kb/prove/statement-of.ts'
import { t } from '../../../wording/translate.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import { IN_ANSWERS, inferenceFor, programOf, withinBudget } from './ask-kernel.ts'
import { calculationOf, calculatorAsked, type CalculatorAsked, gatedFact, resultOf } from './calculate.ts'
import { writeValues } from './statement-text.ts'

type Input = Calculator['inputs'][number]

/** `at`: of which input of the calculator, counted from 0. Whom it is about goes by the name of the type. */
export type SheetQuestion = {
  readonly asOf: string
  readonly name: string
  readonly given: readonly { readonly at: number; readonly statement: FactStatement }[]
}

export type SheetView = {
  readonly calculation: Calculation
  readonly holds: Certainty
  /** Of the inputs that can still change the result, or that it rests on, in the author's order. */
  readonly needed: readonly {
    readonly at: number
    readonly points: Points | null
    /** The value in the unit that the rules count in, where it was given in another one. */
    readonly converted: string | null
    /** The result stands without it. */
    readonly isAssumed: boolean
    readonly answers: readonly SheetAnswer[]
  }[]
}

/** What follows from the answers to one calculator, which inputs it rests on, and what each other answer would make of it. */
export function evaluateSheet(compiled: CompiledPacks, question: SheetQuestion, budget: Budget): SheetView {
  const asked = calculatorAsked(compiled, question.name)
  return withinBudget(asked.calculator.title, () => evaluate(compiled, asked, question, budget))
}

function evaluate(
  compiled: CompiledPacks,
  asked: CalculatorAsked,
  { asOf, given }: SheetQuestion,
  budget: Budget,
): SheetView {
  const program = programOf(compiled)
  const facts = given.map(({ statement }, index) => gatedFact(statement, String(index), program))
  const inference = inferenceFor(compiled, { facts, asOf, statuses: IN_ANSWERS, budget })
  const proofs = proofsOf(inference, asked.goal)
  const calculation = calculationOf(proofs, inference, asked, compiled)
  const needOf = needsOf(proofs, inference, (id) => given[Number(id)]?.at)
  const needed = asked.calculator.inputs.flatMap((input, at) => {
    const need = needOf(input, at)
    if (need === null) return []
    const own = given.flatMap((one, index) => (one.at === at ? String(index) : []))
    const holds = own.length === 0 ? null : given[Number(own[0])]?.statement
    const others = answersTo(input).filter((one) => !(holds && isSaid(one.input, holds)))
    const tried = others.flatMap(({ answer, input: statement }) => {
      const result = resultWith(statement, own, inference, asked)
      return result === undefined ? [] : [{ answer, input: statement, result }]
    })
    const isOpen = tried.some(({ result }) => result !== calculation.result)
    const isAssumed = need === 'assumed'
    // What is only taken as not so, and whose answers were all tried and change nothing, need not be asked.
    if (isAssumed && !isOpen && tried.length > 0 && tried.length === others.length) return []
    const latest = latestOf(
      own.flatMap((index) => {
        const [one, fact] = [given[Number(index)], facts[Number(index)]]
        return one && fact ? { ...one, fact } : []
      }),
    )
    const converted = latest ? convertedOf(latest, inference.program.vocabulary) : null
    return { at, points: pointsOf(input, own, calculation), converted, isAssumed, answers: isOpen ? tried : [] }
  })
  return { calculation, holds: proofs[0]?.status ?? 'no', needed }
}

type Given = { readonly statement: FactStatement; readonly fact: Fact }

/** Of several dated values the latest, as the sheet shows it. */
function latestOf(given: readonly Given[]): Fact | undefined {
  return given.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)))[0]?.fact
}

function dayOf({ statement: { at } }: Given): string {
  return at ?? ''
}

type Need = 'used' | 'missing' | 'assumed'
type NeedOf = (input: Input, at: number) => Need | null

/** Whether the proofs rest on an input, miss it, or take it as not so. */
function needsOf(
  proofs: readonly Proof[],
  inference: Inference,
  inputOf: (fact: string) => number | undefined,
): NeedOf {
  const { relations } = inference.program.vocabulary
  const used = new Set(factsIn(proofs, inference).map(({ id }) => inputOf(id)))
  const written = ({ relation, values }: Statement) => ({
    relation,
    args: writeValues(values, relations.get(relation)),
  })
  const missing = proofs.flatMap((proof) => proof.missing.map(({ statement }) => written(statement)))
  const whileOpen = assumedWhileOpen(proofs)
  // Another way to record what is recorded is not asked for.
  const isOtherWay = ({ relation }: Statement) =>
    relations.get(relation)?.alternative === true && !whileOpen.has(relation)
  const assumed = proofs.flatMap((proof) => proof.assumed.filter((one) => !isOtherWay(one)).map(written))
  return (input, at) => {
    if (used.has(at)) return 'used'
    if (missing.some((one) => isOf(input, one))) return 'missing'
    return assumed.some((one) => isOf(input, one)) ? 'assumed' : null
  }
}

/** A place that is asked for, and one about any individual, fit whatever is there. */
function isOf(
  { relation, args, places }: Input,
  other: { readonly relation: string; readonly args: readonly (string | null)[] },
): boolean {
  const isAny = (place: number) => {
    const declared = places[place]
    return args[place] === null || (declared?.kind === 'name' && declared.open)
  }
  return (
    relation === other.relation &&
    args.every((arg, place) => isAny(place) || other.args[place] === null || other.args[place] === arg)
  )
}

/** The answers that can be tried: yes and no, or each name of a closed list; none for numbers and days. */
function answersTo({ relation, args, places }: Input): readonly Omit<SheetAnswer, 'result'>[] {
  const asked = args.indexOf(null)
  const stated = (value: string, holds: 'yes' | 'no') => {
    const own = args.map((arg) => arg ?? value)
    return { relation, args: own, holds, at: null, validFrom: null, validTo: null }
  }
  if (asked < 0)
    return (['yes', 'no'] as const).map((holds) => ({ answer: t(`proof.holds.${holds}`), input: stated('', holds) }))
  const place = places[asked]
  if (place?.kind !== 'name' || place.open || args.indexOf(null, asked + 1) >= 0) return []
  return place.choices.map(({ name, label }) => ({ answer: label, input: stated(name, 'yes') }))
}

function isSaid(tried: FactStatement, said: FactStatement): boolean {
  return tried.holds === said.holds && JSON.stringify(tried.args) === JSON.stringify(said.args)
}

/** Null: none; undefined: it took too long to tell. */
function resultWith(
  statement: FactStatement,
  instead: readonly string[],
  inference: Inference,
  { relation: result, goal, calculator }: CalculatorAsked,
): string | null | undefined {
  const { program } = inference
  const tried = gatedFact(statement, 'tried', program)
  try {
    const rows = inference.with({ add: [tried], remove: new Set(instead) }).ask(goal)
    const concluded = rows.map(({ relation: name, values, certainty }) => ({
      status: certainty === 'certain' ? ('yes' as const) : ('unknown' as const),
      conclusion: statementOf(name, values, program.vocabulary),
    }))
    return concluded.length === 0 ? null : resultOf(concluded, result, calculator.unit)
  } catch (error) {
    if (error instanceof BudgetError) return undefined
    throw error
  }
}

/** Of the one part of a sum that rests on this input, if it does on no other. */
function pointsOf(input: Input, own: readonly string[], { proof, parts }: Calculation): Points | null {
  const sums = (proof?.grounds ?? []).flatMap(({ steps }) => steps).filter((step) => step.kind === 'sum')
  const [sum] = sums
  if (sums.length !== 1 || !sum) return null
  const shares = sum.parts.map(({ steps }) => {
    const { facts, missing } = restsOn(steps)
    return [...facts.map((id) => own.includes(id)), ...missing.map((one) => isOf(input, one))]
  })
  const mine = shares.flatMap((share, at) => (share.includes(true) ? [at] : []))
  const [at] = mine
  const isAlone = at !== undefined && mine.length === 1 && shares[at]?.every(Boolean)
  return isAlone ? (parts[at]?.points ?? null) : null
}

type Rests = { readonly facts: readonly string[]; readonly missing: readonly MissingInput[] }

/** The facts and the missing inputs anywhere below. */
function restsOn(steps: readonly ProofStep[]): Rests {
  const all = steps.map((step): Rests => {
    const proofs = 'proofs' in step ? step.proofs : step.kind === 'conclusion' ? [step.proof] : []
    const below = restsOn([
      ...proofs.flatMap(({ grounds }) => grounds.flatMap((ground) => ground.steps)),
      ...('steps' in step ? step.steps : []),
    ])
    return {
      facts: [...('facts' in step ? step.facts : []), ...below.facts],
      missing: [...(step.kind === 'missing' ? [step.input] : []), ...below.missing],
    }
  })
  return { facts: all.flatMap(({ facts }) => facts), missing: all.flatMap(({ missing }) => missing) }
}

import type { Fact, FactInput } from '../../contract/fact.ts'
import { inputLabel } from '../../contract/input-label.ts'
import type { Calculator } from '../../contract/rule.ts'
import type { Sheet, SheetGoal, SheetInput } from '../../contract/sheet.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { FactStatement } from '../../store/matter/facts.ts'
import { contentWords, wordStems } from '../../text/words.ts'
import { factRows } from '../facts/fact-rows.ts'
import type { OpenMatter } from '../open-matters.ts'
import { calculatorNamed, calculatorsInMatter, calculatorsOf, isUsedUnder } from './calculators.ts'
import type { Knowledge } from './knowledge.ts'
import { factsByInput, givenBy } from './known-inputs.ts'
import { jurisdictionOf } from './matter-jurisdiction.ts'
import { packsOf } from './matter-packs.ts'
import { statedResults } from './stated-results.ts'
import { goalsFor } from './suggest-calculators.ts'

type Input = Calculator['inputs'][number]

type Asked = {
  readonly goal: string
  readonly about: readonly string[]
  readonly typed: readonly FactInput[]
  /** YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * A goal for one person or event of a matter: what its facts and documents say of the inputs that can still change it, and what follows.
 * What is only read from a document counts here, and is marked; values that contradict each other do not. Throws `NOT_FOUND`.
 */
export async function openSheet(knowledge: Knowledge, matter: OpenMatter, asked: Asked): Promise<Sheet> {
  const { asOf, about } = asked
  const calculator = calculatorNamed(await goalsOfMatter(knowledge, matter), { name: asked.goal, pack: null })
  const known = factsByInput(calculator, await factRows(knowledge, matter, asOf), { asOf, about })
  const answered = known.answered.map(({ input, facts }) => answerTo(input, asked.typed, facts))
  const packs = await knowledge.shelf.together([calculator.pack])
  const given = answered.flatMap((one, at) => one.statements.map((statement) => ({ at, statement })))
  const view = await knowledge.kernel.call('sheet', { packs }, { name: calculator.name, asOf, given })
  const { inputs, ...head } = calculator
  const needed = view.needed.flatMap(({ at, points, answers }): readonly SheetInput[] => {
    const [input, one] = [inputs[at], answered[at]]
    return input && one ? [{ ...input, ...one.shown, label: inputLabel(input), points, answers: [...answers] }] : []
  })
  return {
    calculator: head,
    asOf,
    isUsed: packsOf(matter.store.settings).includes(calculator.pack),
    holds: view.holds,
    calculation: view.calculation,
    inputs: needed,
    notNeeded: inputs.length - needed.length,
    stated: (await statedResults(matter, head.title)).filter(({ value }) => value !== view.calculation.result),
    whose: [...known.whose],
    subjects: [...known.subjects],
  }
}

type Answered = {
  readonly statements: readonly FactStatement[]
  readonly shown: Pick<SheetInput, 'state' | 'value' | 'holds' | 'facts'>
}

/** What was typed before what is on record, and that before what was only read. */
function answerTo(input: Input, typed: readonly FactInput[], facts: readonly Fact[]): Answered {
  const own = typed.filter((one) => isAnswerTo(input, one))
  const confirmed = facts.filter(({ state }) => state === 'confirmed')
  const read = facts.filter(({ state }) => state === 'proposed')
  const inTurn = [...confirmed, ...read]
  if (own.length > 0) return fromStatements(input, own.map(asStatement), 'typed', inTurn)
  for (const [some, state] of [
    [confirmed, 'recorded'],
    [read, 'read'],
  ] as const) {
    const given = givenBy(input, some).map((one) => asStatement(one.input))
    if (given.length > 0) return fromStatements(input, given, state, inTurn)
    if (some.length > 0)
      return { statements: [], shown: { state: 'conflict', value: null, holds: null, facts: [...some] } }
  }
  return { statements: [], shown: { state: 'missing', value: null, holds: null, facts: [] } }
}

function isAnswerTo({ relation, args }: Input, given: FactInput): boolean {
  return given.relation === relation && args.every((arg, at) => arg === null || arg === given.args[at])
}

function asStatement({ relation, args, holds = 'yes', at = null, validFrom = null, validTo = null }: FactInput) {
  return { relation, args, holds, at, validFrom, validTo }
}

/** Of several dated values the latest is shown; all sources of the same value stand with it. */
function fromStatements(
  input: Input,
  statements: readonly FactStatement[],
  state: SheetInput['state'],
  facts: readonly Fact[],
): Answered {
  const shown = statements.toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))[0]
  const asked = input.args.indexOf(null)
  const value = asked < 0 ? null : (shown?.args[asked] ?? null)
  const same = facts.filter((fact) => fact.holds === shown?.holds && (asked < 0 || fact.args[asked] === value))
  return { statements, shown: { state, value, holds: shown?.holds ?? null, facts: same } }
}

/** Those of the packs of the matter and its law; where it uses no pack, of all that are here. */
async function goalsOfMatter(knowledge: Knowledge, matter: OpenMatter): Promise<readonly Calculator[]> {
  const { settings } = matter.store
  if (packsOf(settings).length > 0) return calculatorsInMatter(knowledge, matter)
  const law = jurisdictionOf(settings)
  return (await calculatorsOf(knowledge, null)).filter((calculator) => isUsedUnder(law, calculator))
}

const GOALS_AT_MOST = 8
/** A goal that has less of the words is none that is meant. */
const ENOUGH_WORDS = 0.5
/** Words are surer than meaning only where nearly all are there. */
const BY_WORDS = 0.9

/** The goals that words ask for: by its words in their title and phrases, and by meaning where there is a model for that. */
export async function sheetGoals(
  knowledge: Knowledge,
  matter: OpenMatter,
  question: string,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<SheetGoal[]> {
  const calculators = await goalsOfMatter(knowledge, matter)
  if (question === '') return calculators.map((one) => toGoal(one, 0))
  const goals = await goalsFor(knowledge, calculators)
  const meant = await knowledge.goals.find(question, goals, embedder, signal)
  const byWords = shareOfWords(
    question,
    calculators.map(({ title }, at) => [title, ...(goals[at]?.asks ?? [])].join(' ')),
  )
  const ranked = calculators.map((one, at) => {
    const share = byWords[at] ?? 0
    const byMeaning = meant.find(({ relation, pack }) => relation === one.name && pack === one.pack)?.fit ?? 0
    return toGoal(one, Math.max(byMeaning, share >= ENOUGH_WORDS ? share * BY_WORDS : 0))
  })
  return ranked
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, GOALS_AT_MOST)
}

/** Of a word that is still being typed. */
const PREFIX_AT_LEAST = 3

/** How much of a question each text has: a word counts the more the fewer of them have it, one that none has the most. */
function shareOfWords(question: string, texts: readonly string[]): readonly number[] {
  const asked = [...wordStems(contentWords(question).join(' '))].filter((stem) => /\p{L}/u.test(stem))
  const last = /\p{L}[\p{L}\p{N}]*$/u.exec(question)?.[0].toLowerCase() ?? ''
  const isTyped = (word: string) => last.length >= PREFIX_AT_LEAST && word.startsWith(last)
  const typed = [...wordStems(last)]
  const said = texts.map((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return new Set([...wordStems(text), ...(words.some(isTyped) ? typed : [])])
  })
  const weights = asked.map((stem) => Math.log(1 + texts.length / (1 + said.filter((words) => words.has(stem)).length)))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const weightIn = (words: ReadonlySet<string>) =>
    asked.reduce((sum, stem, at) => sum + (words.has(stem) ? (weights[at] ?? 0) : 0), 0)
  return said.map((words) => (all === 0 ? 0 : weightIn(words) / all))
}

function toGoal({ name, title, pack, jurisdictions }: Calculator, fit: number): SheetGoal {
  return { goal: name, title, pack, jurisdictions, fit }
}

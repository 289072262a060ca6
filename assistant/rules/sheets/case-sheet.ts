import { holdsSeveral, inputLabels, isAnswerTo } from '../../../contract/knowledge/calculator-input.ts'
import type { Fact, FactInput } from '../../../contract/knowledge/fact.ts'
import type { Calculator } from '../../../contract/knowledge/rule.ts'
import type { Sheet, SheetInput } from '../../../contract/knowledge/sheet.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import { factRows } from '../fact-rows.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { calculatorNamed } from './calculators.ts'
import type { Knowledge } from '../knowledge.ts'
import { factsByInput, givenBy } from './known-inputs.ts'
import { packsOf } from '../packs/matter-packs.ts'
import { goalsOfMatter } from './sheet-goals.ts'
import type { KernelInput } from '../rule-kernel.ts'
import { inEnglish } from '../../../wording/translate.ts'
import { type SheetOnFacts, statedResults } from './stated-results.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

type Input = Calculator['inputs'][number]

type Asked = {
  readonly about: readonly string[]
  readonly typed: readonly FactInput[]
  /** YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * A goal for one person or event of a matter: what its facts and documents say of the inputs that can still change it, and what follows.
 * What is only read from a document counts here, and is marked; values that contradict each other do not. Throws `NOT_FOUND`, and
 * `WRONG_USE` for a typed answer to nothing that is asked.
 */
export async function openSheet(
  knowledge: Knowledge,
  matter: OpenMatter,
  { goal, ...asked }: Asked & { readonly goal: string },
): Promise<Sheet> {
  const calculator = calculatorNamed(await goalsOfMatter(knowledge, matter), { name: goal, pack: null })
  const sheetAsOf = async (asOf: string) =>
    sheetOn(await factRows(knowledge, matter, asOf), knowledge, calculator, { ...asked, asOf })
  const sheet = await sheetAsOf(asked.asOf)
  const packs = await knowledge.shelf.together([calculator.pack])
  const written = await inEnglish(() => knowledge.view(packs))
  const { title } = written.calculators.find(({ name }) => name === calculator.name) ?? calculator
  return {
    ...sheet,
    isUsed: packsOf(matter.store.settings).includes(calculator.pack),
    stated: await statedResults(matter, sheet, sheetAsOf, title),
  }
}

/** The sheet of a calculator on these facts. */
export async function sheetOn(
  facts: readonly Fact[],
  { shelf, kernel }: Pick<Knowledge, 'shelf' | 'kernel'>,
  calculator: Calculator,
  { about, typed, asOf, language }: Asked & Pick<KernelInput, 'language'>,
): Promise<SheetOnFacts> {
  for (const one of typed) expectAsked(one, calculator)
  const known = factsByInput(calculator, facts, { asOf, about })
  const answered = known.answered.map((one) => answerTo(one.input, typed, one.facts))
  const packs = await shelf.together([calculator.pack])
  const given = answered.flatMap((one, at) => one.statements.map((statement) => ({ at, statement })))
  const view = await kernel.call('sheet', { packs, language }, { name: calculator.name, asOf, given })
  const { inputs, ...head } = calculator
  const labels = inputLabels(inputs)
  const needed = view.needed.flatMap(({ at, answers, ...need }): readonly SheetInput[] => {
    const [input, one, label] = [inputs[at], answered[at], labels[at]]
    if (!input || !one || label === undefined) return []
    return [{ ...input, ...one.shown, ...need, label, answers: [...answers] }]
  })
  return {
    calculator: head,
    asOf,
    holds: view.holds,
    calculation: view.calculation,
    inputs: needed,
    notNeeded: inputs.length - needed.length,
    whose: [...known.whose],
    subjects: [...known.subjects],
  }
}

function expectAsked(given: FactInput, { inputs, title }: Calculator): void {
  if (inputs.some((input) => isAnswerTo(input, given))) return
  const said = `${given.relation.replaceAll('_', ' ')} (${given.args.join(', ')})`
  throw new Failure('WRONG_USE', message('failures.rules.notAsked', { title, said }))
}

type Answered = {
  readonly statements: readonly FactStatement[]
  readonly shown: Pick<SheetInput, 'state' | 'value' | 'holds' | 'facts' | 'against'>
}

const NOTHING = { value: null, holds: null, facts: [], against: [] }

/** What was typed before what is on record, and that before what was only read; of what may have several values all of them. */
function answerTo(input: Input, typed: readonly FactInput[], facts: readonly Fact[]): Answered {
  const own = typed.filter((one) => isAnswerTo(input, one)).map(asStatement)
  const confirmed = facts.filter(({ state }) => state === 'confirmed')
  const read = facts.filter(({ state }) => state === 'proposed')
  const inTurn = [...confirmed, ...read]
  if (own.length > 0 && !holdsSeveral(input)) return fromStatements(input, own, 'typed', inTurn)
  if (holdsSeveral(input)) return ofSeveral(input, own, confirmed, read)
  const [used, state] = confirmed.length > 0 ? [confirmed, 'recorded' as const] : [read, 'read' as const]
  const given = statementsOf(input, used)
  const contested = contestedIn(used)
  if (contested.length > 0) return { statements: given, shown: { ...NOTHING, state: 'conflict', facts: contested } }
  if (given.length === 0) return { statements: [], shown: { ...NOTHING, state: 'missing' } }
  return fromStatements(input, given, state, inTurn)
}

/** Those that contradict each other. */
function contestedIn(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ conflicts }) => conflicts.some((id) => facts.some((one) => one.id === id)))
}

function statementsOf(input: Input, facts: readonly Fact[]): readonly FactStatement[] {
  return givenBy(input, facts).map((one) => asStatement(one.input))
}

/** Closed days, medicines: one more takes the place of none. */
function ofSeveral(
  input: Input,
  typed: readonly FactStatement[],
  confirmed: readonly Fact[],
  read: readonly Fact[],
): Answered {
  const recorded = statementsOf(input, confirmed)
  const isNew = (one: FactStatement) => !recorded.some((other) => String(other.args) === String(one.args))
  const onlyRead = statementsOf(input, read).filter(isNew)
  const statements = [...recorded, ...onlyRead, ...typed.filter(isNew)]
  if (statements.length === 0) return { statements, shown: { ...NOTHING, state: 'missing' } }
  const contested = contestedIn(confirmed)
  if (contested.length > 0) return { statements, shown: { ...NOTHING, state: 'conflict', facts: contested } }
  const asked = input.args.indexOf(null)
  const values = statements.filter(({ holds }) => holds === 'yes').map(({ args }) => args[asked] ?? '')
  const state = typed.length > 0 ? 'typed' : onlyRead.length > 0 ? 'read' : 'recorded'
  return { statements, shown: { ...NOTHING, state, value: values.join(', ') || null, facts: [...confirmed, ...read] } }
}

function asStatement({ relation, args, holds = 'yes', at = null, validFrom = null, validTo = null }: FactInput) {
  return { relation, args, holds, at, validFrom, validTo }
}

/** Of several dated values the latest is shown; all sources of the same value stand with it, and what documents say otherwise. */
function fromStatements(
  input: Input,
  statements: readonly FactStatement[],
  state: SheetInput['state'],
  facts: readonly Fact[],
): Answered {
  const shown = statements.toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))[0]
  const asked = input.args.indexOf(null)
  const value = asked < 0 ? null : (shown?.args[asked] ?? null)
  const isSame = (fact: Fact) => fact.holds === shown?.holds && (asked < 0 || fact.args[asked] === value)
  const isOlder = ({ at }: Fact) => at !== null && shown?.at != null && at < shown.at
  const against = facts.filter((fact) => fact.state === 'proposed' && !isSame(fact) && !isOlder(fact))
  return { statements, shown: { state, value, holds: shown?.holds ?? null, facts: facts.filter(isSame), against } }
}

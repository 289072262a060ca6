import { lawPlace } from '../../../wording/law-place.ts'
import { message } from '../../../wording/message.ts'
import type { Fact } from '../../../contract/knowledge/fact.ts'
import type {
  Calculation,
  Calculator,
  CalculatorSuggestion,
  CalculatorSuggestions,
  KnownInputs,
} from '../../../contract/knowledge/rule.ts'
import { isLawIn } from '../../../kb/infer/jurisdiction.ts'
import type { Embedder } from '../../../models/embedder.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { factRows } from '../fact-rows.ts'
import type { FoundGoal } from '../goal-finder.ts'
import type { GoalView } from '../kernel/kernel-methods.ts'
import type { Knowledge } from '../knowledge.ts'
import { jurisdictionOf, packsOf } from '../packs/matter-packs.ts'
import { knownInputs } from './known-inputs.ts'
import { Failure } from '../../../wording/failure.ts'

/** Of the packs of a matter, but those that are law of another place than it. */
export async function calculatorsInMatter(
  knowledge: Knowledge,
  { store: { settings } }: OpenMatter,
): Promise<Calculator[]> {
  const law = jurisdictionOf(settings)
  return (await calculatorsOf(knowledge, packsOf(settings))).filter((calculator) => isUsedUnder(law, calculator))
}

/** `law` null: that of the matter is not said. */
export function isUsedUnder(law: string | null, { jurisdictions }: Pick<Calculator, 'jurisdictions'>): boolean {
  return law === null || jurisdictions.length === 0 || jurisdictions.some((place) => isLawIn(place, law))
}

/** The calculators of these packs, or (null) of all that are here, those of samples last; packs with problems have none. */
export async function calculatorsOf(knowledge: Knowledge, packs: readonly string[] | null): Promise<Calculator[]> {
  const found = await packsWithCalculators(knowledge, packs)
  return found
    .toSorted((one, other) => Number(one.isSample) - Number(other.isSample))
    .flatMap(({ calculators }) => calculators)
}

/** The packs that only show what rules can do. */
export async function samplePacks(knowledge: Knowledge): Promise<ReadonlySet<string>> {
  const found = await packsWithCalculators(knowledge, null)
  return new Set(found.flatMap(({ pack, isSample }) => (isSample ? pack : [])))
}

async function packsWithCalculators({ shelf, view }: Knowledge, packs: readonly string[] | null) {
  const names = packs ?? (await shelf.list()).map(({ name }) => name)
  const views = await Promise.all(names.map(async (name) => view(await shelf.together([name]))))
  return views.map(({ packs: heads, calculators }, at) => {
    const pack = names[at] ?? ''
    const isSample = heads.find(({ id }) => id === pack)?.sample ?? false
    return { pack, isSample, calculators: calculators.filter((one) => one.pack === pack) }
  })
}

/** By its name or title; `pack` null: the first of that name. */
type Wanted = { readonly name: string; readonly pack: string | null }
type Asked = Wanted & { readonly inputs: readonly FactStatement[]; readonly asOf: string }

/** Throws `NOT_FOUND`, and `WRONG_USE` for inputs that do not pass the gate. */
export async function runCalculator(knowledge: Knowledge, { inputs, asOf, ...wanted }: Asked): Promise<Calculation> {
  const found = calculatorNamed(await calculatorsOf(knowledge, null), wanted)
  const packs = await knowledge.shelf.together([found.pack])
  return knowledge.kernel.call('calculate', { packs }, { name: found.name, inputs, asOf })
}

type AskedOf = Wanted & { readonly about: readonly string[]; readonly asOf: string }

/** What a matter knows of the inputs of a calculator, one of its own packs before that of another. Throws `NOT_FOUND`. */
export async function inputsKnownIn(
  knowledge: Knowledge,
  matter: OpenMatter,
  { about, asOf, ...wanted }: AskedOf,
): Promise<KnownInputs> {
  const all = [...(await calculatorsInMatter(knowledge, matter)), ...(await calculatorsOf(knowledge, null))]
  return knownInputs(calculatorNamed(all, wanted), await factRows(knowledge, matter, asOf), { about, asOf })
}

/** By its name or title. Throws `NOT_FOUND`. */
export function calculatorNamed(all: readonly Calculator[], { name, pack }: Wanted): Calculator {
  const wanted = name.trim().toLowerCase()
  const found = all.find(
    (one) =>
      (pack === null || one.pack === pack) && [one.name, one.title].some((text) => text.toLowerCase() === wanted),
  )
  if (!found) throw new Failure('NOT_FOUND', message('failures.rules.noCalculator', { name }))
  return found
}

/** Another one is shown too only where the question asks for it nearly as well: two formulas for one thing. */
const NEARLY_AS_WELL = 0.03

type SuggestingOn = {
  readonly question: string
  /** Null: every calculator that is here, on nothing that is known. */
  readonly matter: OpenMatter | null
  readonly ofAllPacks: boolean
  /** YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * The calculators that a question asks for, by the phrases of their authors and by their titles; no language model. Of a matter those of
 * its packs, or where it uses none, of all. Those that are law of another place than the matter are named and not run.
 */
export async function suggestCalculators(
  knowledge: Knowledge,
  { question, matter, ofAllPacks, asOf }: SuggestingOn,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<CalculatorSuggestions> {
  const packs = matter === null ? [] : packsOf(matter.store.settings)
  const law = matter === null ? null : jurisdictionOf(matter.store.settings)
  const calculators = await calculatorsOf(knowledge, packs.length > 0 && !ofAllPacks ? packs : null)
  const { used = [], others = [] } = Object.groupBy(calculators, (one) => (isUsedUnder(law, one) ? 'used' : 'others'))
  const find = async (among: readonly Calculator[]) =>
    foundAmong(among, await knowledge.goals.find(question, await goalsFor(knowledge, among), embedder, signal))
  const [best, elsewhere] = [bestOf(await find(used)), bestOf(await find(others))]
  const facts = matter !== null && packs.length > 0 ? await factRows(knowledge, matter, asOf) : []
  const about = namedIn(question, facts)
  const suggestions = best.map(({ calculator, fit }) =>
    suggestion(knowledge, calculator, { facts, about, asOf, fit }, signal),
  )
  return {
    suggestions: await Promise.all(suggestions),
    leftOut: elsewhere
      .filter(({ fit }) => fit >= (best[0]?.fit ?? 0) - NEARLY_AS_WELL)
      .map(({ calculator: { title, jurisdictions } }) =>
        message('rules.otherLaw.calculator', {
          title,
          places: { all: jurisdictions.map(lawPlace) },
          law: lawPlace(law ?? ''),
        }),
      ),
  }
}

type Found = { readonly calculator: Calculator; readonly fit: number }

function foundAmong(calculators: readonly Calculator[], goals: readonly FoundGoal[]): readonly Found[] {
  return goals.flatMap(({ relation, pack, fit }) => {
    const calculator = calculators.find((one) => one.name === relation && one.pack === pack)
    return calculator ? { calculator, fit } : []
  })
}

type Known = {
  readonly facts: readonly Fact[]
  readonly about: readonly string[]
  readonly asOf: string
  readonly fit: number
}

async function suggestion(
  { shelf, kernel }: Knowledge,
  calculator: Calculator,
  { facts, about, asOf, fit }: Known,
  signal: AbortSignal,
): Promise<CalculatorSuggestion> {
  const packs = await shelf.together([calculator.pack])
  // "The patient" names nobody of several.
  const isType = (name: string) => calculator.inputs.some(({ args }) => args.includes(name))
  const known = knownInputs(calculator, facts, { asOf, about: about.filter((name) => !isType(name)) })
  const inputs = known.given.map(({ input }) => input)
  const calculation = await kernel.call('calculate', { packs }, { name: calculator.name, inputs, asOf }, signal)
  return { calculator, fit, ...known, calculation }
}

/** What facts are about and the question names, by a word of it. */
function namedIn(question: string, facts: readonly Fact[]): readonly string[] {
  const words = new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const names = new Set(facts.flatMap(({ args }) => args))
  return [...names].filter((name) =>
    (name.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word)),
  )
}

/** A calculator that its author gave no phrases is found by its title alone. */
export async function goalsFor(
  { shelf, view }: Knowledge,
  calculators: readonly Calculator[],
): Promise<readonly GoalView[]> {
  const packs = [...new Set(calculators.map(({ pack }) => pack))]
  const views = await Promise.all(packs.map(async (name) => view(await shelf.together([name]))))
  const goals = views.flatMap((one) => one.goals)
  return calculators.map(({ name: relation, pack, title }) => {
    const authored = goals.find((goal) => goal.relation === relation && goal.pack === pack)
    const phrases = [`What is the ${title}?`]
    if (!authored) return { relation, pack, asks: phrases, fillers: [], phrases, isCalculator: true }
    return { ...authored, asks: [...authored.asks, ...phrases] }
  })
}

function bestOf(all: readonly Found[]): readonly Found[] {
  const [best] = all
  return best ? all.filter(({ fit }) => fit >= best.fit - NEARLY_AS_WELL) : []
}

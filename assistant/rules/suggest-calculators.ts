import type { Fact } from '../../contract/fact.ts'
import type { Calculator, CalculatorSuggestion } from '../../contract/rule.ts'
import type { Embedder } from '../../models/embedder.ts'
import { factRows } from '../facts/fact-rows.ts'
import type { OpenMatter } from '../open-matters.ts'
import { calculatorsInMatter, calculatorsOf } from './calculators.ts'
import type { FoundGoal } from './goal-finder.ts'
import type { GoalView } from './kernel/kernel-methods.ts'
import { knownInputs } from './known-inputs.ts'
import type { Knowledge } from './knowledge.ts'
import { packsOf } from './matter-packs.ts'

/** Another one is shown too only where the question asks for it nearly as well: two formulas for one thing. */
const NEARLY_AS_WELL = 0.03

type Asked = {
  readonly question: string
  /** Null: every calculator that is here, on nothing that is known. */
  readonly matter: OpenMatter | null
  /** YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * The calculators that a question asks for, by the phrases of their authors and by their titles; no language model. Of a matter those of
 * its packs, or where it uses none, of all.
 */
export async function suggestCalculators(
  knowledge: Knowledge,
  { question, matter, asOf }: Asked,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<readonly CalculatorSuggestion[]> {
  const usesPacks = matter !== null && packsOf(matter.store.settings).length > 0
  const calculators = usesPacks ? await calculatorsInMatter(knowledge, matter) : await calculatorsOf(knowledge, null)
  const goals = await goalsFor(knowledge, calculators)
  const found = bestOf(await knowledge.goals.find(question, goals, embedder, signal))
  const facts = usesPacks ? await factRows(knowledge, matter, asOf) : []
  const suggestions = found.map(({ relation, pack, fit }) => {
    const calculator = calculators.find((one) => one.name === relation && one.pack === pack)
    return calculator ? suggestion(knowledge, calculator, { facts, asOf, fit }, signal) : []
  })
  return (await Promise.all(suggestions)).flat()
}

async function suggestion(
  { shelf, kernel }: Knowledge,
  calculator: Calculator,
  { facts, asOf, fit }: { readonly facts: readonly Fact[]; readonly asOf: string; readonly fit: number },
  signal: AbortSignal,
): Promise<CalculatorSuggestion> {
  const packs = await shelf.together([calculator.pack])
  const given = knownInputs(calculator, facts)
  const inputs = given.map(({ input }) => input)
  const calculation = await kernel.call('calculate', { packs }, { name: calculator.name, inputs, asOf }, signal)
  return { calculator, fit, given, calculation }
}

/** A calculator that its author gave no phrases is found by its title alone. */
async function goalsFor({ shelf, view }: Knowledge, calculators: readonly Calculator[]): Promise<readonly GoalView[]> {
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

function bestOf(found: readonly FoundGoal[]): readonly FoundGoal[] {
  const [best] = found
  return best ? found.filter(({ fit }) => fit >= best.fit - NEARLY_AS_WELL) : []
}

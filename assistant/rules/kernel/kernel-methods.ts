import type { CandidateRow } from '../../../contract/opinions/differential.ts'
import type { Fact, FormRelation } from '../../../contract/knowledge/fact.ts'
import type {
  Calculation,
  Calculator,
  Change,
  Conclusions,
  ExampleRun,
  PackProblem,
  PackRun,
  RuleRow,
  RuleWord,
} from '../../../contract/knowledge/rule.ts'
import type { Certainty } from '../../../contract/knowledge/proof.ts'
import type { PackHead } from '../../../kb/compile/compiled-packs.ts'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'
import type { SheetQuestion, SheetView } from './evaluate-sheet.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import type { Gated } from './gate-statement.ts'

/** Packs that are compiled together. `key` is another one as soon as a letter of them is. */
export type LoadedPacks = { readonly key: string; readonly packs: readonly PackSource[] }

export type StoredStatement = FactStatement & Pick<Fact, 'id' | 'state'>

/** The facts of a matter, gated by the packs `packs`, and the law that it is under; only confirmed ones are used by rules. */
export type LoadedFacts = {
  readonly key: string
  readonly packs: string
  readonly facts: readonly StoredStatement[]
  /** Null: not said. */
  readonly jurisdiction: string | null
}

/** What the worker answers when it has forgotten a key: load it again. */
export const NOT_LOADED = 'NOT_LOADED'

/** What can be known of packs without a single fact. */
export type PackView = {
  readonly packs: readonly PackHead[]
  readonly problems: readonly PackProblem[]
  /** Those that facts are entered for. */
  readonly relations: readonly FormRelation[]
  /** How they are asked for, by their author. */
  readonly questions: readonly InputQuestion[]
  /** All of them, also what rules conclude. */
  readonly words: readonly RuleWord[]
  readonly goals: readonly GoalView[]
  readonly named: readonly NamedView[]
  readonly calculators: readonly Calculator[]
  readonly rules: readonly RuleView[]
}

/** `ask` has `{0}`, `{1}` … for the places; null: made from `say`. */
export type InputQuestion = { readonly relation: string; readonly ask: string | null }

/** A rule, with the file and line where it stands; how its examples come out takes running them (`runExamples`). */
export type RuleView = Omit<RuleRow, 'approvedBy' | 'approvedOn' | 'examplesPassed'> & {
  readonly file: string
  readonly line: number
}

/** A relation whose conclusions answer questions. */
export type GoalView = {
  readonly relation: string
  readonly pack: string
  /** The questions that its author gave as examples, each place filled with what belongs there: "the patient". */
  readonly asks: readonly string[]
  readonly fillers: readonly string[]
  /** The same questions with `{1}` for places of closed lists, and `…` for all others. */
  readonly phrases: readonly string[]
  readonly isCalculator: boolean
}

/** A relation whose author says how documents name what it concludes. `called` has `{0}`, `{1}` … for the places. */
export type NamedView = {
  readonly relation: string
  readonly title: string
  readonly called: readonly string[]
}

/** `only`: one fact by its id; null: all of them. */
export type FactsViewed = { readonly asOf: string; readonly only: string | null }

/** What a fact means to the packs of its matter. */
export type FactView = Pick<Fact, 'id' | 'conflicts' | 'supersededBy' | 'unusable'> & {
  /** Null: the packs do not know the words. */
  readonly sentence: string | null
  /** Its value in the unit that the rules count in, where it was stated in another one. */
  readonly converted: string | null
}

export type ExampleConclusions = {
  readonly rule: string
  readonly title: string
  /** `grounds`: the rules by which it is concluded. */
  readonly conclusions: readonly {
    readonly sentence: string
    readonly holds: Certainty
    readonly grounds: string
  }[]
}

/** What follows, before it is said which rules were not asked. */
export type Concluded = Omit<Conclusions, 'rulesNotUsed'>

/** What may be asked about loaded packs, some of it about loaded facts. */
export type KernelQuestions = {
  describe: { input: null; result: PackView }
  gate: { input: FactStatement; result: Gated }
  gateText: { input: string; result: Gated }
  viewFacts: { input: FactsViewed; result: readonly FactView[] }
  /** `relations` null: all goals; else these, whether they are goals or not. */
  conclude: {
    input: { readonly asOf: string; readonly relations: readonly string[] | null }
    result: Concluded
  }
  whatWouldChange: {
    input: { readonly asOf: string; readonly relation: string; readonly args: readonly string[] }
    result: Change[]
  }
  runExamples: { input: null; result: readonly ExampleRun[] }
  /** What follows in each example, for comparing it with what would follow by other rules. */
  concludeExamples: { input: null; result: readonly ExampleConclusions[] }
  calculate: {
    input: { readonly asOf: string; readonly name: string; readonly inputs: readonly FactStatement[] }
    result: Calculation
  }
  sheet: { input: SheetQuestion; result: SheetView }
  /** What the packs say is to be considered, the likeliest first by the confirmed facts. */
  weighCandidates: { input: { readonly asOf: string }; result: readonly CandidateRow[] }
  run: {
    input: { readonly asOf: string; readonly facts: readonly string[]; readonly goal: string | null }
    result: PackRun
  }
}

/** `language`: the code of that in which the answer is said; what the packs do not say in it, they say as they are written. */
type AskedOf<I> = {
  readonly packs: string
  readonly facts: string | null
  readonly language: string
  readonly input: I
}

export type KernelMethods = {
  loadPacks: { input: LoadedPacks; item: never; result: null }
  loadFacts: { input: LoadedFacts; item: never; result: null }
} & {
  [K in keyof KernelQuestions]: {
    input: AskedOf<KernelQuestions[K]['input']>
    item: never
    result: KernelQuestions[K]['result']
  }
}

import type { Fact, FactInput, FormRelation } from '../../contract/fact.ts'

/** What a proof needs of the place in which it stands. */
export type ProofTools = {
  /** The facts of the matter by their ids: where a premise comes from. */
  readonly facts: ReadonlyMap<string, Fact>
  readonly onOpenFact: (fact: Fact) => void
  /** The forms of what can be answered. */
  readonly relations: readonly FormRelation[]
  /** Records an answer to what is missing; null where nothing can be recorded. */
  readonly onAnswer: ((input: FactInput) => Promise<boolean>) | null
  /** Questions that stand above the proof already. */
  readonly asked: ReadonlySet<string>
}

/** For a proof beside a form: its inputs are no facts to open, and the form asks for what is missing. */
export const NO_TOOLS: ProofTools = {
  facts: new Map(),
  onOpenFact: () => {},
  relations: [],
  onAnswer: null,
  asked: new Set(),
}

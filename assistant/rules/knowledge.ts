import { createHash } from 'node:crypto'
import type { OpenMatter } from '../open-matters.ts'
import { createExampleFinder, type ExampleFinder } from '../answers/strategies/example-finder.ts'
import { type CardFinder, createCardFinder } from '../cards/card-finder.ts'
import { createPastMistakes, type PastMistakes } from '../confidence/past-mistakes.ts'
import { createGoalFinder, type GoalFinder } from './goal-finder.ts'
import { type KeptResults, keepResults } from './keep-results.ts'
import type { Concluded, ExampleConclusions, LoadedFacts, LoadedPacks, PackView } from './kernel/kernel-methods.ts'
import { jurisdictionOf } from './matter-jurisdiction.ts'
import { packsOf } from './matter-packs.ts'
import type { PackShelf } from './pack-shelf.ts'
import type { RuleKernel } from './rule-kernel.ts'

/** The rules of this computer, and what they say about a matter. */
export interface Knowledge {
  readonly kernel: RuleKernel
  readonly shelf: PackShelf
  readonly goals: GoalFinder
  readonly cards: CardFinder
  readonly examples: ExampleFinder
  readonly mistakes: PastMistakes
  /** What packs hold; worked out once for as long as they stay as they are. */
  view(packs: LoadedPacks): Promise<PackView>
  /** What follows from what is saved, kept while a rule is being changed and compared with it. */
  readonly saved: {
    readonly conclusions: KeptResults<Concluded>
    readonly examples: KeptResults<readonly ExampleConclusions[]>
  }
  /** The packs and the facts of a matter as they are now, to ask the kernel with. */
  of(matter: OpenMatter): Promise<MatterKnowledge>
}

export type MatterKnowledge = { readonly packs: LoadedPacks; readonly facts: LoadedFacts }

/** Packs change seldom, and there are few sets of them. */
const REMEMBERED_VIEWS = 32
/** Of so many matters; their proofs are long. */
const REMEMBERED_CONCLUSIONS = 32
/** Those of the pack that is being changed. */
const REMEMBERED_EXAMPLES = 2

export function createKnowledge(kernel: RuleKernel, shelf: PackShelf): Knowledge {
  const views = new Map<string, Promise<PackView>>()
  return {
    kernel,
    shelf,
    goals: createGoalFinder(),
    cards: createCardFinder(),
    examples: createExampleFinder(),
    mistakes: createPastMistakes(),
    saved: { conclusions: keepResults(REMEMBERED_CONCLUSIONS), examples: keepResults(REMEMBERED_EXAMPLES) },
    view(packs) {
      const known = views.get(packs.key)
      if (known) return known
      const made = kernel.call('describe', { packs }, null)
      views.set(packs.key, made)
      made.catch(() => views.delete(packs.key))
      const [oldest] = views.keys()
      if (views.size > REMEMBERED_VIEWS && oldest !== undefined) views.delete(oldest)
      return made
    },
    async of({ store }) {
      const packs = await shelf.together(packsOf(store.settings))
      return { packs, facts: loadedFacts(store, packs.key) }
    },
  }
}

/** Under a key that changes with every fact, with the packs that they are read by, and with the law of the matter. */
export function loadedFacts({ facts: stored, settings }: OpenMatter['store'], packs: string): LoadedFacts {
  const jurisdiction = jurisdictionOf(settings)
  const facts = stored.list().map(({ id, state, relation, args, holds, at, validFrom, validTo }) => ({
    id,
    state,
    relation,
    args,
    holds,
    at,
    validFrom,
    validTo,
  }))
  return { key: keyOf([packs, stored.revision, jurisdiction]), packs, facts, jurisdiction }
}

function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

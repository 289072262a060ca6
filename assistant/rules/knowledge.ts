import type { ExampleRun } from '../../contract/knowledge/rule.ts'
import { type CardFinder, createCardFinder } from '../cards/card-finder.ts'
import { createPastMistakes, type PastMistakes } from '../confidence/past-mistakes.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { createExampleFinder, type ExampleFinder } from '../questions/example-finder.ts'
import { createGoalFinder, type GoalFinder } from './goal-finder.ts'
import type { Concluded, ExampleConclusions, LoadedFacts, LoadedPacks, PackView } from './kernel/kernel-methods.ts'
import { jurisdictionOf, packsOf } from './packs/matter-packs.ts'
import type { PackShelf } from './packs/pack-shelf.ts'
import type { RuleKernel } from './rule-kernel.ts'
import { locale } from '../../wording/translate.ts'

/** The rules of this computer, and what they say about a matter. */
export interface Knowledge {
  readonly kernel: RuleKernel
  readonly shelf: PackShelf
  readonly goals: GoalFinder
  readonly cards: CardFinder
  readonly examples: ExampleFinder
  readonly mistakes: PastMistakes
  /** What packs hold, in the language of the call; worked out once for as long as they stay as they are. */
  view(packs: LoadedPacks): Promise<PackView>
  /** How the examples of packs come out, none where they have problems; run once for as long as the packs stay as they are. */
  exampleRuns(packs: LoadedPacks): Promise<readonly ExampleRun[]>
  /** What follows from what is saved, kept while a rule is being changed and compared with it. */
  readonly saved: {
    readonly conclusions: KeptResults<Concluded>
    readonly examples: KeptResults<readonly ExampleConclusions[]>
  }
  /** The packs of a matter as they are now. */
  packsOf(matter: OpenMatter): Promise<LoadedPacks>
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
  const view = createRemembered((packs) => kernel.call('describe', { packs }, null))
  const exampleRuns = createRemembered(async (packs) =>
    (await view(packs)).problems.length > 0 ? [] : kernel.call('runExamples', { packs }, null),
  )
  const packsIn = ({ store }: OpenMatter) => shelf.together(packsOf(store.settings))
  return {
    kernel,
    shelf,
    goals: createGoalFinder(),
    cards: createCardFinder(),
    examples: createExampleFinder(),
    mistakes: createPastMistakes(),
    saved: { conclusions: keepResults(REMEMBERED_CONCLUSIONS), examples: keepResults(REMEMBERED_EXAMPLES) },
    view,
    exampleRuns,
    packsOf: packsIn,
    async of(matter) {
      const packs = await packsIn(matter)
      return { packs, facts: loadedFacts(matter.store, packs.key) }
    },
  }
}

/** Remembers the results of `work` for the packs asked for last, in the language of the call; what fails is done again when asked for. */
function createRemembered<T>(work: (packs: LoadedPacks) => Promise<T>): (packs: LoadedPacks) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (packs) => {
    const key = `${packs.key} ${locale()}`
    const kept = known.get(key)
    if (kept) return kept
    const made = work(packs)
    known.set(key, made)
    made.catch(() => known.delete(key))
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_VIEWS && oldest !== undefined) known.delete(oldest)
    return made
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
  return sha256(JSON.stringify(parts))
}

/** The result of the key, from `work` where it is not known. */
type KeptResults<T> = (key: string, work: () => Promise<T>) => Promise<T>

/** Keeps the newest `most` results. What fails or is interrupted is tried again when it is next asked for. */
export function keepResults<T>(most: number): KeptResults<T> {
  const known = new Map<string, { readonly result: T }>()
  return async (key, work) => {
    const kept = known.get(key) ?? { result: await work() }
    known.delete(key)
    known.set(key, kept)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return kept.result
  }
}

import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { type Budget, USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { inLanguage } from '../../../kb/compile/words/translations.ts'
import { loadLanguage } from '../../../wording/messages/languages.ts'
import { saidIn } from '../../../wording/translate.ts'
import { type Handlers, RemoteError } from '../../../processes/remote-calls.ts'
import { type Asking, IN_ANSWERS, inferenceFor, programOf } from './ask-kernel.ts'
import { calculate } from './calculate.ts'
import { conclude, goalsNamed, goalsOf, showCandidates, showChanges } from './conclude.ts'
import { describePacks } from './describe-packs.ts'
import { evaluateSheet } from './evaluate-sheet.ts'
import { gateStatement, gateText, sayGated } from './gate-statement.ts'
import { type KernelMethods, type KernelQuestions, NOT_LOADED } from './kernel-methods.ts'
import { concludeExamples, runExamples, runFacts } from './run-packs.ts'
import { type GatedFacts, gateFacts, viewFacts } from './view-facts.ts'

/** The facts of a matter, with the law that it is under. */
type MatterFacts = GatedFacts & { readonly packs: string; readonly jurisdiction: string | null }
/** `compiled`: in the words of the language that is asked in; `written`: as their authors wrote them. */
type Loaded = { readonly compiled: CompiledPacks; readonly written: CompiledPacks; readonly facts: MatterFacts }
type Answers = {
  readonly [K in keyof KernelQuestions]: (
    on: Loaded,
    input: KernelQuestions[K]['input'],
  ) => KernelQuestions[K]['result']
}

/** So many programs and sets of facts are remembered, those used last. */
const REMEMBERED = 8
const NO_FACTS: MatterFacts = { facts: [], views: [], packs: '', jurisdiction: null }

const ANSWERS: Answers = {
  describe: ({ compiled, written }) => describePacks(compiled, written),
  gate: ({ compiled }, input) => {
    const { vocabulary } = programOf(compiled)
    return sayGated(gateStatement(input, vocabulary), vocabulary)
  },
  gateText: ({ compiled }, text) => {
    const { vocabulary } = programOf(compiled)
    return sayGated(gateText(text, vocabulary), vocabulary)
  },
  viewFacts: ({ compiled, facts }, input) => viewFacts(facts, programOf(compiled), input),
  conclude: ({ compiled, facts }, { asOf, relations }) => {
    const inference = inferenceFor(compiled, { ...inMatter(facts, asOf), budget: OF_A_GOAL })
    const goals = relations === null ? goalsOf(inference.program) : goalsNamed(relations, inference.program)
    return conclude(inference, goals, compiled, asOf)
  },
  whatWouldChange: ({ compiled, facts }, { asOf, ...goal }) =>
    showChanges(inferenceFor(compiled, inMatter(facts, asOf)), goal),
  runExamples: ({ compiled }) => runExamples(compiled),
  concludeExamples: ({ compiled }) => concludeExamples(compiled),
  weighCandidates: ({ compiled, facts }, { asOf }) =>
    showCandidates(inferenceFor(compiled, inMatter(facts, asOf)), compiled),
  run: ({ compiled }, input) => runFacts(compiled, input),
  calculate: ({ compiled }, input) => calculate(compiled, input),
  sheet: ({ compiled }, input) => evaluateSheet(compiled, input, OF_A_GOAL),
}

/** Facts that contradict each other a hundred times over take seconds for one goal; a usual one takes milliseconds. */
export const OF_A_GOAL: Budget = { ...USUAL_BUDGET, timeMs: 5000 }

function inMatter({ facts, jurisdiction }: MatterFacts, asOf: string): Asking {
  return { facts, asOf, statuses: IN_ANSWERS, ...(jurisdiction === null ? {} : { jurisdiction }) }
}

/** Answers questions about packs and facts that were loaded before. Runs in the worker, and keeps nothing but what it was given. */
export function createKernel(): Handlers<KernelMethods> {
  const programs = createMemory<CompiledPacks>()
  const factSets = createMemory<MatterFacts>()
  const wordedIn = createWordedPacks()
  const answering = Object.entries(ANSWERS).map(([method, answer]) => [
    method,
    async function* ({
      packs,
      facts,
      language,
      input,
    }: Omit<KernelMethods[keyof KernelQuestions]['input'], 'input'> & { input: never }) {
      const spoken = await loadLanguage(language)
      const written = programs.get(packs)
      const loaded = {
        compiled: wordedIn(written, language),
        written,
        facts: facts === null ? NO_FACTS : factSets.get(facts),
      }
      return saidIn(spoken, () => (answer as (on: Loaded, input: never) => unknown)(loaded, input))
    },
  ])
  return {
    async *loadPacks({ key, packs }) {
      programs.set(key, compilePacks(packs))
      return null
    },
    async *loadFacts({ key, packs, facts, jurisdiction }) {
      const before = factSets.newest((one) => one.packs === packs)
      factSets.set(key, { ...gateFacts(facts, programOf(programs.get(packs)), before), packs, jurisdiction })
      return null
    },
    ...(Object.fromEntries(answering) as Omit<Handlers<KernelMethods>, 'loadPacks' | 'loadFacts'>),
  }
}

/** Putting the words of packs into a language takes some milliseconds: once for each. */
function createWordedPacks() {
  const known = new WeakMap<CompiledPacks, Map<string, CompiledPacks>>()
  return (written: CompiledPacks, language: string): CompiledPacks => {
    const ofPacks = known.get(written) ?? new Map<string, CompiledPacks>()
    known.set(written, ofPacks)
    const worded = ofPacks.get(language) ?? inLanguage(written, language)
    ofPacks.set(language, worded)
    return worded
  }
}

/** The last few, by key. */
function createMemory<T extends object>() {
  const kept = new Map<string, T>()
  return {
    get(key: string): T {
      const found = kept.get(key)
      if (!found) throw new RemoteError(NOT_LOADED, `nothing is loaded under ${key}`)
      kept.delete(key)
      kept.set(key, found)
      return found
    },
    newest: (isSought: (value: T) => boolean) => [...kept.values()].findLast(isSought),
    set(key: string, value: T) {
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest)
    },
  }
}

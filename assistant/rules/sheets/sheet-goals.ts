import type { Calculator } from '../../../contract/knowledge/rule.ts'
import type { SheetGoal } from '../../../contract/knowledge/sheet.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { contentWords, wordStems } from '../../../text/words.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { calculatorsInMatter, calculatorsOf, goalsFor, isUsedUnder, samplePacks } from './calculators.ts'
import { withoutHowWell } from '../goal-finder.ts'
import type { Knowledge } from '../knowledge.ts'
import { jurisdictionOf, packsOf } from '../packs/matter-packs.ts'

/**
 * Compiles the packs of a matter and reads the phrases of their goals by meaning: the first question waited 1.5 s for that (issue 20).
 * A failure is left to the question, which reports it.
 */
export async function prepareGoals(
  knowledge: Knowledge,
  matter: OpenMatter,
  embedder: () => Promise<Embedder | null>,
): Promise<void> {
  if (packsOf(matter.store.settings).length === 0) return
  const { goals } = await knowledge.view((await knowledge.of(matter)).packs)
  const by = await embedder()
  if (by) await knowledge.goals.prepare(goals, by, matter.closing)
}

/** Those of the packs of the matter and its law; where it uses no pack, of all that are here. */
export async function goalsOfMatter(knowledge: Knowledge, matter: OpenMatter): Promise<readonly Calculator[]> {
  const { settings } = matter.store
  if (packsOf(settings).length > 0) return calculatorsInMatter(knowledge, matter)
  const law = jurisdictionOf(settings)
  return (await calculatorsOf(knowledge, null)).filter((calculator) => isUsedUnder(law, calculator))
}

const GOALS_AT_MOST = 8
const PREPARE_MS = 60_000
/** A goal that has less of the words is none that is meant. */
const ENOUGH_WORDS = 0.5
/** Words are surer than meaning only where nearly all are there; those of a title name it: "Wells" is no "how well". */
const BY_WORDS = { ofTitle: 1, ofPhrases: 0.9 } as const

/** The goals that words ask for: by its words in their title, in title and phrases, and by meaning where there is a model for that. */
export async function sheetGoals(
  knowledge: Knowledge,
  matter: OpenMatter,
  question: string,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<SheetGoal[]> {
  const calculators = await goalsOfMatter(knowledge, matter)
  const goals = await goalsFor(knowledge, calculators)
  if (question === '') {
    // A question follows; without this the first one took 1.7 s. A failure is left to it.
    if (embedder) knowledge.goals.prepare(goals, embedder, AbortSignal.timeout(PREPARE_MS)).catch(() => {})
    return calculators.map((one) => toGoal(one, 0))
  }
  const meant = await knowledge.goals.find(question, goals, embedder, signal)
  const titles = calculators.map(({ title }) => title)
  const byTitle = fitOfWords(question, titles, BY_WORDS.ofTitle)
  const byPhrases = fitOfWords(
    question,
    titles.map((title, at) => [title, ...(goals[at]?.asks ?? [])].join(' ')),
    BY_WORDS.ofPhrases,
  )
  const ranked = calculators.map((one, at) => {
    const byMeaning = meant.find(({ relation, pack }) => relation === one.name && pack === one.pack)?.fit ?? 0
    return toGoal(one, Math.max(byMeaning, byTitle[at] ?? 0, byPhrases[at] ?? 0))
  })
  // A matter that uses a sample asks for it; in any other it stands behind what people rely on, however well it fits.
  const samples = packsOf(matter.store.settings).length === 0 ? await samplePacks(knowledge) : new Set<string>()
  const isSample = ({ pack }: SheetGoal) => Number(samples.has(pack))
  return ranked
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => isSample(one) - isSample(other) || other.fit - one.fit)
    .slice(0, GOALS_AT_MOST)
}

function fitOfWords(question: string, texts: readonly string[], weight: number): readonly number[] {
  return shareOfWords(question, texts).map((share) => (share >= ENOUGH_WORDS ? share * weight : 0))
}

/** Of a word that is still being typed. */
const PREFIX_AT_LEAST = 3

/** How much of a question each text has: a word counts the more the fewer of them have it, one that none has the most. */
function shareOfWords(asking: string, phrases: readonly string[]): readonly number[] {
  const [question = '', ...texts] = [asking, ...phrases].map(withoutHowWell)
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

function toGoal({ name, title, pack, field, group, jurisdictions }: Calculator, fit: number): SheetGoal {
  return { goal: name, title, pack, field, group, jurisdictions, fit }
}

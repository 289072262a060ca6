import { contentWords } from '../../checks/content-words.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { GoalView } from './kernel/kernel-methods.ts'

/** Finds which conclusions a question asks for, by the phrases that their authors gave. */
export interface GoalFinder {
  /** Best first, at most three, none that fits badly. */
  find(
    question: string,
    goals: readonly GoalView[],
    embedder: Embedder | null,
    signal?: AbortSignal,
  ): Promise<readonly GoalView[]>
}

const MOST_GOALS = 3
/**
 * Cosine similarity below which a phrase does not count, with all-MiniLM-L6-v2. Of 24 questions that goals of the two
 * sample packs answer and 27 that they do not, .55 found 20 of the first and none of the second; .5 found 21 and 3.
 */
const CLOSE_ENOUGH = 0.55
/** Share of words in common (Dice), where there is no embedder: .5 found 13 of the 24, and 2 of the 27. */
const ENOUGH_WORDS = 0.5
const STEM_CHARACTERS = 6
/** Phrases are few; those of packs that are gone are forgotten at last. */
const REMEMBERED = 2000

export function createGoalFinder(): GoalFinder {
  const vectors = new Map<string, Float32Array>()

  async function vectorsOf(phrases: readonly string[], embedder: Embedder, signal?: AbortSignal) {
    const key = (phrase: string) => `${embedder.info.revision} ${phrase}`
    const unknown = [...new Set(phrases)].filter((phrase) => !vectors.has(key(phrase)))
    if (vectors.size + unknown.length > REMEMBERED) vectors.clear()
    const wanted = [...new Set(phrases)].filter((phrase) => !vectors.has(key(phrase)))
    const made = wanted.length === 0 ? [] : await embedder.embed(wanted, 'query', signal)
    for (const [index, phrase] of wanted.entries()) vectors.set(key(phrase), made[index] ?? new Float32Array())
    return (phrase: string) => vectors.get(key(phrase)) ?? new Float32Array()
  }

  return {
    async find(question, goals, embedder, signal) {
      if (goals.length === 0) return []
      if (!embedder) return best(goals, (phrase, { fillers }) => wordsInCommon(question, phrase, fillers), ENOUGH_WORDS)
      const [asked] = await embedder.embed([question], 'query', signal)
      const vectorOf = await vectorsOf(
        goals.flatMap(({ asks }) => asks),
        embedder,
        signal,
      )
      return best(goals, (phrase) => cosine(asked, vectorOf(phrase)), CLOSE_ENOUGH)
    },
  }
}

function best(
  goals: readonly GoalView[],
  fit: (phrase: string, goal: GoalView) => number,
  floor: number,
): readonly GoalView[] {
  return goals
    .map((goal) => ({ goal, fit: Math.max(...goal.asks.map((phrase) => fit(phrase, goal))) }))
    .filter((one) => one.fit >= floor)
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, MOST_GOALS)
    .map(({ goal }) => goal)
}

function cosine(one: Float32Array | undefined, other: Float32Array): number {
  return one ? one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0) : 0
}

/** The words that only fill the places of a phrase say nothing of what is asked. */
function wordsInCommon(question: string, phrase: string, fillers: readonly string[]): number {
  const filling = stems(fillers.join(' '))
  const asked = stems(question)
  const said = new Set([...stems(phrase)].filter((word) => !filling.has(word)))
  const all = asked.size + said.size
  return all === 0 ? 0 : (2 * [...asked].filter((word) => said.has(word)).length) / all
}

function stems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map((word) => (/\d/.test(word) ? word : word.slice(0, STEM_CHARACTERS))))
}

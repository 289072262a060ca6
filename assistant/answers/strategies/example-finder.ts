import { contentWords } from '../../../checks/content-words.ts'
import type { WorkedExample } from '../../../contract/strategy.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { questionKey } from '../../evaluation/question-key.ts'

/** What an example can be taken from. */
export type Answerable = Omit<WorkedExample, 'fit'>

/** Finds answered questions that are like another one. */
export interface ExampleFinder {
  /** Nearest first, one or two. None that is far, none that is the question itself. */
  find(
    question: string,
    among: readonly Answerable[],
    embedder: Embedder | null,
    signal?: AbortSignal,
  ): Promise<readonly WorkedExample[]>
}

const EXAMPLES_AT_MOST = 2
/** Each is read before the first word; what a longer answer shows, a shorter one shows as well. */
const LONGEST_CHARACTERS = 200
/** Cosine similarity with all-MiniLM-L6-v2; cards, which say what is true, need more (0.65). */
const CLOSE_ENOUGH = 0.4
/** The same question in other words would give its answer away. */
const THE_SAME = 0.9
/** Share of words in common (Dice), where there is no embedder. */
const ENOUGH_WORDS = 0.4
const REMEMBERED = 5000

export function createExampleFinder(): ExampleFinder {
  const vectors = new Map<string, Float32Array>()

  async function vectorsOf(texts: readonly string[], embedder: Embedder, signal?: AbortSignal) {
    const key = (text: string) => `${embedder.info.revision} ${text}`
    if (vectors.size + texts.length > REMEMBERED) vectors.clear()
    const wanted = [...new Set(texts)].filter((text) => !vectors.has(key(text)))
    const made = wanted.length === 0 ? [] : await embedder.embed(wanted, 'query', signal)
    for (const [at, text] of wanted.entries()) vectors.set(key(text), made[at] ?? new Float32Array())
    return (text: string) => vectors.get(key(text)) ?? new Float32Array()
  }

  return {
    async find(question, among, embedder, signal) {
      const asked = questionKey(question)
      const short = among.filter(
        (one) => one.question.length + one.answer.length <= LONGEST_CHARACTERS && questionKey(one.question) !== asked,
      )
      if (short.length === 0) return []
      if (!embedder) return nearest(short, (one) => sharedShare(question, one.question), ENOUGH_WORDS)
      const vectorOf = await vectorsOf([question, ...short.map((one) => one.question)], embedder, signal)
      const vector = vectorOf(question)
      return nearest(short, (one) => cosine(vector, vectorOf(one.question)), CLOSE_ENOUGH)
    },
  }
}

function nearest(
  among: readonly Answerable[],
  fitOf: (one: Answerable) => number,
  floor: number,
): readonly WorkedExample[] {
  return among
    .map(({ question, answer, from }) => ({ question, answer, from, fit: fitOf({ question, answer, from }) }))
    .filter(({ fit }) => fit >= floor && fit < THE_SAME)
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, EXAMPLES_AT_MOST)
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

/** Words in common, of the words of both (Dice). */
function sharedShare(one: string, other: string): number {
  const [words, others] = [new Set(contentWords(one)), new Set(contentWords(other))]
  const all = words.size + others.size
  return all === 0 ? 0 : (2 * [...words].filter((word) => others.has(word)).length) / all
}

import { contentWords } from '../../text/words.ts'
import type { WorkedExample } from '../../contract/answers/strategy.ts'
import type { Embedder } from '../../models/embedder.ts'
import { cosine, createTextVectors, sharedShare, type TextVectors } from '../models/text-likeness.ts'
import { questionKey } from './question-key.ts'

/** What an example can be taken from. */
export type Answerable = Omit<WorkedExample, 'fit'>

/** Examples for a question; none where nothing is near. */
export type FindExamples = (question: string, signal: AbortSignal) => Promise<readonly WorkedExample[]>

/** Finds answered questions that are like another one. */
export interface ExampleFinder {
  /** Nearest first, one or two. None that is far, none that is the question itself. `matter`: what stands for it while it is open. */
  find(
    question: string,
    from: { readonly among: readonly Answerable[]; readonly matter: object },
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

export function createExampleFinder(): ExampleFinder {
  // What a matter's questions say goes with it.
  const byMatter = new WeakMap<object, TextVectors>()
  const vectorsOf = (matter: object) => {
    const vectors = byMatter.get(matter) ?? createTextVectors()
    byMatter.set(matter, vectors)
    return vectors
  }
  return {
    async find(question, { among, matter }, embedder, signal) {
      const asked = questionKey(question)
      const short = among.filter(
        (one) => one.question.length + one.answer.length <= LONGEST_CHARACTERS && questionKey(one.question) !== asked,
      )
      if (short.length === 0) return []
      if (!embedder) {
        const shared = (one: Answerable) => sharedShare(wordsOf(question), wordsOf(one.question))
        return nearest(short, shared, ENOUGH_WORDS)
      }
      const [vector] = await embedder.embed([question], 'query', signal)
      const questions = short.map((one) => one.question)
      const vectorOf = await vectorsOf(matter).of(questions, embedder, signal)
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

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(contentWords(text))
}

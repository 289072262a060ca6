import { wordStems } from '../../text/words.ts'
import type { Embedder } from '../../models/embedder.ts'
import { cosine, createTextVectors } from '../models/text-vectors.ts'
import { sharedShare } from '../statistics/shared-share.ts'
import { asksOfRecord } from './asks-of-record.ts'
import type { GoalView } from './kernel/kernel-methods.ts'
import { askingClause, questionForms } from './question-forms.ts'

/** Finds which conclusions a question asks for, by the phrases that their authors gave. */
export interface GoalFinder {
  /** Best first, at most three, none that fits badly. */
  find(
    question: string,
    goals: readonly GoalView[],
    embedder: Embedder | null,
    signal?: AbortSignal,
  ): Promise<readonly FoundGoal[]>
  /** Reads the phrases of goals by meaning, before anybody asks. */
  prepare(goals: readonly GoalView[], embedder: Embedder, signal: AbortSignal): Promise<void>
}

/** `fit`: how well the question asks for it, about 0 to 1. */
export type FoundGoal = GoalView & { readonly fit: number }

const MOST_GOALS = 3
/** Phrases that are read ahead in one go: a question that comes meanwhile waits for no more. */
const AT_ONCE = 8
/**
 * Fit below which a phrase does not count: cosine similarity with all-MiniLM-L6-v2, and a little for words in common. Of 40
 * questions that goals of the two sample packs answer and 40 that they do not, it found 34 of the first and none of the second.
 */
const CLOSE_ENOUGH = 0.64
/** To the model "must be served" and "was served" are nearly one; the words themselves, small ones too, tell them apart. */
const WORDS_WEIGHT = 0.1
/** Share of words in common (Dice), where there is no embedder: .5 found 13 of the 24, and 2 of the 27. */
const ENOUGH_WORDS = 0.5
/** What asks for the record is meant for a calculator only where it is nearly one of its phrases, what asks for a meaning never. */
const FLOORS = { record: 0.85, meaning: Infinity } as const

export function createGoalFinder(): GoalFinder {
  const vectors = createTextVectors()
  const phrasesOf = (goals: readonly GoalView[]) => goals.flatMap(({ asks }) => asks)
  return {
    async prepare(goals, embedder, signal) {
      const phrases = phrasesOf(goals)
      for (let from = 0; from < phrases.length; from += AT_ONCE)
        await vectors.of(phrases.slice(from, from + AT_ONCE), embedder, signal)
    },
    async find(question, goals, embedder, signal) {
      const forms = questionForms(question)
      const wants = forms.map(asksOfRecord).find((one) => one !== null) ?? null
      if (goals.length === 0) return []
      const floor =
        (usual: number) =>
        ({ isCalculator }: GoalView) =>
          wants === null || !isCalculator ? usual : FLOORS[wants]
      const byWords = () =>
        best(
          goals,
          (phrase, { fillers }) => Math.max(...forms.map((form) => wordsInCommon(form, phrase, fillers))),
          floor(ENOUGH_WORDS),
        )
      if (!embedder) return byWords()
      const asked = await embedder.embed(forms, 'query', signal)
      const vectorOf = await vectors.of(phrasesOf(goals), embedder, signal)
      const fit = (phrase: string) =>
        Math.max(
          ...forms.map(
            (form, at) =>
              cosine(asked[at], vectorOf(phrase)) + WORDS_WEIGHT * sharedShare(wordsOf(form), wordsOf(phrase)),
          ),
        )
      const byMeaning = best(goals, fit, floor(CLOSE_ENOUGH))
      // Where a case is told first the model is led away from what is asked; there the deciding words may still be those of a phrase.
      return byMeaning.length > 0 || askingClause(question) === null ? byMeaning : byWords()
    },
  }
}

function best(
  goals: readonly GoalView[],
  fit: (phrase: string, goal: GoalView) => number,
  floor: (goal: GoalView) => number,
): readonly FoundGoal[] {
  return goals
    .map((goal) => ({ goal, fit: Math.max(...goal.asks.map((phrase) => fit(phrase, goal))) }))
    .filter((one) => one.fit >= floor(one.goal))
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, MOST_GOALS)
    .map((one) => ({ ...one.goal, fit: one.fit }))
}

/** The words that only fill the places of a phrase say nothing of what is asked. */
function wordsInCommon(question: string, phrase: string, fillers: readonly string[]): number {
  const filling = wordStems(fillers.join(' '))
  const asked = wordStems(question)
  const said = new Set([...wordStems(phrase)].filter((word) => !filling.has(word)))
  return sharedShare(asked, said)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

import { absentFacts } from '../../../checks/absent-facts.ts'
import { contentWords } from '../../../text/words.ts'
import { factsInText } from '../../../text/text-facts.ts'
import type { Outcome } from '../../../contract/evaluation/evaluation.ts'
import { judgeStance } from './judge-stance.ts'
import { goldLabel, labelIn, optionChosen } from './closed-answers.ts'
import { declines, scoreAnswer } from './score-answer.ts'

export type Answered = {
  readonly question: string
  readonly gold: string | null
  readonly answerable: boolean
  /** Of a multiple-choice question. */
  readonly options?: readonly string[]
  readonly state: string
  /** The answer as prose, source marks out. */
  readonly answer: string
}

/** Printing whole passages would score .68; only so many words of an answer count (`docs/measuring.md`). */
const COUNTED_WORDS = 100
const KEY_FACTS_AT_LEAST = 0.5

/**
 * What became of a question, by code: a label or an option is right when it is the gold one; anything else is judged as a careful
 * reader of the known answer does (`scoreAnswer`). An answer that only says that the sources do not tell is a refusal. Not judged
 * where the set does not know the answer.
 */
export function outcomeOf(one: Answered): Outcome {
  const refuses = isRefusal(one) || declines(one.answer)
  if (!one.answerable) return refuses ? 'right-refusal' : 'should-refuse'
  if (one.gold === null) return 'unjudged'
  if (refuses) return 'wrong-refusal'
  const isSame = isSameLabel(one)
  if (isSame !== null) return isSame ? 'right' : 'wrong'
  return scoreAnswer(one.answer, { question: one.question, gold: one.gold })
}

/** Null where the gold answer is neither an option nor a label. */
function isSameLabel({ gold, answer, options }: Answered): boolean | null {
  if (gold !== null && options?.includes(gold)) return optionChosen(answer, options) === gold
  const label = goldLabel(gold)
  return label === null ? null : labelIn(answer) === label
}

/**
 * Whether at least half of the key facts stand in an answer and nothing contradicts them: what `wrong` of `docs/measuring.md` counts, which
 * is more lenient than `outcomeOf`.
 */
export function hasKeyFacts(one: Answered): boolean {
  const isSame = isSameLabel(one)
  if (isSame !== null) return isSame
  const stance = judgeStance(counted(one.answer), { question: one.question, gold: one.gold ?? '' })
  if (stance === false) return false
  return (keyFactRecall(one) ?? (stance ? 1 : goldRecall(one))) >= KEY_FACTS_AT_LEAST
}

export function isRefusal({ state }: Pick<Answered, 'state'>): boolean {
  return state === 'not-found' || state === 'not-written' || state === 'extractive'
}

/** Share of the gold answer's content words that are not in the question and stand in the answer. */
export function goldRecall(one: Answered): number {
  const asked = new Set(contentWords(one.question))
  const wanted = [...new Set(contentWords(one.gold ?? ''))].filter((word) => !asked.has(word))
  const given = new Set(contentWords(counted(one.answer)))
  return isRefusal(one) || wanted.length === 0 ? 0 : wanted.filter((word) => given.has(word)).length / wanted.length
}

/** Share of the gold answer's numbers, dates and names, not in the question, that the answer holds; null without any. */
export function keyFactRecall(one: Answered): number | null {
  const asked = new Set(factsInText(one.question).map(({ value }) => value))
  const wanted = factsInText(one.gold ?? '')
    .filter(({ value }) => !asked.has(value))
    .map(({ text }) => text)
  if (wanted.length === 0) return null
  if (isRefusal(one)) return 0
  const missing = wanted.filter((text) => absentFacts(`x ${text}`, [counted(one.answer)], '').length > 0)
  return 1 - missing.length / wanted.length
}

export function counted(answer: string): string {
  return answer.split(/\s+/).slice(0, COUNTED_WORDS).join(' ')
}

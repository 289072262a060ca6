import { absentFacts } from '../../checks/absent-facts.ts'
import { contentWords } from '../../text/words.ts'
import { factsInText } from '../../text/facts.ts'
import type { Outcome } from '../../contract/evaluation.ts'
import { judgeStance } from './judge-stance.ts'
import { goldLabel, labelIn } from './label-accuracy.ts'
import { optionChosen } from './option-choice.ts'

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

/** Printing whole passages would score .68; only so many words of an answer count (`measure.md`). */
const COUNTED_WORDS = 100
const RIGHT_AT_LEAST = 0.5

/**
 * What became of a question, by code: a label or an option is right when it is the gold one, anything else when it says the
 * same yes or no, denies nothing that the gold says, and holds at least half of the gold's key facts (where it has none and is
 * no yes or no: of its content words). A heuristic, not a judgement. Not judged where the set does not know the answer.
 */
export function outcomeOf(one: Answered): Outcome {
  if (!one.answerable) return isRefusal(one) ? 'right-refusal' : 'should-refuse'
  if (one.gold === null) return 'unjudged'
  if (isRefusal(one)) return 'wrong-refusal'
  return isRight(one) ? 'right' : 'wrong'
}

function isRight(one: Answered): boolean {
  const gold = one.gold ?? ''
  if (one.options?.includes(gold)) return optionChosen(one.answer, one.options) === gold
  const label = goldLabel(gold)
  if (label !== null) return labelIn(one.answer) === label
  const stance = judgeStance(counted(one.answer), { question: one.question, gold })
  if (stance === false) return false
  return (keyFactRecall(one) ?? (stance ? 1 : goldRecall(one))) >= RIGHT_AT_LEAST
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

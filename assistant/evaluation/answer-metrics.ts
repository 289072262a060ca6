import { contentWords } from '../../checks/content-words.ts'
import { factsInText } from '../../checks/facts-in-text.ts'
import { absentFacts } from '../../checks/absent-facts.ts'
import { labelAccuracy } from './label-accuracy.ts'
import { mean, share } from './retrieval-metrics.ts'

export type Answered = {
  readonly question: string
  readonly gold: string | null
  readonly answerable: boolean
  readonly state: string
  /** The answer as prose, source marks out. */
  readonly answer: string
}

export type AnswerMetrics = {
  readonly questions: number
  readonly answered: number
  readonly notFound: number
  readonly uncertain: number
  readonly goldRecall: number
  readonly keyFacts: number | null
  readonly right: number
  readonly wrong: number
  readonly refused: number
  readonly tokenF1: number
  readonly refusalRecall: number | null
  readonly wrongRefusals: number
  /** Share of the questions whose gold answer is a label that got this label; null where none is. */
  readonly accuracy: number | null
  /** Gold recall of the same questions without documents; null where they were not asked so. */
  readonly closedBookGoldRecall: number | null
}

/** Printing whole passages would score .68; only so many words of an answer count (`measure.md`). */
const COUNTED_WORDS = 100
const RIGHT_AT_LEAST = 0.5

/**
 * How good the answers are, refused, right and wrong apart. `right`, `wrong` and `refused` are shares of the answerable
 * questions with a gold answer; an answer is right when at least half of the gold's key facts (where it has none: of its
 * content words) stand in it. A heuristic by code, not a judgement.
 */
export function answerMetrics(
  answered: readonly Answered[],
  closedBook: readonly Answered[] | null = null,
): AnswerMetrics {
  const answerable = answered.filter(hasGold)
  const unanswerable = answered.filter((one) => !one.answerable)
  const facts = answerable.map(keyFactRecall).filter((recall) => recall !== null)
  const scored = answerable.filter((one) => !isRefusal(one))
  const right = scored.filter((one) => (keyFactRecall(one) ?? goldRecall(one)) >= RIGHT_AT_LEAST).length
  const ofAnswerable = (count: number) => (answerable.length === 0 ? 0 : count / answerable.length)
  return {
    questions: answered.length,
    answered: share(answered, ({ state }) => state === 'answered'),
    notFound: share(answered, ({ state }) => state === 'not-found'),
    uncertain: share(answered, ({ state }) => state === 'uncertain'),
    goldRecall: mean(answerable.map(goldRecall)),
    keyFacts: facts.length === 0 ? null : mean(facts),
    right: ofAnswerable(right),
    wrong: ofAnswerable(scored.length - right),
    refused: ofAnswerable(answerable.length - scored.length),
    tokenF1: mean(answerable.map(tokenF1)),
    refusalRecall: unanswerable.length === 0 ? null : share(unanswerable, isRefusal),
    wrongRefusals: share(answerable, isRefusal),
    accuracy: labelAccuracy(answerable),
    closedBookGoldRecall: closedBook && mean(closedBook.filter(hasGold).map(goldRecall)),
  }
}

function hasGold({ answerable, gold }: Answered): boolean {
  return answerable && gold !== null
}

function isRefusal({ state }: Answered): boolean {
  return state === 'not-found' || state === 'extractive'
}

/** Share of the gold answer's content words that are not in the question and stand in the answer. */
function goldRecall(one: Answered): number {
  const asked = new Set(contentWords(one.question))
  const wanted = [...new Set(contentWords(one.gold ?? ''))].filter((word) => !asked.has(word))
  const given = new Set(contentWords(counted(one.answer)))
  return isRefusal(one) || wanted.length === 0 ? 0 : wanted.filter((word) => given.has(word)).length / wanted.length
}

/** Share of the gold answer's numbers, dates and names, not in the question, that the answer holds; null without any. */
function keyFactRecall(one: Answered): number | null {
  const asked = new Set(factsInText(one.question).map(({ value }) => value))
  const wanted = factsInText(one.gold ?? '')
    .filter(({ value }) => !asked.has(value))
    .map(({ text }) => text)
  if (wanted.length === 0) return null
  if (isRefusal(one)) return 0
  const missing = wanted.filter((text) => absentFacts(`x ${text}`, [counted(one.answer)], '').length > 0)
  return 1 - missing.length / wanted.length
}

function tokenF1(one: Answered): number {
  const wanted = contentWords(one.gold ?? '')
  const given = isRefusal(one) ? [] : contentWords(counted(one.answer))
  const left = [...wanted]
  const common = given.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return common === 0 ? 0 : (2 * common) / (wanted.length + given.length)
}

function counted(answer: string): string {
  return answer.split(/\s+/).slice(0, COUNTED_WORDS).join(' ')
}

import { absentFacts } from '../../checks/absent-facts.ts'
import { contentWords } from '../../text/words.ts'
import { factsInText } from '../../text/text-facts.ts'
import { judgeStance } from '../evaluation/judge-stance.ts'

/** Of the expected words that the question does not have. */
const WORDS_AT_LEAST = 0.5

export type Expected = { readonly question: string; readonly expected: string }

/**
 * Whether an answer says what is expected: the same yes or no and nothing denied that it says, every number, date and name of it,
 * and where it has none, half of its words. By code, so that the same answer is always judged the same; a paraphrase without
 * numbers may be misjudged.
 */
export function isRight(answer: string, { question, expected }: Expected): boolean {
  if (answer.trim() === '') return false
  const stance = judgeStance(answer, { question, gold: expected })
  if (stance === false) return false
  const asked = new Set(factsInText(question).map(({ value }) => value))
  const facts = factsInText(expected).filter(({ value }) => !asked.has(value))
  // A word before it: at the beginning of a sentence a capital makes no name.
  if (facts.length > 0) return facts.every(({ text }) => absentFacts(`x ${text}`, [answer], '').length === 0)
  if (stance) return true
  const known = new Set(contentWords(question))
  const all = [...new Set(contentWords(expected))]
  const wanted = all.filter((word) => !known.has(word))
  const given = new Set(contentWords(answer))
  if (wanted.length === 0) return all.length > 0 && all.every((word) => given.has(word))
  return wanted.filter((word) => given.has(word)).length / wanted.length >= WORDS_AT_LEAST
}

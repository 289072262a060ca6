import { contentWords } from '../text/words.ts'
import { denies } from '../text/negation.ts'
import { factsInText } from '../text/text-facts.ts'
import { MONTH } from '../text/calendar-words.ts'
import { newFigures } from './added-words.ts'

const QUESTION_WORD = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/gi
const ASKS_FOR_A_DATE = /\b(?:what|which) (?:date|day|month|year)\b|\bwhat (?:is|was) the (?:[\w-]+ ){0,3}date\b/i
const ASKS_FOR_A_NUMBER = /\bhow (many|old)\b/i

const IN_A_MONTH = new RegExp(`\\b(?:in|by|since|of|from|every) ${MONTH}`, 'iu')
/** A day by what happened on it, or a name that the document gives it. */
const BY_AN_EVENT =
  /\b(?:until|till|upon|after|before|once|since|today|yesterday|tomorrow|birth|death|signature|signing|execution|completion|delivery|expiry|termination|anniversary|easter|christmas|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
const NAMED_DATE = /\b(?!The\b)\p{Lu}\p{L}+ (?:Date|Day)\b/u
/** "A son and a daughter" are counted too. */
const COUNTED = /\b(?:one|an?|all|both|several|many|few|each|every|single|only|half|dozen|couple|twice|once)\b/i
const OF_AN_AGE = /\b(?:adult|child|infant|newborn|neonate|teenager|adolescent|elderly|minor|majority)\b/i

/**
 * Whether a question asks for one date or number and none of the sentences has any, nor denies that there is one: "On what date was
 * it made?" and "The buyer accepts full responsibility". Not asked of "when", which a condition may answer ("if the rent is unpaid"),
 * nor of a question for two things, one of which may have been answered.
 */
export function lacksRequestedFact(question: string, sentences: readonly string[]): boolean {
  if ((question.match(QUESTION_WORD) ?? []).length !== 1) return false
  const isForDate = ASKS_FOR_A_DATE.test(question)
  const [, asked = null] = ASKS_FOR_A_NUMBER.exec(question) ?? []
  if (!isForDate && asked === null) return false
  const says = isForDate ? hasDay : (text: string) => (asked === 'old' ? OF_AN_AGE : COUNTED).test(text)
  return !sentences.some((text) => denies(text) || hasFact(text, question) || says(text, question.toLowerCase()))
}

function hasFact(text: string, question: string): boolean {
  const inWords = factsInText(text).some(({ kind, text: fact }) => kind !== 'name' && !/\p{N}/u.test(fact))
  return newFigures(text, question).length > 0 || inWords || IN_A_MONTH.test(text)
}

function hasDay(text: string, asked: string): boolean {
  const named = NAMED_DATE.exec(text)?.[0].toLowerCase()
  return BY_AN_EVENT.test(text) || (named !== undefined && !asked.includes(named))
}

const ENDS_OPEN = /(?:\b(?:on|at|in|from|between|for|of)|\s(?:the|an?))\s*[.!]?$/
const WORDS_AT_MOST = 6

/**
 * Whether a short sentence ends just before the date that was asked for: "The agreement was made on." Small models write so where the
 * passages do not say it: 19 of 250 cells of a table over 50 contracts (0.5B).
 */
export function endsBeforeTheDate(question: string, sentence: string): boolean {
  return (
    ASKS_FOR_A_DATE.test(question) &&
    ENDS_OPEN.test(sentence) &&
    contentWords(sentence).length <= WORDS_AT_MOST &&
    lacksRequestedFact(question, [sentence])
  )
}

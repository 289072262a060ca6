import { isHedging, isReporting } from '../text/hedges.ts'
import { turnsAlike } from './turns-alike.ts'

/**
 * What makes a sentence say less than its words: a condition, an attempt, a plan, an earlier time, another person. Each by itself: a
 * source that has one more of a class than the sentence does not say what the sentence says.
 */
const CLASSES: readonly RegExp[] = [
  /\b(?:if|unless|until|whether|provided|subject|conditional\w*|conditions?|otherwise|in case|in the event|as long as|to the extent|falls?|wenn|sofern|si|se|als|jeśli)\b/gi,
  /\b(?:attempt\w*|tr(?:y|ied|ies|ying)|fail\w*|refus\w*|den(?:y|ied|ies)|declin\w*|plan(?:s|ned|ning)?|intend\w*|propos\w*|request\w*|consider\w*|recommend\w*|advis\w*|threaten\w*|expect\w*|hop(?:e|ed|es|ing)|risk|avoid\w*|prevent\w*|prohibit\w*|unable|without)\b/gi,
  /\b(?:previous(?:ly)?|former(?:ly)?|earlier|used to|no longer|historical(?:ly)?|originally|initially)\b|(?<=^|\t|\|\s?)was\b/gim,
  /\b(?:mother|father|parents?|brothers?|sisters?|siblings?|wife|husband|spouse|sons?|daughters?|child(?:ren)?|uncle|aunt|grand\w+|family|relatives?)\b/gi,
  /\b(?:all|every|each|any|always|some|several|most|many|few|often|sometimes|usually|rarely|partly|almost|nearly|approximately|about|at least|at most|up to|more than|less than|over|under|below|above|exceed\w*|minimum|maximum)\b/gi,
]
const WORD = /[\p{L}’']+/gu
/** "Is she pregnant?" says neither. */
const QUESTION = /\?\s*$/

/** Whether two texts are qualified alike: as many conditions, hedges, reports and so on in each. It says no where it cannot tell. */
export function isQualifiedAlike(one: string, other: string): boolean {
  return (
    turnsAlike(one, other) &&
    CLASSES.every((words) => countOf(one, words) === countOf(other, words)) &&
    doubts(one) === doubts(other) &&
    QUESTION.test(one) === QUESTION.test(other)
  )
}

function countOf(text: string, words: RegExp): number {
  return (text.match(words) ?? []).length
}

function doubts(text: string): number {
  const words = text.toLowerCase().match(WORD) ?? []
  return words.filter((word) => isHedging(word) || isReporting(word)).length
}

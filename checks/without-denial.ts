import { contentWords } from '../text/words.ts'
import { saysNothing } from './says-nothing.ts'

/** A plain "and" may stand within what is denied: "Harris and Bailey are not mentioned". */
const JOINS = /,\s+(?:and|but|while|whereas|however,?)\s+|\s+(?:but|while|whereas)\s+/gi
/** Fewer words than these are no clause: "the brand and colour are not mentioned". */
const CLAUSE_WORDS = 3

/**
 * What a sentence says, without the clause that only says that the sources do not tell of another thing: asked of two documents, small
 * models write "Anderson is an auditor, and Harris is not mentioned in the text" for the first. Any other sentence as it is, also one
 * with several such joins.
 */
export function withoutDenial(sentence: string): string {
  const [join, another] = [...sentence.matchAll(JOINS)]
  if (!join || another) return sentence
  const before = sentence.slice(0, join.index)
  const after = sentence.slice(join.index + join[0].length)
  if (saysNothing(after) && isClause(before)) return `${before}.`
  return saysNothing(before) && isClause(after) ? after.slice(0, 1).toUpperCase() + after.slice(1) : sentence
}

function isClause(text: string): boolean {
  return !saysNothing(text) && contentWords(text).length >= CLAUSE_WORDS
}

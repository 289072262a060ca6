import { splitQuestion, withoutWords } from '../../../library/search/question-words.ts'
import { contentWords } from '../../../text/words.ts'

/** Words with a capital that stand together, with commas or without: "P. Anderson", "Danbury, Pinehurst, Court". */
const NAMES =
  "\\p{Lu}[\\p{L}\\p{N}.]*(?:['’-][\\p{L}\\p{N}]+)*(?:,?\\s+\\p{Lu}[\\p{L}\\p{N}.]*(?:['’-][\\p{L}\\p{N}]+)*)*"
const LIST = new RegExp(`${NAMES}(?:,?\\s+(?:and|or)\\s+${NAMES})+`, 'gu')
const JOINS = /,?\s+(?:and|or)\s+/
const NAME = /(?:\b\p{Lu}\.\s*)*[\p{L}\p{N}]+/gu

/** Has its capital anyway, and is no part of a name: "Are Ashton and Glenwood …?" */
const FIRST_WORD =
  /^(?:are|is|was|were|do|does|did|has|have|had|can|may|must|should|will|in|at|on|for|from|under|of|between|compare|both|what|when|who|which|where|whose|how|why|according)\s+/i

/**
 * A question that names several documents as it is put to one of them, without the members of its lists of names that only `others`
 * (lower case) have: "What are the ages of K. Ramos and L. Bailey?" becomes "What are the ages of K. Ramos?". Asked for both, small
 * models made up the other one. What stands in no list stays: without it the question might say something else.
 */
export function questionForDocument(question: string, own: ReadonlySet<string>, others: ReadonlySet<string>): string {
  const [first = ''] = FIRST_WORD.exec(question) ?? []
  const asked = question.slice(first.length).replace(LIST, (list) => {
    const members = list.split(JOINS)
    const left = members.map((member) => withoutTheirs(member, own, others)).filter((member) => member !== '')
    return left.length === 0 || left.join() === members.join() ? list : left.join(' and ')
  })
  return first + asked
}

/** A name that has a word of the document itself stays but for what a comma parts from it: "Ashton, Glenwood". */
function withoutTheirs(member: string, own: ReadonlySet<string>, others: ReadonlySet<string>): string {
  const isTheirs = (name: string) => wordsOf(name).some((word) => others.has(word))
  const isOwn = (name: string) => wordsOf(name).some((word) => own.has(word))
  if (!isTheirs(member)) return member
  if (!isOwn(member)) return ''
  return member
    .split(/,\s+/)
    .filter((name) => isOwn(name) || !isTheirs(name))
    .join(', ')
}

function wordsOf(name: string): readonly string[] {
  return [...name.matchAll(NAME)].map(([word]) => word.replace(/^(?:\p{Lu}\.\s*)+/u, '').toLowerCase())
}

/**
 * What a question asks for, without what only says where to look: of "Consider the records of Windsor Hospital; how old is K. Ramos?"
 * the part behind the semicolon, of "When did Ashton decide?" all but the name. `naming` are the words that name documents.
 * The whole question where nothing else is left.
 */
export function coreQuestion(question: string, naming: ReadonlySet<string>): string {
  const rest = splitQuestion(question).asking
  return [withoutWords(rest, naming), rest].find((text) => contentWords(text).length > 0) ?? question
}

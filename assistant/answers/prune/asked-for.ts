import { contentWords } from '../../../text/words.ts'
import { splitQuestion, withoutWords } from '../../../library/search/question-words.ts'

/**
 * What a question asks for, without what only says where to look: of "Consider the records of Windsor Hospital; how old is K. Ramos?"
 * the part behind the semicolon, of "When did Ashton decide?" all but the name. `naming` are the words that name documents.
 * The whole question where nothing else is left.
 */
export function askedFor(question: string, naming: ReadonlySet<string>): string {
  const rest = splitQuestion(question).asking
  return [withoutWords(rest, naming), rest].find((text) => contentWords(text).length > 0) ?? question
}

import { contentWords } from '../../../text/words.ts'
import { withoutWords } from '../../../library/search/naming-words.ts'

/**
 * What a question asks for, without what only says where to look: of "According to the records of Windsor Hospital, how old is K.
 * Ramos?" the part behind the comma, of "When did Ashton decide?" all but the name. `naming` are the words that name documents.
 * The whole question where nothing else is left.
 */
export function askedFor(question: string, naming: ReadonlySet<string>): string {
  const rest = withoutIntroduction(question)
  return [withoutWords(rest, naming), rest].find((text) => contentWords(text).length > 0) ?? question
}

const INTRODUCES = /^(according to|based on|in|from|under|for|as per|per)\b/i
const ASKS =
  /^(and\s+)?(what|when|where|which|who|whose|whom|why|how|is|are|was|were|does|do|did|can|may|must|should|has|have|had|list|name|give|summari[sz]e|describe|explain|compare|tell)\b/i

/** Names have commas too: the question begins with the first part that asks. */
function withoutIntroduction(question: string): string {
  if (!INTRODUCES.test(question)) return question
  const clauses = question.split(/,\s+/)
  const at = clauses.findIndex((clause) => ASKS.test(clause))
  return at < 0 ? question : clauses.slice(at).join(', ')
}

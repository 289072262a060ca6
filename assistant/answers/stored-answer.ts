import { Answer, type Claim } from '../../contract/answers/answer.ts'
import { isConfirmed } from '../../contract/answers/answer-words.ts'
import { writtenWords } from './draft/answerability.ts'
import { decideState } from './settle.ts'

/**
 * An answer as it comes from the store of a matter, in the shape of today. One from before `answered` meant that every sentence is
 * confirmed is decided again, so that none is shown green by a weaker rule: what a model alone judged (`entailed`) is not
 * confirmed, and of an uncertain answer with nothing wrong in it the question was not answered.
 */
export function storedAnswer(stored: unknown): Answer {
  if (!isOld(stored)) return Answer.parse(stored)
  const answer = withWritten(Answer.parse({ ...stored, claims: stored.claims.map(ofToday) }))
  if (answer.state !== 'answered' && answer.state !== 'uncertain') return answer
  const { claims, choice, question } = answer
  const isLacking = answer.state === 'uncertain' && choice === null && claims.every(isConfirmed)
  const notAnswered = isLacking ? [question] : []
  return { ...answer, notAnswered, state: decideState(claims, { notAnswered, restsOnDocuments: false, choice }) }
}

export function isReadableAnswer(stored: unknown): boolean {
  try {
    return storedAnswer(stored) !== null
  } catch {
    return false
  }
}

/** The words that were looked for were kept as stems, "jame" for James. */
function withWritten({ searched, ...answer }: Answer): Answer {
  const words = searched.words.length === 0 ? [] : [...writtenWords(answer.question)]
  return { ...answer, searched: { ...searched, words } }
}

type OldAnswer = { readonly claims: readonly Readonly<Record<string, unknown>>[] }

function isOld(stored: unknown): stored is OldAnswer {
  return typeof stored === 'object' && stored !== null && !('notAnswered' in stored)
}

function ofToday(claim: Readonly<Record<string, unknown>>): Partial<Claim> {
  return claim.verdict === 'entailed' ? { ...claim, verdict: 'unchecked', judged: null } : claim
}

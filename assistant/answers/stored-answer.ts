import { Answer, type Claim } from '../../contract/answers/answer.ts'
import { readableRow } from '../home/readable-rows.ts'
import { isConfirmed } from '../../contract/answers/confirmed.ts'
import { writtenWords } from './draft/answerability.ts'
import { decideState } from './settle.ts'
import { message } from '../../wording/message.ts'

/**
 * An answer as it comes from the store of a matter, in the shape of today. One from before `answered` meant that every sentence is
 * confirmed is decided again, so that none is shown green by a weaker rule: what a model alone judged (`entailed`) is not
 * confirmed, and of an uncertain answer with nothing wrong in it the question was not answered.
 */
export function storedAnswer(stored: unknown): Answer {
  if (!isOld(stored)) return readableRow(Answer, stored, message('failures.store.theAnswer'))
  const claims = Array.isArray(stored.claims) ? stored.claims.map(ofToday) : null
  const answer = withWritten(readableRow(Answer, { ...stored, claims }, message('failures.store.theAnswer')))
  if (answer.state !== 'answered' && answer.state !== 'uncertain') return answer
  const { choice, question } = answer
  const isLacking = answer.state === 'uncertain' && choice === null && answer.claims.every(isConfirmed)
  const notAnswered = isLacking ? [question] : []
  return { ...answer, notAnswered, state: decideState(answer.claims, { notAnswered, restsOnDocuments: false, choice }) }
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

type OldAnswer = { readonly claims?: unknown }

function isOld(stored: unknown): stored is OldAnswer {
  return typeof stored === 'object' && stored !== null && !('notAnswered' in stored)
}

function ofToday(claim: unknown): unknown {
  const { verdict } = (claim ?? {}) as Partial<Record<keyof Claim, unknown>>
  return verdict === 'entailed' ? { ...(claim as Claim), verdict: 'unchecked', judged: null } : claim
}

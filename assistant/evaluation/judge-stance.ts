import { contentWords } from '../../text/words.ts'
import { compareNegations, deniedWords } from './negations.ts'

type Known = { readonly question: string; readonly gold: string }
type Stance = 'yes' | 'no'

const LABEL = /^[^\p{L}\p{N}]*(?:the answer is\W+)?(?:(yes)\b|(no)(?=\W*(?:$|[^\p{L}\p{N}\s])))/iu
/** Asks for yes or no, and for nothing besides: not which of two, and not how or when. */
const POLAR =
  /(?:^|[.!?,:;]\s+)(?:is|are|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)\s(?!.*\b(?:or|and (?:\w+ )?(?:who|whom|whose|what|when|where|which|why|how)))[^?]*\??\s*$/is
/** Of the question's words: an answer in these words that denies nothing says yes. */
const SHARED_AT_LEAST = 0.5

/**
 * Whether an answer says yes where the known one says yes, no where it says no, and denies nothing that the known one says. Null
 * where that decides nothing: then it is for the facts and words of the answers.
 */
export function judgeStance(answer: string, { question, gold }: Known): boolean | null {
  if (isContrary(answer, gold)) return false
  if (!POLAR.test(question)) return null
  const expected = labelOf(gold) ?? stanceOfGold(gold, question)
  const said = labelOf(answer) ?? stanceOfAnswer(answer, question)
  if (said) return expected && said === expected
  return expected === 'no' && compareNegations(gold, answer) === 'same' ? true : null
}

function isContrary(answer: string, gold: string): boolean {
  const [said, expected] = [labelOf(answer), labelOf(gold)]
  return said && expected ? said !== expected : compareNegations(gold, answer) === 'contrary'
}

/** The yes or no that a text begins with; "No notice is due" begins with none. */
function labelOf(text: string): Stance | null {
  const [, yes, no] = LABEL.exec(text) ?? []
  if (yes) return 'yes'
  return no ? 'no' : null
}

/** A known answer says more than yes where it has words of its own, and which of them matter nobody can tell. */
function stanceOfGold(gold: string, question: string): Stance | null {
  if (compareNegations(question, gold) === 'contrary') return 'no'
  const asked = new Set(contentWords(question))
  return deniedWords(gold).length === 0 && contentWords(gold).every((word) => asked.has(word)) ? 'yes' : null
}

function stanceOfAnswer(answer: string, question: string): Stance | null {
  if (compareNegations(question, answer) === 'contrary') return 'no'
  const denied = new Set(deniedWords(question))
  const asked = new Set(contentWords(question))
  const given = new Set(contentWords(answer))
  const shared = [...asked].filter((word) => given.has(word)).length
  const isYes = shared >= SHARED_AT_LEAST * asked.size && deniedWords(answer).every((word) => denied.has(word))
  return isYes ? 'yes' : null
}

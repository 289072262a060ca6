import { modalityOf } from '../../../text/modal-words.ts'
import { countDenials, isNegation } from '../../../text/negation.ts'
import { baseForm, contentWords } from '../../../text/words.ts'

type Known = { readonly question: string; readonly gold: string }
type Stance = 'yes' | 'no'

const LABEL = /^[^\p{L}\p{N}]*(?:the answer is\W+)?(?:(yes)\b|(no)(?=\W*(?:$|[^\p{L}\p{N}\s])))/iu

/** Asks for yes or no, and for nothing besides: not which of two, and not how or when. */
const POLAR =
  /(?:^|[.!?,:;]\s+)(?:is|are|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)\s(?!.*\b(?:or|and (?:\w+ )?(?:who|whom|whose|what|when|where|which|why|how)))[^?]*(?:\?\s*)?$/is

/** Of the question's words: an answer in these words that denies nothing says yes. */
const SHARED_AT_LEAST = 0.5

/**
 * Whether an answer says yes where the known one says yes, no where it says no, and denies nothing that the known one says. Null
 * where that decides nothing: then it is for the facts and words of the answers.
 */
export function judgeStance(answer: string, { question, gold }: Known): boolean | null {
  if (saysTheContrary(answer, gold)) return false
  if (!POLAR.test(question)) return null
  const expected = labelOf(gold) ?? stanceOfGold(gold, question)
  const said = labelOf(answer) ?? stanceOfAnswer(answer, question)
  if (said) return expected && said === expected
  return expected === 'no' && compareNegations(gold, answer) === 'same' ? true : null
}

function saysTheContrary(answer: string, gold: string): boolean {
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

/** A denial behind such a word is of what follows alone: "a breach that is not deliberate is limited", "without interest". */
const RELATIVE =
  /\b(?:that|which|who)\s+(?:(?:is|are|was|were|has|have|had|do|does|did|can|may|shall|will|would|must|should|could)\s+)?(?:not|never)\s+\p{L}+|\b(?:with no|without)\b/giu
const CLAUSE = /[.!?;]\s|,|\n|\b(?:and|but|or|because|since|when|where|if|unless|although|while|whatever|so)\b/giu

/** Says nothing of what is denied: how, and how long. */
const PASSED_OVER = new Set(
  'longer yet ever even one body need isn aren wasn weren don doesn didn hasn haven hadn couldn wouldn shouldn mustn needn won wo ca t there'.split(
    ' ',
  ),
)

/** So much of the shorter clause must stand in the other one, so that both speak of one thing. */
const EQUAL_AT_LEAST = 0.65
const ALIKE_AT_LEAST = 0.5

type Clause = { readonly words: ReadonlySet<string>; readonly isDenied: boolean }

/**
 * Whether two texts deny the same, or one denies what the other says; null where neither denies anything of the other. A denial is
 * one of its whole clause, wherever it stands there: "No notice is required" denies what "Notice is not required" does.
 */
function compareNegations(one: string, other: string): 'same' | 'contrary' | null {
  const pairs = clausesOf(one).flatMap((clause) => nearestPair(clause, clausesOf(other)))
  const contrary = pairs.filter(({ isContrary }) => isContrary).length
  if (pairs.length === 0) return null
  return 2 * contrary > pairs.length ? 'contrary' : 'same'
}

/** What a text denies, as stems. */
function deniedWords(text: string): readonly string[] {
  return clausesOf(text).flatMap(({ words, isDenied }) => (isDenied ? [...words] : []))
}

/** The clause of another text that speaks most of the same, where one of the two is denied. */
function nearestPair(clause: Clause, others: readonly Clause[]): readonly { readonly isContrary: boolean }[] {
  const [nearest] = others
    .map((other) => ({ other, shared: sharedBy(clause, other) }))
    .toSorted((a, b) => b.shared - a.shared)
  if (!nearest || !(clause.isDenied || nearest.other.isDenied)) return []
  const isContrary = clause.isDenied !== nearest.other.isDenied
  return nearest.shared >= (isContrary ? EQUAL_AT_LEAST : ALIKE_AT_LEAST) ? [{ isContrary }] : []
}

function sharedBy({ words: one }: Clause, { words: other }: Clause): number {
  return [...one].filter((word) => other.has(word)).length / Math.min(one.size, other.size)
}

function clausesOf(text: string): readonly Clause[] {
  return text
    .replaceAll(RELATIVE, (denial) => (/without|with no/i.test(denial) ? `; ${denial}` : `; ${denial}; `))
    .split(CLAUSE)
    .map((clause) => ({ words: stemsOf(clause), isDenied: denies(clause) }))
    .filter(({ words }) => words.size > 0)
}

/** Two denials cancel out, but for "neither … nor". */
function denies(clause: string): boolean {
  return countDenials(clause) % 2 === 1 || /\bneither\b/i.test(clause)
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = contentWords(text).filter((word) => word.length > 1 && !isPassedOver(word) && !/.ly$/.test(word))
  return new Set(words.map(stem))
}

/** "Allow" and "allowed" are one word, "allergy" and "allergies" too; "left", where it says the side, is so in both texts. */
function stem(word: string): string {
  return baseForm(word === 'left' ? 'leave' : word)
    .replace(/(?<=.{3})(?:ed|ing|es|s|e)$/, '')
    .replace(/(?<=.{3})y$/, 'i')
}

function isPassedOver(word: string): boolean {
  return PASSED_OVER.has(word) || isNegation(word) || modalityOf(word) !== null
}

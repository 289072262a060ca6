import { certaintyOf } from '../../../text/hedges.ts'
import { countModals } from '../../../text/modal-words.ts'
import { monthNumber } from '../../../text/calendar-words.ts'
import { daysIn } from './days-in.ts'
import { denialsIn } from './denials-in.ts'
import { oneWording } from './one-wording.ts'
import { qualifiersIn } from './qualifiers-in.ts'
import { type Quantity, quantitiesIn } from './quantities-in.ts'
import { namesIn, type Term, termsIn } from './terms-in.ts'

export type Statement = {
  readonly terms: readonly Term[]
  readonly quantities: readonly Quantity[]
  readonly days: readonly string[]
  readonly bounds: readonly string[]
  readonly places: readonly string[]
  /** Done by somebody: the one who does it comes last. */
  readonly isPassive: boolean
  /** What is done to something by nobody who is named: "was told to him". */
  readonly done: readonly string[]
  /** A person is spoken of by a pronoun alone: as the one who acts, or as the one who is acted on. */
  readonly pronoun: 'acts' | 'is acted on' | null
  /** 1 may be, 2 is probably, 3 is, 4 is certainly. */
  readonly certainty: number
  readonly force: 'duty' | 'choice' | null
  /** It names what is likeliest, of which there is one alone. */
  readonly isLikeliest: boolean
  /** It says of nobody by name that he does it, as far as its capitals tell. */
  readonly namesNobody: boolean
}

const AT_DISCRETION = /\bat (?:its|his|her|their) discretion\b/
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b[^.;]*\bby (?:the|an?|his|her|its|their|\p{Lu})/u
const DONE = /\b(?:is|are|was|were|be|been|being) (?:not )?(?:\p{L}+ly )?(\p{L}+)/giu
const ACTING = /\b(?:he|she|they|we|I|by (?:him|her|them|us|me))\b/iu
const ACTED_ON = /(?<!\bby )(?:\b(?:him|them|us|me)\b|\bher(?=\s*(?:[.,;:]|$)))/iu
const LIKELIEST =
  /\b(?:(?:most|more) (?:likely|probabl[ey])|likeliest|best explained|(?:main|chief|leading|principal) cause)\b/i
const BEGINNING =
  /^(?:the|an?|any|every|each|all|no|its|this|that|these|there|it|on|in|at|by|with|under|after|before|within|from|for)\b|^\p{L}+ing\b/iu

/** What a sentence says, as far as rules can read it: what of, which numbers and days, denied or not, how surely. */
export function readStatement(text: string): Statement {
  const { days, rest: dayless } = daysIn(oneWording(text))
  const { bounds, places, rest } = qualifiersIn(dayless)
  const terms = new Map<string, Term>()
  const quantities = quantitiesIn(rest, dayless)
  const words = quantities.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    rest,
  )
  for (const term of denialsIn(words).flatMap(termsIn)) terms.set(`${term.name} ${term.sign}`, term)
  return {
    terms: [...terms.values()],
    quantities,
    days,
    bounds,
    places,
    isPassive: PASSIVE.test(rest),
    done: PASSIVE.test(rest) ? [] : doneIn(rest),
    pronoun: pronounIn(rest),
    certainty: certaintyOf(rest),
    isLikeliest: LIKELIEST.test(rest),
    namesNobody: namesNobody(text),
    force: forceOf(rest),
  }
}

function forceOf(text: string): Statement['force'] {
  if (countModals(text, 'duty') > 0) return 'duty'
  return countModals(text, 'permission') > 0 || AT_DISCRETION.test(text) ? 'choice' : null
}

function doneIn(text: string): readonly string[] {
  return [...text.matchAll(DONE)].flatMap(([, word = '']) => namesIn(word))
}

function pronounIn(text: string): Statement['pronoun'] {
  const [acts, isActedOn] = [ACTING.test(text), ACTED_ON.test(text)]
  if (acts === isActedOn) return null
  return acts ? 'acts' : 'is acted on'
}

/** A first word may be a name where it is none of those that begin sentences. */
function namesNobody(text: string): boolean {
  const capitals = text.match(/(?<=[^.!?:] )\p{Lu}\p{Ll}+/gu) ?? []
  return BEGINNING.test(text) && capitals.every((word) => monthNumber(word) > 0)
}

import type { Claim } from '../../../contract/answers/answer.ts'
import { monthNumber } from '../../../text/calendar-words.ts'
import { certaintyOf } from '../../../text/hedges.ts'
import { countModals } from '../../../text/modal-words.ts'
import { currencyPattern } from '../../../text/money.ts'
import { daysIn, quantitiesIn, type Quantity } from './quantities-and-days.ts'
import { denialsIn, namesIn, type Term, termsIn } from './terms-in.ts'

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

/** A claim read once, to be held against many. */
export type ReadClaim = {
  readonly text: string
  readonly plain: string
  readonly citations: Claim['citations']
  readonly statement: Statement
}

export function readClaim({ text, citations }: Pick<Claim, 'text' | 'citations'>): ReadClaim {
  return { text, plain: plain(text), citations, statement: readStatement(text) }
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
function readStatement(text: string): Statement {
  const { days, rest: dayless } = daysIn(normaliseWording(text))
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

/** Ways to say the same in which only the words stand otherwise. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:nobody|no ?one|none|nothing)(?: else)? (?:but|except|other than|save)\b/giu, 'only'],
  [/\bnot any\b/giu, 'no'],
  [/\bwithout any\b/giu, 'without'],
  [/\bat once\b/giu, 'immediately'],
  [/\bonce (?:a|per|each|every) day\b/giu, 'once daily'],
  // A particle that stands behind its object: paid the deposit back.
  [
    /\b(pa(?:id|ys?)|g(?:ave|ives?)|turn(?:ed|s)?|sen(?:t|ds?)|carr(?:ied|y|ies)|call(?:ed|s)?) ((?:(?:the|an?|his|her|its|their) )?\p{L}+(?: \p{L}+)?) (back|up|down|off|on)\b/giu,
    '$1 $3 $2',
  ],
  // A pressure as it is spoken.
  [/(?<=\b\d{2,3}) over (?=\d{2,3}\b)/gu, '/'],
]

/** The sentence in one of the wordings that it could have, so that rules need to know one alone. */
function normaliseWording(text: string): string {
  return REWORDED.reduce((worded, [pattern, other]) => worded.replace(pattern, other), text)
}

/** What two sentences must both have, or neither, before a rule calls them the same; it is no word that they are compared by. */
type Qualifiers = {
  /** How a value or a claim is bounded: at least, twice, before, only, if, in which money. */
  readonly bounds: readonly string[]
  /** Clauses and the like, and single letters: section 21, hepatitis B. */
  readonly places: readonly string[]
  /** The text without those that are taken out, everything else at its place. */
  readonly rest: string
}

const PLACE =
  /(?:\b(section|s|chapter|table|figure|paragraph|para|clause|cl|article|art|annex|schedule|page|pp?)s?\b\.?|(§)+)\s*(\d+[\d.]*(?:\([a-z\d]+\)|[A-Za-z]\b)*(?:\s*(?:,|and|or|to|–|-)\s*\d+[\d.]*)*)/giu
const PLACES: Readonly<Record<string, string>> = { s: 'section', '§': 'section', art: 'article', cl: 'clause', pp: 'p' }

/** The longer first: "no less than" is not less. These are taken out, for "not" and "less" turn nothing here. */
const TAKEN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:no|not) (?:less|fewer|earlier) than\b|\bat least\b|\bminimum(?: of)?\b|≥/giu, 'floor'],
  [
    /\b(?:no|not) (?:more|later) than\b|\bat most\b|\bup to\b|\bmaximum(?: of)?\b|\b(?:may |must |shall )?not exceed(?:ing)?\b|≤/giu,
    'ceiling',
  ],
  [/\b(?:more|greater|higher) than\b|\bexceed(?:s|ed|ing)?\b|\b(?:over|above)(?= [£€$]?\d)|>/giu, 'floor'],
  [/\b(?:less|fewer|lower) than\b|\b(?:under|below)(?= [£€$]?\d)|</giu, 'ceiling'],
  [new RegExp(currencyPattern('GBP'), 'giu'), 'pounds'],
  [new RegExp(currencyPattern('EUR'), 'giu'), 'euros'],
  [new RegExp(currencyPattern('USD'), 'giu'), 'dollars'],
]
const LEFT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:working|business|clear|court) days?\b/iu, 'working days'],
  [/\bonce\b|(?<!\b(?:twice|times|hourly)\b.*)\b(?:daily|nightly|(?:a|per|every|each) day)\b/iu, 'once'],
  [/\btwice\b/iu, 'twice'],
  [/\b(?:before|prior to|earlier than)\b/iu, 'before'],
  [/\b(?:after|following|later than)\b/iu, 'after'],
  [/\buntil\b/iu, 'until'],
  [/\b(?:most|mostly|many|usually|generally|often)\b/iu, 'most'],
  [/\b(?:sometimes|rarely|seldom)\b/iu, 'seldom'],
  [/\b(?:only|solely|alone|exclusively|nobody except|no one but)\b/iu, 'only'],
  [/\b(?:all|every|each|always)\b(?! (?:day|week|month|year)s?\b)/iu, 'all'],
  [/\b(?:some|few|several|partly|partially|in part)\b/iu, 'some'],
  [/\bagainst\b/iu, 'against'],
  [/\b(?:instead of|rather than|in place of)\b/iu, 'instead of'],
  [/\b(?:hardly|barely|scarcely|almost|nearly)\b/iu, 'nearly'],
  [/\b(?:still|no longer|not yet)\b/iu, 'still'],
  [/\b(?:if|provided(?: that)?|subject to|on condition)\b/iu, 'if'],
  [/\b(?:unless|except|save (?:that|where|for))\b/iu, 'unless'],
  [/\b(?:unlikely|improbable|doubtful)\b/iu, 'unlikely'],
]

/** A letter as a name: hepatitis A. No "A" that begins a sentence, no "I", no initial and no possessive. */
const LETTER = /(?<=[\p{L}\d] )[A-HJ-Z]\b(?![’'])|(?<=^|[.!?:] )[B-HJ-Z]\b(?![.’'])/gu

function qualifiersIn(text: string): Qualifiers {
  const bounds = new Set<string>()
  const places = new Set(text.match(LETTER))
  let rest = text.replace(PLACE, (whole, word: string | undefined, sign: string | undefined, number: string) => {
    const kind = (word ?? sign ?? '').toLowerCase()
    places.add(`${PLACES[kind] ?? kind} ${number.replaceAll(/\s/g, '').replace(/\.$/, '').toLowerCase()}`)
    return ' '.repeat(whole.length)
  })
  for (const [words, bound] of TAKEN)
    rest = rest.replace(words, (whole) => {
      bounds.add(bound)
      return ' '.repeat(whole.length)
    })
  for (const [words, bound] of LEFT) if (words.test(rest)) bounds.add(bound)
  return { bounds: [...bounds], places: [...places], rest }
}

/** The same words and values, whatever else stands between them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%.<>=≤≥£€$/-]+/gu, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
}

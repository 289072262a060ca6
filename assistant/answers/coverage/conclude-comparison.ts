import { sentenceCase } from '../../../wording/phrases.ts'
import type { AskedPart, ConfirmedSentence } from '../../../checks/answer-type.ts'
import { coverage } from '../../../checks/asked-parts.ts'
import { occurrences, type Statement, type Value } from '../../../checks/claim-statement.ts'
import type { Claim } from '../../../contract/answers/answer.ts'
import { saysAge, wantedBy } from '../../../text/questions.ts'
import { NO_REMARKS } from '../claims/quoted-claim.ts'

/** What is concluded from one value of each of two documents: which is less or more, or both together. */
export type Comparing = {
  readonly wants: 'date' | 'length' | 'amount' | 'age'
  readonly wanted: 'least' | 'greatest' | 'sum'
  /** As the question has it: "earlier". */
  readonly word: string
}

const WORDS: readonly (readonly [RegExp, Comparing['wants'], Comparing['wanted']])[] = [
  [
    /\b(?:earlier|first|before|older judgment|früher|zuerst|plus tôt|antes|prima|eerder|wcześniej)\b/iu,
    'date',
    'least',
  ],
  [/\b(?:later|last|after|später|plus tard|después|dopo|depois|later|później)\b/iu, 'date', 'greatest'],
  [
    /\b(?:longer|longest|länger|plus long(?:ue)?|más larg[oa]|più lung[oa]|mais long[oa]|langer|dłuż\p{L}+)\b/iu,
    'length',
    'greatest',
  ],
  [
    /\b(?:shorter|shortest|kürzer|plus court(?:e)?|más cort[oa]|più brev[ei]|mais curt[oa]|korter|krót\p{L}+)\b/iu,
    'length',
    'least',
  ],
  [
    /\b(?:higher|highest|more|larger|largest|greater|greatest|höher|mehr|plus élevé(?:e)?|mayor|più alt[oa]|maior|hoger|wyższ\p{L}+)\b/iu,
    'amount',
    'greatest',
  ],
  [
    /\b(?:lower|lowest|less|smaller|smallest|niedriger|weniger|moins|menor|più bass[oa]|lager|niższ\p{L}+)\b/iu,
    'amount',
    'least',
  ],
]
const AGES: typeof WORDS = [
  [
    /\b(?:older|oldest|elder|eldest|älter|plus âgé(?:e)?|más viej[oa]|più anzian[oa]|mais velh[oa]|ouder|starsz\p{L}+)\b/iu,
    'age',
    'greatest',
  ],
  [
    /\b(?:younger|youngest|jünger|plus jeune|más joven|più giovane|mais nov[oa]|jonger|młodsz\p{L}+)\b/iu,
    'age',
    'least',
  ],
]
const ASKS_WHICH =
  /\b(?:who|whose|which|wer|wessen|welche[rsn]?|qui|quel(?:le)?|lequel|laquelle|quién|cuál|chi|quale|quem|qual|wie|welke?|kto|któr\p{L}+)\b/iu
const TOGETHER =
  /\b(?:together|combined|altogether|in total|zusammen|insgesamt|ensemble|au total|juntos|en total|insieme|in totale|samen|in totaal|razem|łącznie)\b/iu
/** They say how it is compared, and nothing of what. */
const OF_COMPARING = new Set(
  'earlier later first last longer shorter higher lower more less larger smaller greater than time respectively receive received compare compared comparison differ differs different difference differences similar similarities contrast together combined total altogether'.split(
    ' ',
  ),
)

/** How a question compares what it asks of several; null where it does not, or by what no code can rank ("more serious"). */
export function comparingOf(question: string): Comparing | null {
  if (TOGETHER.test(question)) return { wants: 'amount', wanted: 'sum', word: 'together' }
  if (!ASKS_WHICH.test(question) && wantedBy(question) !== 'comparison') return null
  for (const [pattern, wants, wanted] of [...AGES, ...WORDS]) {
    const word = pattern.exec(question)?.[0]
    if (word !== undefined) return { wants, wanted, word: word.toLowerCase() }
  }
  return null
}

/** What each of the documents is asked: the value that is compared, where code can rank it; or the ages, as "how old". */
export function partOfEach(part: AskedPart, comparing: Comparing | null): AskedPart {
  const terms = part.terms.filter(({ word }) => !OF_COMPARING.has(word))
  const wants = terms.length === 0 && saysAge(part.text) ? 'age' : part.wants
  return { ...part, wants: comparing?.wants ?? wants, names: [], terms, readings: [terms] }
}

/** One of those that are compared, as the question calls it, with the sentences that may be relied on for it. */
export type Compared = {
  readonly name: string
  readonly part: AskedPart
  readonly sentences: readonly (ConfirmedSentence & { readonly claim: Claim })[]
}

type Found = {
  readonly name: string
  readonly rank: number | string
  readonly said: string
  readonly unit: string
  readonly claim: Claim
}

const LEAST_COVERAGE = 0.5

/**
 * Draws the conclusion from the values of two, with these shown: "V. Martin: 10 October 2022; M. Harris: 25 June 2023. Earlier:
 * V. Martin." A model that is asked names one without looking at both. Null where one has no such value, or they cannot be ranked.
 */
export function conclude(comparing: Comparing, compared: readonly Compared[], index: number): Claim | null {
  if (compared.length !== 2) return null
  const found = compared.map((one) => valueOf(one, comparing))
  const [one, other] = found
  if (!one || !other || one.unit !== other.unit || typeof one.rank !== typeof other.rank) return null
  const citations = [one, other].flatMap(({ claim }) => claim.citations)
  return {
    index,
    text: `${one.name}: ${one.said}; ${other.name}: ${other.said}. ${outcome(comparing, one, other)}`,
    verdict: 'computed',
    citations,
    ...NO_REMARKS,
  }
}

function outcome({ wanted, word }: Comparing, one: Found, other: Found): string {
  if (wanted === 'sum') return `Together: ${Number(one.rank) + Number(other.rank)}${unitWords(one)}.`
  if (one.rank === other.rank) return 'Both are the same.'
  const isLess = one.rank < other.rank
  const { name } = isLess === (wanted === 'least') ? one : other
  return `${sentenceCase(word)}: ${name}.`
}

/** Money and measures keep the unit of the first. */
function unitWords({ said }: Found): string {
  const unit = said.replace(/[-\d.,\s]+/g, '')
  return unit === '' ? '' : ` ${unit}`
}

/** Of the sentences that are about it, the value nearest to what is asked. */
function valueOf({ name, part, sentences }: Compared, { wants }: Comparing): Found | null {
  const ranked = sentences
    .map((sentence) => ({ sentence, share: coverage(part, sentence) }))
    .filter(({ share }) => share >= LEAST_COVERAGE)
    .toSorted((one, other) => other.share - one.share)
  for (const { sentence } of ranked) {
    const value = nearestValue(sentence.said, part, wants)
    if (value) return { name, ...value, claim: sentence.claim }
    if (wants === 'length' && FOR_LIFE.test(sentence.said.text))
      return { name, rank: Number.POSITIVE_INFINITY, said: 'life', unit: 'months', claim: sentence.claim }
  }
  return null
}

const FOR_LIFE = /\blife (?:imprisonment|sentence|in prison)\b|\bfor life\b/i

type Ranked = Pick<Found, 'rank' | 'said' | 'unit'>

function nearestValue(said: Statement, { terms }: AskedPart, wants: Comparing['wants']): Ranked | null {
  const values = said.values.flatMap((value) => {
    const ranked = rankOf(value, said.text, wants)
    return ranked ? [{ ...ranked, far: distanceTo(value, said, terms) }] : []
  })
  const [nearest, next] = values.toSorted((one, other) => one.far - other.far)
  if (!nearest || (next && next.far === nearest.far && next.rank !== nearest.rank)) return null
  return nearest
}

const MONTHS_OF_YEAR = 12
const LENGTHS = new Set(['months', 'time'])
const NO_AMOUNTS = new Set([...LENGTHS, 'place', 'number', 'date', 'clock'])

function rankOf(value: Value, text: string, wants: Comparing['wants']): Ranked | null {
  const { kind, measure, start, end } = value
  const said = text.slice(start, end).trim()
  if (wants === 'date') return dayOf(value, said)
  if (!measure || Number.isNaN(measure.plain)) return null
  // "Age: 82" is in years.
  if (wants === 'age' && kind === 'number') return { rank: MONTHS_OF_YEAR * measure.plain, said, unit: 'months' }
  const isOfKind = wants === 'amount' ? !NO_AMOUNTS.has(kind) : LENGTHS.has(kind)
  return isOfKind ? { rank: measure.plain * (measure.unit?.times ?? 1), said, unit: kind } : null
}

/** Of two readings nobody knows which is meant; with and without a year they cannot be ranked. */
function dayOf({ kind, meanings }: Value, said: string): Ranked | null {
  const [day, other] = meanings
  return kind === 'date' && day && other === undefined ? { rank: day, said, unit: `date ${day.length}` } : null
}

function distanceTo(value: Value, said: Statement, terms: AskedPart['terms']): number {
  const places = terms.flatMap((term) => occurrences(term, said.terms))
  if (places.length === 0) return value.start
  return Math.min(...places.map((term) => (term.end <= value.start ? value.start - term.end : term.start - value.end)))
}

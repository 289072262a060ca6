import { factsInText } from '../text/text-facts.ts'
import { languageOf } from '../text/languages.ts'
import { splitSentences } from '../text/sentences.ts'
import type { TextFact } from '../text/spans.ts'
import { TIME_WORD } from '../text/units.ts'
import { aboutness, isNamedIn } from './aboutness.ts'

/** A number or day that a rule concluded, or its range; `unit` as it is written, null for a bare number or a day. */
export type ComputedValue = {
  readonly kind: 'number' | 'date'
  readonly low: string
  readonly high: string
  readonly unit: string | null
}

/** What a rule concluded: what it is the value of, in the words with which one asks for it, and the values. */
export type ComputedQuantity = {
  readonly asks: readonly string[]
  /** Without these, such as the drug of a dose, a sentence is about something else. */
  readonly names: readonly string[]
  readonly values: readonly ComputedValue[]
}

/** So much of the words with which one asks for something must be in a sentence about it; with its unit, less. */
const ABOUT = 0.75
const ABOUT_WITH_UNIT = 0.5

/** What a sentence states for something that a rule computed: its numbers or days, and whether the rule's is among them. */
type ValuesStated = { readonly values: readonly string[]; readonly agrees: boolean }

export function valuesStated(sentence: string, quantity: ComputedQuantity, question: string): ValuesStated {
  const stated = statedFor(sentence, quantity, question)
  const readings = readingsIn(sentence)
  const agrees = stated.some((fact) =>
    quantity.values.some((value) => readings.some((hasComma) => isWithin(fact, value, hasComma))),
  )
  return { values: stated.map(({ text }) => text), agrees }
}

/** Whether some sentence or line of these texts states one of `values` for the same thing. */
export function isStatedIn(
  texts: readonly string[],
  values: readonly string[],
  quantity: ComputedQuantity,
  question: string,
): boolean {
  const wanted = new Set(values.flatMap(factsInText).map(({ value }) => value))
  return texts
    .flatMap(partsOf)
    .some((part) => statedFor(part, quantity, question).some(({ value }) => wanted.has(value)))
}

/** All numbers or days that a text about the quantity gives for it. */
function statedFor(text: string, { asks, names, values }: ComputedQuantity, question: string): readonly TextFact[] {
  if (!names.every((name) => isNamedIn(text, name))) return []
  const about = aboutness(text, [...asks, question])
  const facts = factsInText(text).filter((fact) => isFree(fact, text))
  return facts.filter((fact) =>
    values.some(
      ({ kind, unit }) =>
        kind === fact.kind &&
        about >= (isInUnit(fact, unit, text) ? ABOUT_WITH_UNIT : ABOUT) &&
        !measuresSomethingElse(fact, facts, text, { asks, unit }),
    ),
  )
}

/** Not part of a name such as CHA2DS2-VASc, or of a unit such as mL/min/1.73 m². */
function isFree({ start, end }: TextFact, text: string): boolean {
  return !/\p{L}\/?$/u.test(text.slice(0, start)) && !/\p{L}/u.test(text.charAt(end))
}

/** "52 mL/min", and not "52 mL/min/1.73 m²". */
function isInUnit({ end }: TextFact, unit: string | null, text: string): boolean {
  const after = text.slice(end).trimStart()
  return unit !== null && after.startsWith(unit) && !/^[\p{L}/]/u.test(after.slice(unit.length))
}

/** A number may be said with fewer digits, rightly rounded; a day with its month alone. */
function isWithin(fact: TextFact, { kind, low, high }: ComputedValue, hasComma: boolean): boolean {
  if (fact.kind !== kind) return false
  if (kind === 'date') return low.startsWith(fact.value) || (fact.value >= low && fact.value <= high)
  const { number, decimals } = numberIn(fact, hasComma)
  const half = 0.5 / 10 ** decimals
  return number >= Number(low) - half && number <= Number(high) + half
}

/** Where the comma stands before decimals and the point between thousands, as in German: "30,3" and "1.200". */
const COMMA = /^(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<part>\d+))?$/

/** "30,3" is in every language what it is in German. */
const SURELY_COMMA = /^\d+,(?!\d{3}$)\d+$/

/** Whether a comma parts decimals in a sentence: by its own language, not that of the rule; one of no language may be read in both ways. */
function readingsIn(sentence: string): readonly boolean[] {
  const language = languageOf(sentence)
  return language === null ? [true, false] : [language !== 'en']
}

function numberIn({ text, value }: TextFact, hasComma: boolean) {
  const { whole, part = '' } = (hasComma || SURELY_COMMA.test(text) ? COMMA.exec(text)?.groups : undefined) ?? {}
  if (whole === undefined) return { number: Number(value), decimals: /\.(\d+)$/.exec(text)?.[1]?.length ?? 0 }
  return { number: Number(`${whole.replaceAll('.', '')}.${part || '0'}`), decimals: part.length }
}

/** Lines, such as those of tables, and sentences that go over several. */
function partsOf(text: string): readonly string[] {
  return [text, text.replaceAll(/\s*\n\s*/g, ' ')].flatMap((one) =>
    splitSentences(one).map(({ start, end }) => one.slice(start, end)),
  )
}

/** What a number or day is held against: the words with which one asks for it, and its unit. */
type Sought = { readonly asks: readonly string[]; readonly unit: string | null }

/** So much of a phrase must stand in the clause of a number, so that another unit is a mistake and not another thing. */
const SAID_OF_IT = 0.75

const MEASURE =
  '(?:°[CF]|(?:[kmµμn]?(?:g|mol|L|l|m)|dL|cm|mEq|IU|U|kPa|mmHg|bpm|lb|oz)(?![\\p{L}\\p{N}]))(?:/[^\\s,;)–—-]*[^\\s,;.)–—-])?'
const COUNT = `(?:%|per ?cent|(?:${TIME_WORD}|(?:time|page)s?)(?!\\p{L})|(?:min|h|s)(?![\\p{L}/]))`
const UNIT = new RegExp(`^[\\s-]?(?:${MEASURE}|${COUNT})`, 'u')
const COUNT_ALONE = new RegExp(`^${COUNT}$`, 'u')
const BOUND_BEFORE =
  /(?:\b(?:than|below|under|over|above|beyond|exceed(?:s|ed|ing)?|at (?:the )?(?:least|most)|minimum(?: of)?|maximum(?: of)?|up to|or equal to|(?:threshold|limit|cut-?off)(?: (?:of|is|was|at))?)|[<>≤≥]=?)\s*(?:(?:about|around)\s+)?$/iu
const BOUND_AFTER =
  /^\s*(?:\+|(?:or|and)\s+(?:more|less|over|above|higher|below|greater|fewer|lower|under|older|younger|beyond)\b)/iu
const TO = /^\s*(?:to|–|—|-)\s*$/u
const FROM_ONE_TO_ANOTHER =
  /\b(?:rose|risen|fell|fallen|dropped|declined|went|gone|grew|grown|sank|changed|improved|worsened|(?:in|de)creased|reduced|raised)\b[^.;]*\bfrom\s*$/iu
const PLACE_BEFORE =
  /(?:\b(?:pages?|pp?\.|sections?|chapters?|tables?|figures?|fig\.|paragraphs?|para\.|clauses?|articles?|art\.|annex|appendix)|§+)\s*(?:[\d.]+\s*(?:,|and|or|to|–|-)\s*)*$/iu

/** "2 points for age", and not "3 points for this patient" or "3 points for Anna". */
const POINTS_OF_A_PART = /^\s*points?\s+(?:each|per|for)\b(?!\s+(?:(?:the|this|that|his|her|him)\b|\p{Lu}))/u

const BEGINNING = /\b(?:beg[aiu]n\w*|start\w*|commenc\w*|accru\w*|since|runs? from)\b/i
const BEGINNING_BEFORE =
  /\b(?:beg[aiu]n\w*|start\w*|commenc\w*|accru\w*|ran|runs?|running|since|from|(?:year|month|week|day)s? after)(?:\s+(?:to run|again|on|from|as|of|in|at|the))*\s*$/iu
const CLAUSE = /[;:]|\b(?:when|where|if|with|from|because|while|although|unless|and|but)\b/iu

/** Whether a number or day of a text that is about what is sought is nevertheless something else: a bound, a page, an age. */
function measuresSomethingElse(fact: TextFact, facts: readonly TextFact[], text: string, sought: Sought): boolean {
  const before = text.slice(0, fact.start)
  if (fact.kind === 'date') return BEGINNING_BEFORE.test(before) && !sought.asks.some((ask) => BEGINNING.test(ask))
  const after = text.slice(fact.end)
  return (
    BOUND_BEFORE.test(before) ||
    BOUND_AFTER.test(withoutUnit(after)) ||
    PLACE_BEFORE.test(before) ||
    POINTS_OF_A_PART.test(after) ||
    facts.some((other) => isRange(fact, other, text)) ||
    isInAnotherUnit(before, after, sought)
  )
}

/** The two ends of "90 to 120" and "between 15 and 29", and not those of "fell from 61 to 46". */
function isRange(fact: TextFact, other: TextFact, text: string): boolean {
  if (other === fact || other.kind !== 'number') return false
  const [first, last] = fact.start < other.start ? [fact, other] : [other, fact]
  const between = withoutUnit(text.slice(first.end, last.start))
  const before = text.slice(0, first.start)
  if (/^\s*and\s*$/i.test(between)) return /\bbetween\s*$/i.test(before)
  return TO.test(between) && !FROM_ONE_TO_ANOTHER.test(before)
}

/** A unit that cannot be the one sought, or that the clause does not give to it: "halved when the clearance is 25 mL/min". */
function isInAnotherUnit(before: string, after: string, { asks, unit }: Sought): boolean {
  const given = UNIT.exec(after)?.[0].replace(/^[\s-]/, '')
  if (given === undefined || isSameUnit(given, unit)) return false
  if (unit === null || isOfTheBody(given, unit) || (isCount(given) && !isCount(unit))) return true
  return aboutness(before.split(CLAUSE).at(-1) ?? '', asks) < SAID_OF_IT
}

function isSameUnit(one: string, other: string | null): boolean {
  return other !== null && one.replace(/s$/, '') === other.replace(/s$/, '')
}

/** Of a dose for each kilogram, or a clearance for a body of a standard size. */
function isOfTheBody(given: string, unit: string): boolean {
  return given.startsWith(unit) && /^\/(?:kg|m²|m2|1\.73)/.test(given.slice(unit.length))
}

/** "75 years", "3 times", "20 %". */
function isCount(unit: string): boolean {
  return COUNT_ALONE.test(unit)
}

function withoutUnit(after: string): string {
  return after.replace(UNIT, '')
}

import type { FactStatement } from '../../store/matter/stored-facts.ts'
import { monthNumber } from '../../text/calendar-words.ts'
import { contentWords } from '../../text/words.ts'
import { COMMON_WORDS, wordsSaid } from '../questions/relation-words.ts'
import { findDates, findPressures, isOfDegree, type Mention, mentionsOf } from './mentions.ts'
import { observedOn } from './observation-day.ts'
import { stanceTo } from './stance.ts'
import type { Segment } from './text-segments.ts'
import type { WantedPlace, WantedRelation } from './wanted-relations.ts'

/** What a segment of a text could say: every value stands in it. */
export type Candidate = FactStatement & {
  /** The values of the places that the text fills, in the order of the places. */
  readonly mentions: readonly Mention[]
  /** The relation's own words stand right before the value: "Weight: 58 kg". */
  readonly isBeside: boolean
  /** How near the relation's own words are, to be compared with that of other relations. */
  readonly closeness: number
}

/** One segment and one relation: what could be said there, to be decided together. Offsets are those of the passage. */
export type Finding = {
  readonly relation: WantedRelation
  readonly segment: Segment
  readonly text: string
  /** Headings and the lines before it, for who reads only this. */
  readonly above: string
  readonly candidates: readonly Candidate[]
  /** How much speaks for looking here first. */
  readonly weight: number
}

type SearchedPassage = {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly section: string
  /** What stands before it in the document: a heading may be the end of the passage before. */
  readonly before: string
  /** Where it stands among the best hits for the relation, from 0; null: it is not among them. */
  readonly rank: number | null
}

/** Longer sentences than this say too much for a quote that is to show one fact. */
const LONGEST_SEGMENT = 600
const SEEN_ABOVE = 200
const ENDS_SENTENCE = /[.;!?][\s"”’)]*$/

/** "Differential Diagnosis:", with what it is about on the lines below. */
const OPENS_LIST = /:[\s*_]*$/

/** What a passage could say of a relation, segment by segment. Names need their label there, all else also a reason to look. */
export function findCandidates(relation: WantedRelation, passage: SearchedPassage): readonly Finding[] {
  const { text, segments, rank } = passage
  return segments.flatMap((segment, index): readonly Finding[] => {
    const said = text.slice(segment.start, segment.end)
    if (said.length > LONGEST_SEGMENT) return []
    const surroundings = surroundingsOf(passage, index)
    const all = candidatesIn(relation, said, surroundings)
    if (all.length === 0) return []
    const own = wordsSaid(relation.ownWords, said).length
    const around = `${surroundings.lineAbove}\n${surroundings.headings}`
    const near = wordsSaid(relation.ownWords, around).length
    // The sentence before is about something else: "was charged with fraud. The lease ends on …".
    const isTold = isToldFromOthers(
      relation,
      ENDS_SENTENCE.test(surroundings.lineAbove) ? `${said}\n${surroundings.headings}` : `${said}\n${around}`,
    )
    const isPair = relation.places.some(({ place }) => pressuresIn(relation, place, said).length > 0)
    if (!isReason(relation, { own, near, isTold: isTold || (isPair && own > 0) })) return []
    const told = wordsSaid(relation.tellingWords, `${said}\n${around}`)
    const candidates = all.filter(
      (one) => (own + near > 0 || !isOnlyOfDegree(one, said)) && saysEnough(one, relation, said, told),
    )
    if (candidates.length === 0) return []
    const isBeside = candidates.some((candidate) => candidate.isBeside)
    const weight = 3 * own + near + (rank === null ? 0 : 2 / (1 + rank)) + (isBeside ? 10 : 0)
    return [{ relation, segment, text: said, above: surroundings.above, candidates, weight }]
  })
}

/** "Moderate" alone says nothing of what. */
function isOnlyOfDegree({ mentions }: Candidate, said: string): boolean {
  return mentions.every(({ start, end }) => isOfDegree(said.slice(start, end)))
}

const HAS_NUMBER = /\d/

/**
 * A word that stands for a longer name is one of anything else as well: "personal gain" is no personal service. And a name that bounds
 * something is not so for the word alone: "drinks alcohol" are no 8 units a week.
 */
function saysEnough(
  { mentions, holds }: Candidate,
  { places, isAttribute, isTaken }: WantedRelation,
  said: string,
  told: readonly string[],
): boolean {
  const [mention] = mentions
  if (mentions.length !== 1 || mention?.isShort !== true) return true
  // The question may name the choices: "African American, or white".
  const isNamed = told.some((word) => wordsSaid([word], mention.arg.replaceAll('_', ' ')).length === 0)
  if (isAttribute && !isTaken && !isNamed) return false
  return holds === 'no' || !HAS_NUMBER.test(labelOf(places, mention.arg)) || HAS_NUMBER.test(said)
}

function labelOf(places: readonly WantedPlace[], name: string): string {
  const choices = places.flatMap(({ place }) => (place.kind === 'name' && !place.open ? place.choices : []))
  return choices.find((choice) => choice.name === name)?.label ?? ''
}

type Said = { readonly own: number; readonly near: number; readonly isTold: boolean }

/**
 * Whether there is a reason to look. The label of a closed list is one; a date or a number needs the relation's words in its sentence,
 * the line above or the heading, one of them its own: without them half of what a 1.5B proposed of a discharge letter was of something
 * else, and "the lease ends on 24 March" was proposed as the end of a suspension (issue 20). Names of people stand everywhere, and several
 * values in one sentence seldom belong together: these need the words in the very sentence.
 */
function isReason({ places }: WantedRelation, { own, near, isTold }: Said): boolean {
  const open = places.flatMap(({ place, subject }) => (subject === null ? place : []))
  const hasPerson = open.some((place) => place.kind === 'name' && place.open)
  if (open.length > 1 || hasPerson) return own > 0
  return open[0]?.kind === 'name' || (own + near > 0 && isTold)
}

/** By a word that few relations have; of one that has none by two of its words together. */
function isToldFromOthers({ ownWords, tellingWords }: WantedRelation, said: string): boolean {
  if (tellingWords.length > 0) return wordsSaid(tellingWords, said).length > 0
  return wordsSaid(ownWords, said).length >= Math.min(2, ownWords.length)
}

/** Headings and what stands right before, clipped from the front; the line before; and the headings alone. */
function surroundingsOf({ text, segments, section, before }: SearchedPassage, index: number): Surroundings {
  const previous = segments[index - 1]
  const lines = `${before}\n${text.slice(0, segments[index]?.start ?? 0)}`
    .split('\n')
    .filter((line) => line.trim() !== '')
  const lineAbove = previous ? text.slice(previous.start, previous.end) : (lines.at(-1) ?? '')
  const from = segments[Math.max(0, index - 2)]?.start ?? 0
  const near = previous ? text.slice(from, previous.end) : lineAbove
  const sections = section.split(' > ').slice(-2).join(' > ')
  const heading = lines.findLast((line) => OPENS_LIST.test(line)) ?? ''
  return {
    above: [sections, near.slice(-SEEN_ABOVE)].filter(Boolean).join('\n'),
    lineAbove,
    headings: heading === '' ? sections : heading,
  }
}

type Surroundings = { readonly above: string; readonly lineAbove: string; readonly headings: string }

const MOST_COMBINATIONS = 6

/** What a segment could say of a relation: each value that could fill its places, and together where there are several. */
function candidatesIn(relation: WantedRelation, text: string, surroundings: Surroundings): readonly Candidate[] {
  const wanted = relation.places.filter(({ subject }) => subject === null)
  // A number without its unit is one only where nothing else can be meant.
  const isMeant = (mention: Mention) =>
    (!mention.isBare || standsBeside(relation.ownWords, text, mention)) && !isCriterion(mention, text)
  const found = wanted.map(({ place }) => valuesIn(text, place, relation).filter(isMeant))
  return combinations(found).flatMap((mentions) => {
    const holds = stanceOf(relation, mentions, text, surroundings.headings)
    if (holds === null) return []
    const args = argsOf(relation.places, mentions)
    const at = observedOn(relation, text, mentions)
    const isBeside = mentions.every((mention) => standsBeside(relation.ownWords, text, mention))
    const near = closeness(relation, text, surroundings, mentions, found.flat())
    const statement = { relation: relation.relation, args, holds, at, validFrom: null, validTo: null }
    return [{ ...statement, mentions, isBeside, closeness: near + (isBeside ? BESIDE : 0) }]
  })
}

/** What of a text could fill a place of a relation. */
export function valuesIn(text: string, place: WantedPlace['place'], relation: WantedRelation): readonly Mention[] {
  return [...mentionsOf(place, text, relation.hasComma), ...pressuresIn(relation, place, text)]
}

/** "146/82 mmHg": the first is the systolic pressure, the second the diastolic one. */
function pressuresIn({ ownWords }: WantedRelation, place: WantedPlace['place'], text: string): readonly Mention[] {
  if (place.kind !== 'number' || place.unit !== 'mmHg') return []
  const which = ['systol', 'diastol'].findIndex((begin) => ownWords.some((word) => word.startsWith(begin)))
  return which < 0 ? [] : findPressures(text, which)
}

/** A range in the row of a table is what the row is for: "| 50 to 99 kg | 40 mg once a day |". */
function isCriterion({ start, arg }: Mention, text: string): boolean {
  return arg.includes('..') && /^\s*\|[^|]*$/.test(text.slice(text.lastIndexOf('\n', start) + 1, start))
}

/** Closer than any number of words further away. */
const BESIDE = 100
const IN_CLAUSE = 12
const IN_LINE_ABOVE = 4

function combinations(found: readonly (readonly Mention[])[]): readonly (readonly Mention[])[] {
  const all = found.reduce<readonly (readonly Mention[])[]>(
    (made, mentions) => made.flatMap((one) => mentions.map((mention) => [...one, mention])),
    [[]],
  )
  return all.length > MOST_COMBINATIONS && found.length > 1 ? [] : all
}

/** Null: it says neither. "Not served on 3 May" does not deny every other day, so that only names are denied. */
function stanceOf(
  { places, isTaken }: WantedRelation,
  mentions: readonly Mention[],
  text: string,
  headings: string,
): 'yes' | 'no' | null {
  const stances = new Set(mentions.map((mention) => stanceTo(text, mention, headings, isTaken)))
  if (stances.has('neither')) return null
  if (!stances.has('no')) return 'yes'
  const [place] = places.flatMap((one) => (one.subject === null ? one.place : []))
  return mentions.length === 1 && place?.kind === 'name' && !place.open ? 'no' : null
}

function argsOf(places: readonly WantedPlace[], mentions: readonly Mention[]): readonly string[] {
  const left = [...mentions]
  return places.map(({ subject }) => subject ?? left.shift()?.arg ?? '')
}

/** How close the relation's words are to a value: in its clause, in the line above, in the headings. */
function closeness(
  { ownWords }: WantedRelation,
  text: string,
  { above, lineAbove }: Surroundings,
  mentions: readonly Mention[],
  all: readonly Mention[],
): number {
  const [mention] = mentions
  if (!mention) return 0
  const said = (words: string) => wordsSaid(ownWords, words).length
  const clause = said(clauseOf(text, mention, all))
  // Of two that share a word the one that has no other: "urea" is no "blood urea nitrogen".
  const share = clause / Math.max(1, ownWords.length)
  return IN_CLAUSE * clause + IN_LINE_ABOVE * said(lineAbove) + said(above) + Math.min(share, 1) / 2
}

/** What is said before a value, from the one before it; where that is nothing, what is said behind it. */
function clauseOf(text: string, { start, end }: Mention, all: readonly Mention[]): string {
  const from = Math.max(0, ...all.filter((other) => other.end <= start).map((other) => other.end))
  const before = text.slice(from, start)
  if (contentWords(before).some((word) => !COMMON_WORDS.has(word))) return before
  const to = Math.min(text.length, ...all.filter((other) => other.start >= end).map((other) => other.start))
  return text.slice(end, to)
}

/** Between the relation's word and the value there is a verb, a colon or a preposition. */
const LONGEST_LINK = 24
const LINK =
  /^(?:\s|[:=|*_().\\-]|\b(?:is|was|were|of|on|at|the|about|approximately|measured|dated|date|level|now|currently|today|as|to|be|ist|war|lag|liegt|von|am|bei|mit|beträgt|betrug|aktuell|derzeit|heute|etwa|ca)\b)*$/i

/** Where something else begins; a colon ends no clause, for "Last Menstruation: Age 50" is no age. */
const BREAKS = /\r?\n|[,;(]|\.(?=\s)/g
const HARMLESS =
  /^(?:\d.*|\p{L}+ly|current|recent|latest|measured|body|serum|blood|mr|mrs|ms|dr|herr|herrn|frau|aktuelle?[sr]?)$/u
/** What a list of values stands behind: "Blood results of 16 May 2026: sodium 138", "Labor: Kreatinin 1,4". */
const OPENS_VALUES =
  /(?:^|[\n.;])\s*(?:(?:on )?examination|observations|vital signs|bloods?|(?:blood|laboratory|lab) (?:results|tests|values)|results|labs|investigations|labor(?:werte)?|blutwerte|(?:aufnahme)?befunde?|untersuchung|vital(?:parameter|zeichen|werte))\b[^:;.\n]{0,30}:(?=\s)/giu
const IS_DAY = /^\d{4}-\d\d-\d\d$/
const HAS_VERB = /\b(?:is|was|were|has|had|been)\b/

/**
 * Whether a value stands right behind the words of its relation, with nothing before these that makes something else of
 * them: "Weight: 58 kg", "the defendant was arrested on 12 March 2023", but not "appendectomy at age 25".
 */
export function standsBeside(ownWords: readonly string[], text: string, { start, arg }: Mention): boolean {
  const before = IS_DAY.test(arg) ? text.slice(0, start) : withoutDates(text.slice(0, start))
  const isLinked = [...before.matchAll(/[\p{L}\p{N}]+/gu)].some(({ index, 0: word }) => {
    const link = before.slice(index + word.length)
    return link.length <= LONGEST_LINK && wordsSaid(ownWords, word).length > 0 && LINK.test(link)
  })
  return isLinked && othersIn(leadOf(before), ownWords).length === 0
}

/** "Weight on 2026-06-01: 58 kg" has its day between. */
function withoutDates(text: string): string {
  return findDates(text).reduceRight((left, { start, end }) => `${left.slice(0, start)}${left.slice(end)}`, text)
}

/** The clause that ends at the value, as far back as it says anything. */
function leadOf(before: string): string {
  const starts = [...before.matchAll(BREAKS), ...before.matchAll(OPENS_VALUES)]
    .toSorted((one, other) => one.index - other.index)
    .map(({ index, 0: mark }) => index + mark.length)
    .toReversed()
  const start = starts.find((at) =>
    contentWords(before.slice(at)).some((word) => !COMMON_WORDS.has(word) && !isHarmless(word)),
  )
  return before.slice(start ?? 0)
}

function othersIn(lead: string, ownWords: readonly string[]): readonly string[] {
  // With a verb a capitalised word is somebody's name: "J. Marsh was born on …".
  const plain = HAS_VERB.test(lead)
    ? lead.replaceAll(/\p{Lu}[\p{L}'’.-]*/gu, (word, at: number) => (at === 0 ? word : ''))
    : lead
  const others = contentWords(plain).filter((word) => !COMMON_WORDS.has(word) && !isHarmless(word))
  return others.filter((word) => wordsSaid(ownWords, word).length === 0)
}

function isHarmless(word: string): boolean {
  return HARMLESS.test(word) || monthNumber(word) > 0
}

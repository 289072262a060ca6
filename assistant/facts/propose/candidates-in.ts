import { contentWords } from '../../../text/words.ts'
import type { Candidate } from './candidate.ts'
import type { Mention } from './mention.ts'
import { mentionsOf } from './mentions-of.ts'
import { observedOn } from './observation-day.ts'
import { COMMON_WORDS, wordsSaid } from '../../questions/own-words.ts'
import { stanceTo } from './stance.ts'
import { standsBeside } from './stands-beside.ts'
import type { WantedPlace, WantedRelation } from './wanted-relation.ts'

export type Surroundings = { readonly above: string; readonly lineAbove: string; readonly headings: string }

const MOST_COMBINATIONS = 6

/** What a segment could say of a relation: each value that could fill its places, and together where there are several. */
export function candidatesIn(relation: WantedRelation, text: string, surroundings: Surroundings): readonly Candidate[] {
  const wanted = relation.places.filter(({ subject }) => subject === null)
  // A number without its unit is one only where nothing else can be meant.
  const isMeant = (mention: Mention) => !mention.isBare || standsBeside(relation.ownWords, text, mention)
  const found = wanted.map(({ place }) => mentionsOf(place, text).filter(isMeant))
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
  { places }: WantedRelation,
  mentions: readonly Mention[],
  text: string,
  headings: string,
): 'yes' | 'no' | null {
  const stances = new Set(mentions.map((mention) => stanceTo(text, mention, headings)))
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
  return IN_CLAUSE * said(clauseOf(text, mention, all)) + IN_LINE_ABOVE * said(lineAbove) + said(above)
}

/** What is said before a value, from the one before it; where that is nothing, what is said behind it. */
function clauseOf(text: string, { start, end }: Mention, all: readonly Mention[]): string {
  const from = Math.max(0, ...all.filter((other) => other.end <= start).map((other) => other.end))
  const before = text.slice(from, start)
  if (contentWords(before).some((word) => !COMMON_WORDS.has(word))) return before
  const to = Math.min(text.length, ...all.filter((other) => other.start >= end).map((other) => other.start))
  return text.slice(end, to)
}

import type { Candidate, Finding } from './candidate.ts'
import { findDates } from './find-dates.ts'
import type { Mention } from './mention.ts'
import { mentionsOf } from './mentions-of.ts'
import { wordsSaid } from './own-words.ts'
import { stanceTo } from './stance.ts'
import { textSegments, type Segment } from './text-segments.ts'
import type { WantedPlace, WantedRelation } from './wanted-relation.ts'

export type SearchedPassage = {
  readonly text: string
  readonly section: string
  /** Where it stands among the best hits for the relation, from 0; null: it is not among them. */
  readonly rank: number | null
}

/** Longer sentences than this say too much for a quote that is to show one fact. */
const LONGEST_SEGMENT = 600
const SEEN_ABOVE = 200
const MOST_COMBINATIONS = 6
/** Between the relation's word and the value there is a verb, a colon or a preposition. */
const LONGEST_LINK = 24
const LINK =
  /^(?:\s|[:=|*_(-]|\b(?:is|was|were|of|on|at|the|about|approximately|measured|dated|date|level|serum|now|currently|today|as|to|be|born|old|aged)\b)*$/i
/** A date behind these is one to come, or of something else. */
const OTHER_DATE =
  /\b(?:next|follow[- ]?up|planned|plan|until|due|scheduled|born|birth\w*|review on|before|after)\b[^.;]*$/i

/** What a passage could say of a relation, segment by segment. Names need their label there, all else also a reason to look. */
export function findCandidates(relation: WantedRelation, passage: SearchedPassage): readonly Finding[] {
  const { text, section, rank } = passage
  const segments = textSegments(text)
  return segments.flatMap((segment, index): readonly Finding[] => {
    const said = text.slice(segment.start, segment.end)
    if (said.length > LONGEST_SEGMENT) return []
    const above = aboveOf(text, section, segments, index)
    const candidates = candidatesIn(relation, said, above)
    if (candidates.length === 0) return []
    const own = wordsSaid(relation.ownWords, said).length
    const near = wordsSaid(relation.ownWords, above).length
    const hasName = relation.places.some(({ place, subject }) => subject === null && place.kind === 'name')
    if (!hasName && own + near === 0 && rank === null) return []
    const weight =
      3 * own + near + (rank === null ? 0 : 2 / (1 + rank)) + (candidates.some(({ isBeside }) => isBeside) ? 10 : 0)
    return [{ relation, segment, text: said, above, candidates, weight }]
  })
}

/** The last headings and what stands right before, clipped from the front. */
function aboveOf(text: string, section: string, segments: readonly Segment[], index: number): string {
  const from = segments[Math.max(0, index - 2)]?.start ?? 0
  const before = index === 0 ? '' : text.slice(from, segments[index - 1]?.end)
  const headings = section.split(' > ').slice(-2).join(' > ')
  return [headings, before.slice(-SEEN_ABOVE)].filter(Boolean).join('\n')
}

function candidatesIn(relation: WantedRelation, text: string, above: string): readonly Candidate[] {
  const wanted = relation.places.filter(({ subject }) => subject === null)
  const found = wanted.map(({ place }) => mentionsOf(place, text))
  return combinations(found).flatMap((mentions) => {
    const candidate = candidateOf(relation, mentions, text, above)
    return candidate ?? []
  })
}

function candidateOf(
  relation: WantedRelation,
  mentions: readonly Mention[],
  text: string,
  above: string,
): Candidate | null {
  const stances = new Set(mentions.map((mention) => stanceTo(text, mention, above)))
  if (stances.has('neither')) return null
  const hasLabel = relation.places.some(
    ({ place, subject }) => subject === null && place.kind === 'name' && !place.open,
  )
  const holds = stances.has('no') ? 'no' : 'yes'
  // "Not served on 3 May" does not say that something is not so with every other day; only names are denied.
  if (holds === 'no' && !(hasLabel && mentions.length === 1)) return null
  const statement = { relation: relation.relation, args: argsOf(relation.places, mentions), holds } as const
  const at = observedOn(relation, text, mentions)
  const isBeside = mentions.every((mention) => isBesideOwnWords(relation, text, mention))
  return { ...statement, at, validFrom: null, validTo: null, mentions, isBeside }
}

function argsOf(places: readonly WantedPlace[], mentions: readonly Mention[]): readonly string[] {
  const left = [...mentions]
  return places.map(({ subject }) => subject ?? left.shift()?.arg ?? '')
}

function combinations(found: readonly (readonly Mention[])[]): readonly (readonly Mention[])[] {
  const all = found.reduce<readonly (readonly Mention[])[]>(
    (made, mentions) => made.flatMap((one) => mentions.map((mention) => [...one, mention])),
    [[]],
  )
  return all.length > MOST_COMBINATIONS && found.length > 1 ? [] : all
}

function isBesideOwnWords({ ownWords }: WantedRelation, text: string, { start }: Mention): boolean {
  const before = text.slice(0, start)
  const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)]
  return words.some(({ index, 0: word }) => {
    const link = before.slice(index + word.length)
    return link.length <= LONGEST_LINK && wordsSaid(ownWords, word).length > 0 && LINK.test(link)
  })
}

/** The day of the observation, where the sentence gives one: its only whole date, or the last one before the value. */
function observedOn(relation: WantedRelation, text: string, mentions: readonly Mention[]): string | null {
  if (relation.places.some(({ place }) => place.kind === 'date')) return null
  const first = Math.min(...mentions.map(({ start }) => start))
  const dates = findDates(text).filter(({ start }) => !OTHER_DATE.test(text.slice(Math.max(0, start - 40), start)))
  const before = dates.filter(({ start }) => start < first).at(-1)
  return (before ?? dates[0])?.arg ?? null
}

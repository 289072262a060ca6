import type { Candidate, Finding } from './candidate.ts'
import { candidatesIn, type Surroundings } from './candidates-in.ts'
import { isOfDegree } from './find-labels.ts'
import { wordsSaid } from '../../questions/own-words.ts'
import type { Segment } from './text-segments.ts'
import type { WantedRelation } from './wanted-relation.ts'

export type SearchedPassage = {
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
    if (!isReason(relation, { own, near, isTold })) return []
    const candidates = own + near > 0 ? all : all.filter((one) => !isOnlyOfDegree(one, said))
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

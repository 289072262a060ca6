import { contentWords } from '../../../text/words.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { type Mention, namedIn, type Party } from './asked-parties.ts'

/** Words that say which of two has more of something, or has it first; a pole is the contrary of the other one in its row. */
const POLES: Readonly<Record<string, readonly [string, string]>> = {
  size: [
    'higher greater larger bigger longer more most heavier taller wider faster stronger highest greatest largest longest heaviest',
    'lower smaller less fewer least shorter lighter narrower slower weaker lowest smallest shortest lightest fewest',
  ],
  time: ['earlier sooner first earliest', 'later last latest'],
  age: ['older elder oldest eldest', 'younger youngest'],
  worth: ['better best', 'worse worst'],
  severity: ['severer stricter harsher', 'milder'],
}
const POLE_OF = new Map(
  Object.entries(POLES).flatMap(([row, poles]) =>
    poles.flatMap((words, pole) => words.split(' ').map((word) => [word, { row, pole }] as const)),
  ),
)
const ALIKE = /\b(?:same|equal|equally|identical|as \p{L}+ as|no difference|neither)\b/iu
/** "More than five years" bounds a number; "higher than 140" still says that it is the higher one. */
const BOUND = /^(?:more|less|fewer|most|least)$/i
const BOUND_BEHIND = /^ than (?:[\d£$€]|\p{Ll}+ (?:days?|weeks?|months?|years?|hours?)\b)/u
/** "More severe", "most recent": of the word that follows. */
const MORE_OF = /^(?:more|most|less|least)$/i

export type Comparison = {
  readonly parties: readonly Party[]
  readonly row: string
  readonly pole: number
}
/** The party that a text names as the one, by its place in the question; `alike`: both; null: it does not conclude. */
export type Concluded = number | 'alike' | 'both' | null

/** What a question asks to be compared, "who was admitted earlier, A or B"; null where it compares nothing. */
export function comparisonIn(question: string, parties: readonly Party[]): Comparison | null {
  if (!/\b(?:who|whose|whom|which|what|is|are|was|were|does|do|did|has|have)\b/i.test(question)) return null
  const compared = parties.length > 1 ? parties : thingsBesideOr(question)
  const [word] = comparativesIn(question)
  return compared.length > 1 && word ? { parties: compared, row: word.row, pole: word.pole } : null
}

/** "…, the lease or the deed?" */
function thingsBesideOr(question: string): readonly Party[] {
  const last = /([^,:?]+?),? or ([^,:?]+)\?*$/.exec(question.trim())
  if (!last) return []
  const [one = '', other = ''] = last.slice(1)
  const width = other.trim().split(/\s+/).length
  const left = one.trim().split(/\s+/).slice(-width).join(' ')
  return contentWords(left).length > 0 && contentWords(other).length > 0 ? [[left], [other]] : []
}

/** Which party a text says it is. `both`: it says so of more than one. */
export function concludedIn(text: string, comparison: Comparison): Concluded {
  const said = splitSentences(text).flatMap(({ start, end }) => concludedBy(text.slice(start, end), comparison))
  const parties = new Set(said)
  if (parties.size > 1) return 'both'
  return [...parties][0] ?? null
}

function concludedBy(sentence: string, { parties, row, pole }: Comparison): readonly (number | 'alike')[] {
  const mentions = namedIn(sentence, parties)
  if (mentions.some((one) => isChoice(one, mentions, sentence))) return []
  if (ALIKE.test(sentence) && new Set(mentions.map(({ party }) => party)).size > 1) return ['alike']
  return comparativesIn(sentence)
    .filter((word) => word.row === row)
    .flatMap((word) => {
      const party = subjectOf(word, mentions, sentence)
      if (party === null) return []
      // Of two parties the contrary says the same of the other one.
      if (word.pole === pole) return [party]
      return parties.length === 2 ? [1 - party] : []
    })
}

type Comparative = { readonly start: number; readonly end: number; readonly row: string; readonly pole: number }

function comparativesIn(sentence: string): readonly Comparative[] {
  return [...sentence.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }, at, all) => {
    const found = POLE_OF.get(word.toLowerCase())
    const end = index + word.length
    if (!found) return []
    if (BOUND.test(word) && BOUND_BEHIND.test(sentence.slice(end))) return []
    const of = MORE_OF.test(word) ? adjectiveBehind(all[at + 1]?.[0] ?? '', found.pole) : null
    return [{ start: index, end, ...(of ?? found) }]
  })
}

/** "More recent" is later, "less severe" milder. */
function adjectiveBehind(word: string, pole: number): { readonly row: string; readonly pole: number } | null {
  if (word === 'recent') return { row: 'time', pole: 1 - pole }
  if (/^(?:severe|strict|harsh)$/.test(word)) return { row: 'severity', pole }
  return null
}

/** Who is named last before the word, as far as no "than" stands between; else first behind it. */
function subjectOf({ start, end }: Comparative, mentions: readonly Mention[], sentence: string): number | null {
  const subjects = mentions.filter((one) => !isCompared(one, sentence))
  const subject = subjects.findLast((one) => one.end <= start) ?? subjects.find((one) => one.start >= end)
  return subject?.party ?? null
}

const COMPARED = /\b(?:than|compared (?:to|with)|versus|over|against)\s+(?:\p{L}+ ){0,4}(?:\p{L}\.\s*)?$/iu

/** What stands behind "than" is what it is compared with. */
function isCompared({ start }: Mention, sentence: string): boolean {
  return COMPARED.test(sentence.slice(0, start))
}

/** "A or B" only asks again. */
function isChoice({ party, start, end }: Mention, mentions: readonly Mention[], sentence: string): boolean {
  return mentions.some(
    (other) =>
      other.party !== party &&
      /^[^,;]{0,20}\bor\b[^,;]{0,20}$/.test(
        other.start > end ? sentence.slice(end, other.start) : sentence.slice(other.end, start),
      ),
  )
}

import { splitSentences } from '../../text/sentences.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'
import { pick, type Random, shuffled } from '../drawn.ts'
import type { Vocabulary } from './planted-words.ts'
import { aSum, aWeekday, citing, type Drawn, named, PLANTED_KINDS, PLANTS, type PlantedKind } from './plant-errors.ts'

/** A document as the app has read it. */
export type ReadDocument = {
  readonly document: string
  readonly pages: readonly { readonly page: number | null; readonly text: string }[]
}

/** A sentence of a draft: planted with an error of a kind, or true. Offsets into the draft. */
export type DraftItem = {
  readonly start: number
  readonly end: number
  readonly planted: PlantedKind | null
  /** How a true one was made. */
  readonly way: string
  readonly text: string
  /** The sentence of the document that it was made from; empty where it is of none. */
  readonly source: string
}

export type MadeDraft = { readonly name: string; readonly text: string; readonly items: readonly DraftItem[] }

const WORDS = { least: 8, most: 45 }
const PLANTED_EACH = 5
const TRUE_EACH = 5
/** What a writer puts between, and what no document can have. */
const FILLERS = [
  'In our submission the position is plain.',
  'We respectfully ask the reader to consider the following.',
  'It is submitted that this is decisive.',
  'For these reasons the matter should be looked at again.',
]

/** One draft a document, with five planted errors and five true sentences each; of each kind about as many. The same for a seed. */
export function makeDrafts(
  documents: readonly ReadDocument[],
  { count, seed, words }: { readonly count: number; readonly seed: number; readonly words: Vocabulary },
): readonly MadeDraft[] {
  const random = seededRandom(seed)
  const all = documents
    .flatMap(({ pages }) => pages.map(({ text }) => flat(text)))
    .join('\n')
    .toLowerCase()
  const drawn = documents.map(drawSentences)
  const tally = new Map<PlantedKind, number>(PLANTED_KINDS.map((kind) => [kind, 0]))
  return Array.from({ length: count }, (_, at): MadeDraft => {
    const sentences = shuffled(drawn[at % drawn.length] ?? [], random)
    const items = shuffled(
      [...plantedIn(sentences, { tally, all, words }, random), ...trueOf(sentences, random)],
      random,
    )
    return written(`draft ${at + 1}.txt`, items, random)
  })
}

type Item = Omit<DraftItem, 'start' | 'end'>

/** Of the kinds that the document offers the ones planted least so far, each in a sentence of its own. */
function plantedIn(
  sentences: readonly Drawn[],
  { tally, ...from }: Planting & { readonly tally: Map<PlantedKind, number> },
  random: Random,
): readonly Item[] {
  const used = new Set<string>()
  const items: Item[] = []
  const rarest = () => [...tally].toSorted(([, one], [, other]) => one - other).map(([kind]) => kind)
  for (let round = 0; items.length < PLANTED_EACH && round < 3; round += 1)
    for (const kind of rarest()) {
      if (items.length >= PLANTED_EACH) break
      if (items.filter(({ planted }) => planted === kind).length > round) continue
      const item = plantOne(
        kind,
        sentences.filter(({ text }) => !used.has(text)),
        from,
        random,
      )
      if (!item) continue
      items.push(item)
      used.add(item.source)
      tally.set(kind, (tally.get(kind) ?? 0) + 1)
    }
  return items
}

/** `all`: what the documents say. */
type Planting = { readonly all: string; readonly words: Vocabulary }

function plantOne(
  kind: PlantedKind,
  sentences: readonly Drawn[],
  { all, words }: Planting,
  random: Random,
): Item | null {
  for (const drawn of sentences) {
    const text = PLANTS[kind](drawn, random, words)
    // What some document says as it is now would be no error.
    if (text === null || all.includes(flat(text).toLowerCase())) continue
    const isOfNone = kind === 'sum' || kind === 'weekday'
    return { planted: kind, way: 'planted', text: led(text, kind, drawn, random), source: isOfNone ? '' : drawn.text }
  }
  return null
}

const COPIED: readonly PlantedKind[] = ['number', 'date', 'unit', 'name', 'negation', 'modal', 'state word']

/** A third of the changed copies of a sentence begin with the document that they are from. */
function led(text: string, kind: PlantedKind, { document }: Drawn, random: Random): string {
  return COPIED.includes(kind) && random() < 0.33 ? framed(text, document) : text
}

function framed(text: string, document: string): string {
  const isLower = /^(?:The|This|A|An|All|Each|Any|In|On|After|Following|If|No) /u.test(text)
  return `According to the document ${named(document)}, ${isLower ? text.charAt(0).toLowerCase() + text.slice(1) : text}`
}

const TRUE_WAYS: readonly { readonly way: string; readonly make: (drawn: Drawn, random: Random) => string | null }[] = [
  { way: 'copied', make: ({ text }) => text },
  { way: 'framed', make: ({ text, document }) => framed(text, document) },
  { way: 'reordered', make: ({ text }) => reordered(text) },
  { way: 'quoted', make: ({ text, document }) => `${named(document)} says: “${text}”` },
  { way: 'page', make: ({ text, page, document }) => (page === null ? null : citing(text, document, page)) },
  { way: 'part quoted', make: ({ text, document }) => partQuoted(text, document) },
  { way: 'other word', make: ({ text }, random) => otherWord(text, random) },
  { way: 'shortened', make: ({ text }) => shortened(text) },
  { way: 'linked', make: ({ text }, random) => linked(text, random) },
]

/** They are of no document, so there are only so many of them. */
const OF_NONE = 0.08

/** Words that a writer puts for others, and means the same. */
const SAME: readonly (readonly [string, string])[] = [
  ['pursuant to', 'under'],
  ['prior to', 'before'],
  ['commenced', 'began'],
  ['terminate', 'end'],
  ['obtain', 'get'],
  ['purchase', 'buy'],
  ['purchased', 'bought'],
  ['regarding', 'about'],
  ['concerning', 'about'],
  ['numerous', 'many'],
  ['including', 'among them'],
  ['indicated', 'showed'],
  ['demonstrated', 'showed'],
  ['revealed', 'showed'],
  ['assist', 'help'],
  ['provide', 'give'],
  ['provided', 'gave'],
  ['residence', 'home'],
  ['subsequently', 'then'],
  ['sufficient', 'enough'],
  ['entire', 'whole'],
  ['shall', 'must'],
  ['such', 'that'],
  ['third party', 'outsider'],
  ['physician', 'doctor'],
  ['additionally', 'also'],
  ['approximately', 'about'],
  ['utilized', 'used'],
  ['individuals', 'people'],
  ['however', 'but'],
  ['solely', 'only'],
  ['severe', 'serious'],
]

function otherWord(text: string, random: Random): string | null {
  const here = SAME.filter(([word]) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text))
  const pair = pick(here, random)
  return pair ? text.replace(new RegExp(`(?<![\\p{L}-])${pair[0]}(?![\\p{L}-])`, 'u'), pair[1]) : null
}

/** Without what leads in. */
function shortened(text: string): string | null {
  const rest =
    /^(?:In|On|At|During|After|Following|Upon|As|Under|For|By|With|Additionally|Furthermore|Moreover|However) [^,;]{3,70}, (\p{Ll}.{30,})$/u.exec(
      text,
    )?.[1]
  return rest ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : null
}

/** With a word that leads on, as in an argument. */
function linked(text: string, random: Random): string | null {
  if (!/^(?:The|This|A|An|All|Each|Any) /u.test(text)) return null
  const words = ['Moreover, ', 'In addition, ', 'It is common ground that ', 'As the papers show, ', 'Notably, ']
  return `${pick(words, random)}${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function trueOf(sentences: readonly Drawn[], random: Random): readonly Item[] {
  const items: Item[] = []
  for (const drawn of sentences.toReversed()) {
    if (items.length >= TRUE_EACH) break
    if (random() < OF_NONE) {
      const text = random() < 0.5 ? aWeekday(random, true) : aSum(random, true)
      items.push({ planted: null, way: 'weekday or sum', text, source: '' })
      continue
    }
    const first = Math.floor(random() * TRUE_WAYS.length)
    // What a sentence does not allow is tried in other ways: few can be reordered.
    const made = TRUE_WAYS.keys()
      .map((by) => TRUE_WAYS[(first + by) % TRUE_WAYS.length]!)
      .map(({ way, make }) => ({ way, text: make(drawn, random) }))
    const { way = '', text = null } = made.find((one) => one.text !== null) ?? {}
    if (text !== null) items.push({ planted: null, way, text, source: drawn.text })
  }
  return items
}

/** "On 3 May 2020, the court …" of "The court … on 3 May 2020.", and the other way about. */
function reordered(text: string): string | null {
  const last =
    /^((?:The|This|A|An|All|Each|No|Any) .{20,}?),? ((?:on|in|at|during|after|following|within|upon|under|before|for|by|with) [^,;]{5,60})\.$/u.exec(
      text,
    )
  if (last?.[1] && last[2])
    return `${last[2].charAt(0).toUpperCase()}${last[2].slice(1)}, ${last[1].charAt(0).toLowerCase()}${last[1].slice(1)}.`
  const first =
    /^((?:On|In|At|During|After|Following|Within|Upon) [^,;]{5,60}), ((?:the|a|an|this|all) [^;]{20,})\.$/u.exec(text)
  return first?.[1] && first[2]
    ? `${first[2].charAt(0).toUpperCase()}${first[2].slice(1)} ${first[1].charAt(0).toLowerCase()}${first[1].slice(1)}.`
    : null
}

/** Some words from within, where nothing around them turns them. */
function partQuoted(text: string, document: string): string | null {
  if (
    /\b(?:not|no|never|without|unless|except|if|provided|subject|only|until|nor|none|neither|nothing)\b|n['’]t\b/iu.test(
      text,
    )
  )
    return null
  const words = text.replace(/[.;]$/, '').split(' ')
  if (words.length < 14) return null
  return `We refer to ${named(document)}, which speaks of “${words.slice(3, 11).join(' ')}”.`
}

function written(name: string, items: readonly Item[], random: Random): MadeDraft {
  let text = 'Skeleton argument\n\n'
  const placed = items.map((item, at): DraftItem => {
    if (random() < 0.3) text += `${pick(FILLERS, random)}\n\n`
    text += `${at + 1}. `
    const start = text.length
    text += `${item.text}\n\n`
    return { ...item, start, end: start + item.text.length }
  })
  return { name, text, items: placed }
}

/** Whole sentences of running text. */
function drawSentences({ document, pages }: ReadDocument): readonly Drawn[] {
  return pages.flatMap(({ page, text }) =>
    text.split(/\n\s*\n/).flatMap((paragraph) =>
      splitSentences(flat(paragraph)).flatMap(({ start, end }): readonly Drawn[] => {
        const sentence = flat(paragraph).slice(start, end)
        return isUsable(sentence) ? [{ text: sentence, page, pages: pages.length, document }] : []
      }),
    ),
  )
}

function isUsable(sentence: string): boolean {
  const words = sentence.split(' ').length
  if (words < WORDS.least || words > WORDS.most || !/^\p{Lu}/u.test(sentence) || !/\p{L}[.;]$/u.test(sentence))
    return false
  return !/[\t|*#<>“”"_\\]|\.{3}/u.test(sentence) && (sentence.match(/\p{Ll}/gu) ?? []).length > 0.6 * sentence.length
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

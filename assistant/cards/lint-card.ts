import type { CardText } from '../../contract/knowledge/card.ts'
import type { IdentifierType, KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { FindIdentifiers } from '../../disclosure/packet/mask-segments.ts'
import { countWords, WORDS_A_CARD } from './clip-card.ts'

export type LintOptions = {
  readonly find: FindIdentifiers
  /** What must never leave the matter that it comes from. */
  readonly terms: readonly KnownTerm[]
  /** The answers that it comes from, none of which may stand in it. */
  readonly specifics: readonly string[]
}

const TITLE_WORDS = 20
const TRIGGER_WORDS = { least: 3, most: 60 }
/** So many words in a row are no coincidence. */
const COPIED_WORDS = 7
/** General knowledge speaks of these: "patients of 65 or over", "the court", "within 30 minutes", "a fee of £50". */
const GENERAL_TYPES: readonly IdentifierType[] = [
  'title',
  'nationality',
  'region',
  'country',
  'occupation',
  'court',
  'time',
  'age',
  'amount',
]
/** To the lists of names some countries are surnames as well. */
const COUNTRIES =
  /^(England|Wales|Scotland|Ireland|Northern Ireland|Britain|Great Britain|London|France|Germany|Israel)$/
const ONE_MATTER =
  /\b(in|of|from|under) (this|the present|our) (case|matter|lease|contract|letter|file|patient|client)\b|\bthis (case|matter|lease|contract|letter|patient|client)\b|\b(the )?(documents|sources|passages) (above|below|given|provided)\b/i

/** What stands against a card, a sentence each; empty when it is general, names nobody and is short enough. */
export function lintCard(text: CardText, { find, terms, specifics }: LintOptions): readonly string[] {
  const said = [text.summary, ...text.knowledge.map((item) => item.text)]
  const all = [text.title, ...said, text.trigger].map(withoutPlaces).join('\n')
  const about = [...text.knowledge.map(({ source }) => source), text.domain, text.jurisdiction].filter(
    (one) => one !== null,
  )
  const named = [
    ...identifiersIn(all, text, find(all, terms).spans),
    ...about.flatMap((one) => identifiersIn(one, text, ofMatter(find(one, terms).spans))),
  ]
  return [
    ...lengthProblems(text),
    ...[...new Set(named)].map(
      (words) => `“${words}” identifies somebody or something. Take it out, or say it in general.`,
    ),
    ...(/\[[SRK]\d+\]/.test(said.join(' ')) ? ['It has a source mark of an answer, like [S1]. Take it out.'] : []),
    ...matched([...said, ...about].join('\n'), ONE_MATTER).map(
      (words) => `“${words}” speaks of one matter. Say it in general.`,
    ),
    ...[said.join('\n'), ...about]
      .flatMap((one) => copied(one, specifics))
      .map((words) => `“${words}” stands so in an answer that it comes from. Say it in general.`),
  ]
}

function lengthProblems({ title, summary, knowledge, trigger }: CardText): readonly string[] {
  const words = countWords(summary) + knowledge.reduce((sum, { text }) => sum + countWords(text), 0)
  const triggerWords = countWords(withoutPlaces(trigger))
  return [
    ...(summary.trim() === ''
      ? ['The learning summary is empty. Write the line of thought, and what to watch for.']
      : []),
    ...(knowledge.some(({ text }) => text.trim() === '') ? ['An item of the supplementary knowledge is empty.'] : []),
    ...(words > WORDS_A_CARD ? [`It has ${words} words, and a card at most ${WORDS_A_CARD}. Shorten it.`] : []),
    ...(countWords(title) > TITLE_WORDS ? [`The title has more than ${TITLE_WORDS} words.`] : []),
    ...(triggerWords < TRIGGER_WORDS.least
      ? [`Say in at least ${TRIGGER_WORDS.least} words what a question looks like that it is for.`]
      : []),
    ...(triggerWords > TRIGGER_WORDS.most
      ? [`What a question looks like has ${triggerWords} words, and may have ${TRIGGER_WORDS.most}.`]
      : []),
  ]
}

type Span = { readonly start: number; readonly end: number; readonly type: IdentifierType; readonly by: string }

/** What the matter itself knows counts always; of the rest what names a kind of thing, or a country, does not. */
function identifiersIn(text: string, { jurisdiction }: CardText, spans: readonly Span[]): readonly string[] {
  const found = spans
    .filter(({ type, by }) => by === 'matter' || !GENERAL_TYPES.includes(type))
    .map(({ start, end, by }) => ({ words: text.slice(start, end).replace(/\s+/g, ' '), by }))
    .filter(({ words, by }) => by === 'matter' || !(COUNTRIES.test(words) || jurisdiction?.includes(words)))
  return [...new Set(found.map(({ words }) => words))]
}

/** A source is public and has names of its own: of authors, parties and statutes. */
function ofMatter(spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ by }) => by === 'matter')
}

function matched(text: string, pattern: RegExp): readonly string[] {
  const found = pattern.exec(text)
  return found ? [found[0]] : []
}

/** The first words in a row that another text has too. */
function copied(text: string, specifics: readonly string[]): readonly string[] {
  const words = wordsOf(text)
  const others = specifics.map((one) => ` ${wordsOf(one).join(' ')} `)
  for (let at = 0; at + COPIED_WORDS <= words.length; at += 1) {
    const run = words.slice(at, at + COPIED_WORDS).join(' ')
    if (others.some((other) => other.includes(` ${run} `))) return [run]
  }
  return []
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** `[PERSON]` stands for a name, and is none. */
function withoutPlaces(text: string): string {
  return text.replace(/\[[A-Z-]+\]/g, '…')
}

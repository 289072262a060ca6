import type { Span } from '../../text/spans.ts'
import type { Flag, IdentifierSpan } from './identifier.ts'
import { LEGAL_WORDS } from './tokens/harmless-capitals.ts'
import type { Reading } from './tokens/read-words.ts'
import { has, type Word, wordAt } from './tokens/word-at.ts'

const CAPITALISED = "\\p{Lu}[\\p{L}’'-]{0,30}"
const PHRASE = `${CAPITALISED}(?: (?:(?:of|and|for|to|the|in) ){0,2}${CAPITALISED}){0,5}`
const QUOTED = `["“„«]\\s?(?:(?:the|die|der|das|le|la|el|il|o|a|de|het) )?(${PHRASE})[,.]?\\s?["”“»]`
const MEANS =
  '(?:shall )?(?:means?|ha(?:s|ve) the meanings?|is defined|are defined|includes?|refers? to|bedeute[tn]|bezeichne[tn]|désigne(?:nt)?|signifie(?:nt)?|significan?|designan?|indicano?|beteken(?:t|en)|oznacza(?:ją)?)(?!\\p{L})'
/** How a contract gives a word its meaning: in quotation marks, in brackets, and in the rows of its particulars. */
const DEFINITIONS: readonly RegExp[] = [
  new RegExp(`${QUOTED}(?=,? ${MEANS}|\\s?[:–-])`, 'gu'),
  new RegExp(`\\([^()"“„«\\n]{0,60}${QUOTED}[^()\\n]{0,30}\\)`, 'gu'),
  new RegExp(`\\((?:the|an?|each an?|together the) (${PHRASE})\\)`, 'gu'),
]
const ROW = new RegExp(`^(${PHRASE})(?:\\t|: )`, 'gmu')
/** Only a text that says that it defines has such rows; elsewhere the left column may be a list of people. */
const DEFINES =
  /(?:\b(?:words|terms|expressions) defined\b|\bdefinitions?\b|\bparticulars\b|Begriffsbestimmung|définitions|definiciones|definizioni|definições|definities|definicje)/iu
/** With these a term is one of contracts, though a word beside them is a name too. */
const TIME_WORDS = new Set('day days week month year quarter hour hours period'.split(' '))
const JOINING = new Set('of and for to the in'.split(' '))
const LONGEST = 10

/** The terms that a contract defines in a text, as it writes them; most of them are no names, but some are. */
export function definedTermsIn(text: string): readonly string[] {
  const forms = DEFINES.test(text) ? [...DEFINITIONS, ROW] : DEFINITIONS
  return [...new Set(forms.flatMap((form) => [...text.matchAll(form)].map(([, term = '']) => term)))]
}

/** Every place of these terms in a text, where their words name nobody: "Insurance Rent", not "Larkspur". Sorted, free of overlaps. */
export function findDefinedTerms({ words }: Reading, terms: readonly string[]): readonly Span[] {
  const keys = new Set(terms.map((term) => keyOf(term.split(' '))))
  const found: Span[] = []
  for (let at = 0; at < words.length; at += 1) {
    const length = longestTermAt(words, at, keys)
    if (length === 0) continue
    found.push({ start: wordAt(words, at).start, end: wordAt(words, at + length - 1).end })
    at += length - 1
  }
  return found
}

/** Without what was taken for a name only because contracts write their terms with capitals. Numbers, labels and the matter's list stay. */
export function withoutDefined(
  spans: readonly IdentifierSpan[],
  { text }: Reading,
  defined: readonly Span[],
): readonly IdentifierSpan[] {
  if (defined.length === 0) return spans
  return spans.filter((span) => {
    const inside = defined.filter(({ start, end }) => start < span.end && span.start < end)
    if (inside.length === 0 || !BY_LOOKS.has(span.by)) return true
    return /[\p{Lu}\p{N}]/u.test(restOf(text, span, inside))
  })
}

/** Nor does anybody have to decide about them. */
export function withoutDefinedFlags(flags: readonly Flag[], defined: readonly Span[]): readonly Flag[] {
  return flags.filter((flag) => !defined.some(({ start, end }) => start <= flag.start && flag.end <= end))
}

const BY_LOOKS: ReadonlySet<IdentifierSpan['by']> = new Set(['names', 'places', 'safe-words', 'language', 'spread'])

function restOf(text: string, { start, end }: Span, taken: readonly Span[]): string {
  let rest = ''
  let at = start
  for (const one of taken) {
    rest += text.slice(at, Math.max(at, one.start))
    at = one.end
  }
  return rest + text.slice(at, Math.max(at, end))
}

function longestTermAt(words: readonly Word[], at: number, keys: ReadonlySet<string>): number {
  const phrase: Word[] = []
  let longest = 0
  for (let to = at; to < words.length && phrase.length < LONGEST; to += 1) {
    const word = wordAt(words, to)
    if (to > at && !/^(?:['’]s)?[ \n]$/u.test(word.gap)) break
    phrase.push(word)
    if (keys.has(keyOf(phrase.map(({ text }) => text))) && isHarmless(phrase)) longest = phrase.length
  }
  return longest
}

/** Everyday words alone; or, in a term of contracts or of time, known ones of which some are names too: "Working Day". */
function isHarmless(phrase: readonly Word[]): boolean {
  const capitals = phrase.filter(({ text }) => !JOINING.has(text))
  if (capitals.some(({ shape, ordinary }) => (shape !== 'title' && shape !== 'upper') || ordinary === 0)) return false
  if (capitals.every(({ ordinary, name, levels }) => ordinary === 2 && name <= 1 && levels.place === 0)) return true
  return capitals.length > 1 && capitals.some(isOfContracts)
}

function isOfContracts(word: Word): boolean {
  if (TIME_WORDS.has(word.text.toLowerCase())) return true
  return word.name <= 1 && (word.levels.safe > 0 || has(LEGAL_WORDS, word))
}

/** In the singular, without genitive: "Insured Risk" and "Insured Risks" are one term. */
function keyOf(words: readonly string[]): string {
  return words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/['’]s?$/u, '')
        .replace(/s$/u, ''),
    )
    .join(' ')
}

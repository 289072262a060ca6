import { overlaps, type Span } from '../../text/spans.ts'
import type { Flag, IdentifierSpan } from './identifier.ts'
import { COMPANY_ENDINGS, DETERMINERS, TITLES } from './names/cue-words.ts'
import { ROLES } from './names/roles.ts'
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

/** So much before a definition may name whom it calls so for short. */
const BEFORE = 120
/** What the value of a row may say, and it is a party: "Mark Day: Tenant". */
const LONGEST_ROLE = 3

/** The terms that a contract defines in a text, as it writes them, without the short names of parties: some are names nevertheless. */
export function definedTermsIn(text: string): readonly string[] {
  const defined = DEFINITIONS.flatMap((form) => [...text.matchAll(form)]).filter(
    ({ 1: term = '', index }) => !isShortName(term, text.slice(Math.max(0, index - BEFORE), index)),
  )
  const rows = DEFINES.test(text)
    ? [...text.matchAll(ROW)].filter(({ 0: row, index }) => !isRole(text, index + row.length))
    : []
  return [...new Set([...defined, ...rows].map(([, term = '']) => term))]
}

/** 'Mr Mark Day ("Mark Day")', 'Hope Services Ltd ("Hope Services")'; not 'the Annual Service Charge ("Service Charge")'. */
function isShortName(term: string, before: string): boolean {
  const [first = '', ...others] = term.split(' ')
  const words: readonly string[] = before.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  const at = words.lastIndexOf(first)
  if (at < 0) return false
  if (words.slice(Math.max(0, at - 2), at).some(isTitle)) return true
  const name = words.slice(at)
  if (name.some((word) => COMPANY_ENDINGS.has(word.toLowerCase()))) return true
  const lead = words.slice(0, at).findLast((word) => !/^\p{Lu}/u.test(word)) ?? ''
  return others.length > 0 && name.join(' ') === term && !DETERMINERS.has(lead)
}

function isTitle(word: string): boolean {
  return /^\p{Lu}/u.test(word) && TITLES.has(word.toLowerCase())
}

/** Whether what a row says from here on is only what somebody is. */
function isRole(text: string, from: number): boolean {
  const value = /^[^\t\n]*/u.exec(text.slice(from, from + BEFORE))?.[0] ?? ''
  const words: readonly string[] = value.match(/\p{L}+/gu) ?? []
  return words.length <= LONGEST_ROLE && words.some((word) => ROLES.has(word.toLowerCase()))
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
    const inside = defined.filter((one) => overlaps(one, span))
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

/**
 * Everyday words alone; or, in a term of contracts or of time, known ones of which some are names too: "Working Day". What is called so
 * may be a name as well: "Snagging List"; but a given name before a family name is somebody: "Mark Day".
 */
function isHarmless(phrase: readonly Word[]): boolean {
  const capitals = phrase.filter(({ text }) => !JOINING.has(text))
  if (capitals.some(({ shape, ordinary }) => (shape !== 'title' && shape !== 'upper') || ordinary === 0)) return false
  if (capitals.every((word) => word.name <= 1 && isEveryday(word))) return true
  if (capitals.length === 1 || capitals.some((word, at) => isGivenBefore(word, capitals[at + 1]))) return false
  return capitals.some(isOfContracts) || isCalledSo(capitals)
}

function isEveryday({ ordinary, levels }: Word): boolean {
  return ordinary === 2 && levels.place === 0
}

function isGivenBefore(word: Word, next: Word | undefined): boolean {
  return word.levels.first > 0 && (next?.levels.last ?? 0) > 0
}

/** Nobody is called as all but the last word, and that one is an everyday word. */
function isCalledSo(capitals: readonly Word[]): boolean {
  const { levels, ordinary } = wordAt(capitals, capitals.length - 1)
  return (
    ordinary === 2 &&
    levels.first === 0 &&
    capitals.slice(0, -1).every(({ name, levels: { place } }) => name + place === 0)
  )
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

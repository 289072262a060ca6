import { isFunctionWord } from '../../../text/function-words.ts'
import { BIRTH_WORDS, SHORT_EVENTS } from '../dates/day-cues.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { namesMeasure } from '../patterns/numbers/laboratory-values.ts'
import { COMMON_CAPITALS } from '../tokens/harmless-capitals.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordsUntil } from '../tokens/word-at.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** Characters behind a role that are looked at. */
const NEAR = 24

/** "C.S.", "R.-M. H.", "T. F." */
const DOTTED = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:[ -]?\p{Lu}\.){1,3}(?![\p{L}\p{N}])/gu

/** Whose name a judgment leaves out, beside the roles: "the child, T.", "Małoletni A.B.". */
const LEFT_OUT = new Set(
  'child minor baby kind minderjährige mineur mineure enfant menor hijo hija minore bambino bambina filho filha minderjarige kind zoon dochter małoletni małoletnia małoletniego małoletniej syn syna córka córki'.split(
    ' ',
  ),
)

/** Initials of somebody whose name was found, "Ciro Scognamiglio" being "C.S.", "S.C." and "CS"; and those behind what somebody is. */
export function findInitials({ text, words }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const persons = personsIn(words, found).map((person) => person.map(({ text: name }) => name.charAt(0)))
  const known = new Set(persons.map(keyOf))
  const written = new Set(persons.map((letters) => letters.join('').toUpperCase()).filter((word) => word.length > 1))
  const dotted = [...text.matchAll(DOTTED)].flatMap(({ 0: initials, index }) =>
    known.has(keyOf(initials.match(/\p{Lu}/gu) ?? [])) ? [spanOf(index, index + initials.length)] : [],
  )
  const capitals = words
    .filter((word) => word.shape === 'upper' && written.has(word.text) && isNothingElse(word))
    .map(({ start, end }) => spanOf(start, end))
  return [...dotted, ...capitals, ...behindRoles(text, words)]
}

function spanOf(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'person', by: 'spread', confidence: 0.7 }
}

/** "RM" may be Rosa Martín, and is an image before that. */
function isNothingElse({ ordinary, levels, text }: Word): boolean {
  return levels.safe === 0 && ordinary < 2 && !has(COMMON_CAPITALS, { text })
}

const FEWEST_INITIALS = 2
const MOST_INITIALS = 3
const BEFORE_DAY = /^[,:]? (?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2})(?![\p{L}\p{N}])/u
const SHORT_EVENT = new RegExp(`^(?:${SHORT_EVENTS})$`, 'u')
const LONGEST_DAY = ', 2021-12-24'.length + 1

/** "JH 02/11/1948": capitals before a day that are neither a test nor a visit nor a small word may be somebody's. */
export function mayBeInitials(text: string, word: Word): boolean {
  const { shape, text: letters, levels } = word
  if (shape !== 'upper' || letters.length < FEWEST_INITIALS || letters.length > MOST_INITIALS) return false
  if (levels.safe > 0 || namesMeasure(letters) || SHORT_EVENT.test(letters)) return false
  // "ICU"; two letters are sooner somebody’s.
  if (letters.length === MOST_INITIALS && has(COMMON_CAPITALS, word)) return false
  if (isFunctionWord(letters.toLowerCase())) return false
  return isBeforeDay(text, word)
}

const BIRTH_LABEL = new RegExp(`^${BIRTH_WORDS}$`, 'iu')

/** "DOB 02/11/1948", "FDN: 2.11.48". */
export function isLabelOfDay(text: string, word: Word): boolean {
  return BIRTH_LABEL.test(word.text) && isBeforeDay(text, word)
}

function isBeforeDay(text: string, { end }: Word): boolean {
  return BEFORE_DAY.test(text.slice(end, end + LONGEST_DAY))
}

/** "minore T.B.", "figlio di A.B.", "Kind L.", "M. R.": up to four letters with their points. */
const LETTERS =
  /^(?:(?:di|de|of|von|do|da|van|d['’]) )?(?<id>\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3})(?![\p{L}\p{N}])(?! \p{Lu}\p{Ll})/du

function behindRoles(text: string, words: readonly Word[]): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    const [next, behind] = [words[at + 1], words[at + 2]]
    const isLetter = [next, behind].some((each) => each?.shape === 'upper' && each.text.length === 1)
    if (next === undefined || !isLetter || !/^,? $/u.test(next.gap)) return []
    if (!has(LEFT_OUT, word) && (word.shape !== 'lower' || !has(ROLES, word))) return []
    const [start, end] = LETTERS.exec(text.slice(next.start, next.start + NEAR))?.indices?.groups?.id ?? [0, 0]
    return end > 0 ? [spanOf(next.start + start, next.start + end)] : []
  })
}

function personsIn(words: readonly Word[], found: readonly IdentifierSpan[]): readonly (readonly Word[])[] {
  let at = 0
  return found
    .filter(({ type }) => type === 'person')
    .flatMap(({ start, end }) => {
      while (at < words.length && (words[at]?.start ?? end) < start) at += 1
      const names = words
        .slice(at, wordsUntil(words, at, end))
        .filter((word) => isCapital(word) && word.text.length > 1)
      return names.length > 1 ? [names] : []
    })
}

/** Family name first or last. */
function keyOf(letters: readonly string[]): string {
  return letters
    .map((letter) => letter.toUpperCase())
    .toSorted()
    .join('')
}

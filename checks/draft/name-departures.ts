import { languageOf } from '../../text/languages.ts'
import { mayBeOneName } from '../../text/other-names.ts'
import { endsWithPlacing } from '../../text/prepositions.ts'
import { endsWithTitle, isTitle } from '../../text/personal-titles.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { AlignedWords, Gap } from '../aligned-words.ts'
import type { ReadPlace } from '../confirm.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { acrossFrom, areSwapped, copies, departure, type Departure, inPlace } from './departure.ts'
import { isOtherParty } from './party-roles.ts'

type Words = Gap['one']

export type NamesCompared = {
  readonly sentence: string
  readonly place: ReadPlace
  /** Words that name the place's document, which a sentence may use of all that it says. */
  readonly known: ReadonlySet<string>
  readonly lexicon: Lexicon
  /** The source that the place is in: who is named elsewhere in it may be the same person. */
  readonly source: string
}

/** Names of a sentence where the place has another one. */
export function otherNames(names: NamesCompared, aligned: AlignedWords): readonly Departure[] {
  const { sentence, place } = names
  const isCopy = copies(aligned)
  return aligned.gaps.flatMap((gap): readonly Departure[] => {
    const roles = inPlace(gap, aligned)
    if (roles && isOtherParty(roles[0].text, roles[1].text) && !areSwapped(...roles, aligned))
      return [departure('name', roles[0], roles[1], { sentence, text: place.text })]
    const [mine, yours] = [nameIn(gap.one), nameIn(acrossFrom(gap, aligned))]
    const isNew =
      isUnknownName(mine, yours, names) && (gap.other.length > 0 || gap.from > 0 || haveOneRole(mine, yours, names))
    const isOther = isNew || areListed(mine, yours, names) || (isCopy && areOfOneKind(mine, yours, names))
    return isOther && !areOfOne(mine, yours)
      ? [departure('name', spanOf(mine), spanOf(yours), { sentence, text: place.text })]
      : []
  })
}

function areOfOneKind(mine: Words, yours: Words, names: NamesCompared): boolean {
  return areOfPersons(mine, yours, names) || areOfPlaces(mine, yours, names)
}

/** "Bill Price" may be William Price, and what is in Munich is in Germany: to be compared. */
function areOfOne(mine: Words, yours: Words): boolean {
  const [one, other] = [mine, yours].map((words) => words.map(({ text }) => text).join(' ')) as [string, string]
  const isEach = mine.length === yours.length && mine.every(({ text }, at) => mayBeOneName(text, yours[at]?.text ?? ''))
  return isEach || mayBeOneName(one, other)
}

function isHere(word: string, { known, place }: NamesCompared): boolean {
  return known.has(word) || [...place.headSaid.terms, ...place.said.terms].some((term) => isSameWord(term.word, word))
}

/** A name that no language has as a word, and that the place has not, where it has another or several words with a capital. */
function isUnknownName(mine: Words, yours: Words, names: NamesCompared): boolean {
  const { lexicon } = names
  const proper = mine.filter(({ text }) => text.length > 1 && !lexicon.isOrdinary(text))
  const isNew = proper.length > 0 && !proper.some(({ text }) => isHere(text, names))
  return isNew && (yours.length > 1 || yours.some(({ text }) => !lexicon.isOrdinary(text)))
}

/** "Chile" and "Norway" are ordinary words as well; a sentence may begin with any. Two places, for a person has several names. */
function areListed(mine: Words, yours: Words, names: NamesCompared): boolean {
  const isListed = (words: Words) =>
    words.length > 0 && words.every(({ text, start }) => start > 0 && names.lexicon.isPlace(text))
  return isListed(mine) && isListed(yours) && !mine.some(({ text }) => isHere(text, names))
}

/**
 * Two names of places, each behind a word such as "in", of which the source has the first nowhere: "in Chicago" for "in Boston", though Boston
 * is a family name as well.
 */
function areOfPlaces(mine: Words, yours: Words, names: NamesCompared): boolean {
  const { sentence, place, lexicon } = names
  const isPlaced = ([first]: Words, text: string) => first !== undefined && endsWithPlacing(text.slice(0, first.start))
  if (!isPlaced(mine, sentence) || !isPlaced(yours, place.text)) return false
  const arePlaces = [mine, yours].every((words) => words.some(({ text }) => lexicon.mayBePlace(text)))
  return (arePlaces || areAlsoPlaces(mine, yours, names)) && isNowhere(mine, names)
}

/** "In Reading" for "in Nice": one word each with a capital within the sentence, where no common noun has one. */
function areAlsoPlaces(mine: Words, yours: Words, { sentence, lexicon }: NamesCompared): boolean {
  if (languageOf(sentence) === 'de') return false
  return [mine, yours].every(
    (words) => words.length === 1 && words.every(({ text, start }) => start > 0 && lexicon.isAlsoPlace(text)),
  )
}

/** How a name is known to be a person's: its words stand behind a title, or behind the initial or first name of somebody; or they are first and last name. */
type Role = 'titled' | 'behind a first name' | 'first and last name'

/**
 * Two names of persons in one role, of which the source has the first nowhere. A first name alone may be that of a person whom the
 * place calls by the last one.
 */
function areOfPersons(mine: Words, yours: Words, names: NamesCompared): boolean {
  return haveOneRole(mine, yours, names) && isNowhere(mine, names)
}

function isNowhere(words: Words, { source, known }: NamesCompared): boolean {
  const there = new Set(source.toLowerCase().match(WORD))
  return !words.some(({ text }) => there.has(text) || known.has(text))
}

const WORD = /[\p{L}\p{N}]+/gu

const INITIAL = /(?:^|[^\p{L}])\p{Lu}\.\s*$/u
const BEFORE = /(\p{Lu}[\p{L}'’-]+)\s+$/u

function isOfPerson(word: string, { isOrdinary, isName }: Lexicon): boolean {
  return !isOrdinary(word) || isName(word)
}

/** What a sentence or a place begins with may be one person by two names ("Tom Baker", Thomas Baker), or the label of an entry. */
function haveOneRole(mine: Words, yours: Words, { sentence, place, lexicon }: NamesCompared): boolean {
  const role = roleOf(mine, sentence, lexicon)
  return role !== null && role === roleOf(yours, place.text, lexicon)
}

function roleOf(words: Words, text: string, lexicon: Lexicon): Role | null {
  const [first] = words
  if (!first) return null
  const before = text.slice(0, first.start)
  const areNames = words.every(({ text: word }) => word.length > 1 && isOfPerson(word, lexicon))
  if (endsWithTitle(before)) return areNames || words.length === 1 ? 'titled' : null
  if (!areNames) return null
  if (isBehindFirstName(before, lexicon)) return 'behind a first name'
  return words.length > 1 && words.every(({ text: word }) => lexicon.isName(word)) ? 'first and last name' : null
}

function isBehindFirstName(before: string, lexicon: Lexicon): boolean {
  const given = BEFORE.exec(before)?.[1]?.toLowerCase()
  return INITIAL.test(before) || (given !== undefined && lexicon.isName(given))
}

/** The words with a capital among these. One ordinary word of the kind, such as Defendant, may stand for a name. */
function nameIn(words: Words): Words {
  const capitals = words.filter(
    ({ text, isCapital }) => isCapital && !isTitle(text) && !SMALL.has(text) && !/\d/.test(text),
  )
  return capitals.some(({ text }) => text.length > 1) ? capitals : []
}

/** They have a capital where a sentence begins. */
const SMALL = new Set('the a an this that in on at of and by'.split(' '))

function spanOf(words: Words): { readonly start: number; readonly end: number } {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
}

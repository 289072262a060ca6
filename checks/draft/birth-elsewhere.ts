import { type Birth, birthsIn, isBirthWord, isSameBirth } from '../../text/births.ts'
import { isTitle } from '../../text/personal-titles.ts'
import { hasQualifier } from '../../text/qualifiers.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { Statement, Term } from '../claim-statement.ts'
import type { CheckedSource } from '../find-support.ts'
import type { Place } from '../places.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { departure, type Departure } from './departure.ts'

/** `departure`: null where the page gives it as the sentence does, which says nothing else. */
type BirthFound = { readonly at: Sourced; readonly departure: Departure | null }

type Sourced = { readonly source: string; readonly place: Place }

/**
 * The day or year of birth that a page gives otherwise, in whatever words, where the person is named beside it: "born in 1961" against
 * "Date of birth: 3 May 1962". None where a page gives it as the sentence does, or where another person may be meant: one has only one
 * birth, and a page that names the person once gives it for nobody else where it gives no other.
 */
export function birthElsewhere(
  claim: Statement,
  { sources, places, lexicon }: { sources: readonly CheckedSource[]; places: readonly Sourced[]; lexicon: Lexicon },
): BirthFound | null {
  const [birth, ...others] = birthsIn(claim.text)
  if (!birth || others.length > 0 || speaksOfRelatives(claim.text)) return null
  const stated = places.flatMap((at) => birthsIn(at.place.text).map((its) => ({ at, its })))
  const names = claim.terms.filter(({ word, isCapital }) => isCapital && !lexicon.isOrdinary(word) && !isTitle(word))
  const same = stated.find(({ its }) => isSameBirth(its, birth))
  if (same) return saysNothingElse(claim, names) ? { at: same.at, departure: null } : null
  if (stated.length === 0) return null
  const births = oneOfEach(stated.map(({ its }) => its))
  const isNamed = ({ source, place }: Sourced) => {
    const text = sources.find((one) => one.source === source)?.text ?? ''
    const words =
      around(text, place)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []
    return (
      names.every(({ word }) => words.some((other) => isSameWord(word, other))) &&
      oneOfEach(birthsIn(text)).length === 1
    )
  }
  const found = stated.find(({ at }) => (names.length > 0 ? isNamed(at) : births.length === 1) && isOfPerson(at.place))
  if (!found) return null
  const { at, its } = found
  return { at, departure: departure('value', birth, its, { sentence: claim.text, text: at.place.text }) }
}

/** A place with its headings and the lines above and below it: the doctor at the end of a page is born on another day. */
function around(text: string, { start, end, head }: Place): string {
  const above = text
    .slice(0, start)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const below = text
    .slice(end)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [head, above.at(-1), text.slice(start, end), below[0]].join('\n')
}

function saysNothingElse({ terms, values, states }: Statement, names: readonly Term[]): boolean {
  const rest = terms.filter((term) => !names.includes(term) && !isTitle(term.word) && !isBirthWord(term.word))
  return rest.length === 0 && values.length === 1 && states.length === 0
}

function isOfPerson({ text, head }: Place): boolean {
  return !speaksOfRelatives(text) && !speaksOfRelatives(head)
}

function speaksOfRelatives(text: string): boolean {
  return hasQualifier(text, 'relative')
}

function oneOfEach(births: readonly Birth[]): readonly Birth[] {
  return births.filter((birth, at) => births.findIndex((other) => isSameBirth(birth, other)) === at)
}

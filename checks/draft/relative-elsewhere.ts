import { countNegations } from '../../text/negation.ts'
import type { Span } from '../../text/spans.ts'
import { isNamedThere, thingsNamed } from '../../text/same-things.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { type Statement, statementOf } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { departure, type DepartingPlace } from './departure.ts'

const RELATIVE =
  /(?<!\p{L})(?:(?:grand)?(?:mother|father)|sister|brother|son|daughter|uncle|aunt|husband|wife|(?:groß)?(?:mutter|vater)|schwester|bruder|sohn|tochter|onkel|tante|ehemann|ehefrau|m[èe]re|père|sœur|frère|madre|padre|hermana|hermano|sorella|fratello)(?!\p{L})/giu
const ENDS = /[,;.]|(?<!\p{L})(?:and|but|while|und|aber|et|mais|y|pero|e|ma)(?!\p{L})/iu

/** What a part of a sentence says of one relative. */
type OfRelative = { readonly at: Span; readonly who: string; readonly words: readonly string[]; readonly part: string }

/**
 * The place that says of another relative what a sentence says of one: "Her father had diabetes" of "Mother had diabetes, father had hypertension". Only where the
 * place names the relative too, and no place says that of both.
 */
export function relativeElsewhere(claim: Statement, places: readonly Place[]): DepartingPlace | null {
  if (countNegations(claim.text) > 0) return null
  const single = places.filter(({ kind, text }) => kind !== 'two-sentences' && relativesIn(text).length > 0)
  const read = single.map((place) => ({ place, said: relativesIn(place.text) }))
  for (const mine of relativesIn(claim.text)) {
    const isSaid = ({ words }: OfRelative) => mine.words.every((word) => words.some((other) => isSameWord(word, other)))
    const isOfSame = ({ who }: OfRelative) => isSameWord(who, mine.who)
    if (mine.words.length === 0 || read.some(({ said }) => said.some((one) => isOfSame(one) && isSaid(one)))) continue
    for (const { place, said } of read) {
      const other = said.find((one) => !isOfSame(one) && isSaid(one))
      if (!other || !said.some(isOfSame) || TOO.test(place.text)) continue
      if (said.some((one) => isOfSame(one) && isCalledThere(mine, one))) continue
      return { place, departure: departure('name', mine.at, other.at, { sentence: claim.text, text: place.text }) }
    }
  }
  return null
}

/** Of the parts of a text those that name one relative and deny nothing. */
function relativesIn(text: string): readonly OfRelative[] {
  let from = 0
  return text.split(ENDS).flatMap((part): readonly OfRelative[] => {
    const start = text.indexOf(part, from)
    from = start + part.length
    const [one, ...others] = part.matchAll(RELATIVE)
    if (!one || others.length > 0 || countNegations(part) > 0) return []
    const who = one[0].toLowerCase()
    const words = statementOf(part).terms.filter(({ word }) => !isSameWord(word, who))
    const at = { start: start + one.index, end: start + one.index + who.length }
    return [{ at, who, part, words: words.map(({ word }) => word).filter((word) => !LIGHT.has(word)) }]
  })
}

/** "Her sister has epilepsy, as has her brother." */
const TOO =
  /(?<!\p{L})(?:too|also|as has|as did|as well|both|likewise|auch|ebenfalls|ebenso|aussi|también|anche)(?!\p{L})/iu

/** "Asthmatic" of one who has asthma, "CVA" of a stroke. */
function isCalledThere(mine: OfRelative, other: OfRelative): boolean {
  const things = thingsNamed(mine.part)
  return things.some(({ others }) => isNamedThere(others, other.part))
}

/** What says that somebody has something, and not what. */
const LIGHT = new Set(
  'has had have suffered suffers diagnosed known history disease family hat hatte litt leidet'.split(' '),
)

import { overlaps, type Span } from '../../text/spans.ts'
import { type Language, languageOf } from '../../text/languages.ts'
import { wordNumbersIn } from '../../text/number-words.ts'
import type { AlignedWords } from '../aligned-words.ts'
import { isSameValue, type Statement, type Value } from '../claim-statement.ts'
import type { ReadPlace } from '../confirm.ts'
import { departure, type Departure, inPlace } from './departure.ts'

/**
 * In a copy a number at the very place of another: "sections 2 and 2" of "sections 1 and 2", "more than five and not more than five" of
 * "more than five and not more than ten". The place has the number too, for something else.
 */
export function otherFigures(claim: Statement, { said, text }: ReadPlace, aligned: AlignedWords): readonly Departure[] {
  const language = languageOf(claim.text) ?? 'en'
  const all = aligned.gaps.flatMap((gap): readonly Swap[] => {
    const words = inPlace(gap, aligned)
    if (!words || gap.other.length === 0) return []
    const [mine, yours] = words
    const [written, stands] = [numberOf(mine.text, language), numberOf(yours.text, language)]
    if (written === null || stands === null || written === stands) return []
    const [value, other] = [valueAt(mine, claim), valueAt(yours, said)]
    // "2.50" is 2.5, and "24/6/21" is 24/6/2021.
    if (value && other && isSameValue(value, claim, other, said)) return []
    return [{ written, stands, mine: value ?? mine, yours: other ?? yours }]
  })
  return all
    .filter((one) => !all.some((other) => isListedOtherwise(one, other, claim.text)))
    .map(({ mine, yours }) => departure('value', mine, yours, { sentence: claim.text, text }))
}

type Swap = { readonly written: number; readonly stands: number; readonly mine: Span; readonly yours: Span }

/** "Clauses 3.2 and 3.1" are clauses 3.1 and 3.2; "ramipril 75 mg and aspirin 5 mg" are other doses. */
function isListedOtherwise(one: Swap, other: Swap, text: string): boolean {
  if (one.written !== other.stands || one.stands !== other.written) return false
  const [first, second] = one.mine.start < other.mine.start ? [one.mine, other.mine] : [other.mine, one.mine]
  return BETWEEN_LISTED.test(text.slice(first.end, second.start))
}

/** At most a unit or the end of a number, and what joins two of a list, in the languages that are read. */
const BETWEEN_LISTED =
  /^[.\d]*\s?(?:[\p{L}%°]{1,4}\s)?\s*(?:[,;&]|and|or|und|oder|et|ou|y|o|e|en|of|i|lub)\s*(?:\d+\.)?$/iu

function valueAt(span: Span, { values }: Statement): Value | undefined {
  return values.find((value) => overlaps(value, span))
}

/** In figures, or in the words of the language; no ordinal, which is compared with the day or thing that it counts. "Once" is Spanish for 11. */
function numberOf(word: string, language: Language): number | null {
  if (/^\p{Nd}+$/u.test(word)) return Number(word)
  const [number] = wordNumbersIn(word, [language])
  return number && !number.isOrdinal && number.start === 0 && number.end === word.length ? number.value : null
}

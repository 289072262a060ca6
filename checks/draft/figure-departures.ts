import { overlaps, type Span } from '../../text/spans.ts'
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
  return aligned.gaps.flatMap((gap) => {
    const words = inPlace(gap, aligned)
    if (!words || gap.other.length === 0) return []
    const [mine, yours] = words
    const [written, stands] = [numberOf(mine.text), numberOf(yours.text)]
    if (written === null || stands === null || written === stands) return []
    const [value, other] = [valueAt(mine, claim), valueAt(yours, said)]
    // "2.50" is 2.5, and "24/6/21" is 24/6/2021.
    if (value && other && isSameValue(value, claim, other, said)) return []
    return [departure('value', value ?? mine, other ?? yours, { sentence: claim.text, text })]
  })
}

function valueAt(span: Span, { values }: Statement): Value | undefined {
  return values.find((value) => overlaps(value, span))
}

/** In figures, or in the words of any language that is read; no ordinal, which is compared with the day or thing that it counts. */
function numberOf(word: string): number | null {
  if (/^\p{Nd}+$/u.test(word)) return Number(word)
  const [number] = wordNumbersIn(word)
  return number && !number.isOrdinal && number.start === 0 && number.end === word.length ? number.value : null
}

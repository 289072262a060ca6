import { convert } from '../units/convert.ts'
import type { Run } from '../infer/run.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { sayUnit } from '../units/say-unit.ts'
import { isExact } from '../values/is-exact.ts'
import { sayNumber } from '../values/say-number.ts'
import type { Value } from '../values/value.ts'
import { type Mention, sayFilled } from './say-calculation.ts'
import { placeOfValue, showComputed } from './show-computed.ts'

const SIGNS = { '>=': '≥', '<=': '≤', '!=': '≠' } as const

/** What the author wrote with values in place of its variables, in words: `2025-03-31 minus 6 months`, `78 years ≥ 75 years`. */
export function filledText(text: string, { prepared, slots }: Run, vocabulary: Vocabulary): string {
  const mention: Mention = (name, beside) => {
    const slot = prepared.variables.indexOf(name)
    const value = slots[slot]
    if (value === undefined) return { text: name, isWhole: true }
    const place = placeOfValue(value, [{ kind: 'slot', slot }], prepared, vocabulary)
    const said = showComputed(value, [{ kind: 'slot', slot }], prepared, vocabulary, 'full').text
    // "2 to 3 days" inside a calculation needs brackets; "2 days" does not.
    return { text: said + inOtherUnit(value, place, beside), isWhole: said.split(' ').length <= 2 }
  }
  return withSigns(sayFilled(text, mention, vocabulary))
}

/** Beside a limit in another unit a value is said in that one too: "12 mg/dL (1061 µmol/L)". */
function inOtherUnit(value: Value, place: Place | null, unit: string | undefined): string {
  if (place?.kind !== 'number' || place.unit === null || unit === undefined || unit === place.unit) return ''
  if (value.kind !== 'number' || !isExact(value)) return ''
  const converted = convert(value.low, place.unit, unit, place.substance)
  return ` (${sayNumber(converted.toSignificantDigits(DIGITS))} ${sayUnit(unit, converted)})`
}

const DIGITS = 4

/** `>=` as people write it. */
export function withSigns(text: string): string {
  return text.replaceAll(/>=|<=|!=/g, (written) => SIGNS[written as keyof typeof SIGNS])
}

import type { IdentifierSpan } from '../identifier.ts'
import { EXTENSION_WORDS } from './phone-cues.ts'

/** "ext. 3317", "poste 4 61 27", "bleep 214"; a joint is turned by "ext. 30°". */
const EXTENSION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<word>${EXTENSION_WORDS})(?:\\s(?:nr|n[º°]|no|number))?[.:]{0,2}\\s?(?<id>\\d(?:[ .-]?\\d){2,5})(?![\\p{L}\\p{N}°%]|\\s?(?:°|mg|ml|mm|cm|Grad|grad|g\\b)|[.,:/]\\d)`,
  'dgiu',
)
/** These mean other things too, before a number of three figures. */
const WITH_OTHER_SENSE = /^(?:ext|int|interno|interni|anexo)$/iu
/** What stands behind a number and has its last figures anew: "· Fax -4189", ", -12". */
const TAIL =
  /^\s?(?:[·,;/|]|oder|und|bzw\.?|or|et|ou|lub|of)?\s?(?:(?:tele)?fax|fx|f|dw|durchwahl|mobil|sekretariat)?\.?:?\s?(?<id>[-–]\s?\d{2,5})(?![\d/%]|[.,]\d|\s?(?:°|mg|ml))/iu
const NEAR = 40

/** Numbers of telephones inside a house, behind their word or behind the number of the house. */
export function findExtensions(text: string, phones: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const labelled = [...text.matchAll(EXTENSION)].flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    const isShort = (groups?.id ?? '').replace(/\D/gu, '').length < 4
    return isShort && WITH_OTHER_SENSE.test(groups?.word ?? '') ? [] : [asPhone(start, end)]
  })
  return [...labelled, ...phones.flatMap(({ end }) => tailsFrom(text, end))]
}

/** Each behind the one before. */
function tailsFrom(text: string, from: number): readonly IdentifierSpan[] {
  const match = TAIL.exec(text.slice(from, from + NEAR))
  const written = match?.groups?.id
  if (!match || written === undefined) return []
  const end = from + match[0].length
  return [asPhone(end - written.length, end), ...tailsFrom(text, end)]
}

function asPhone(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'phone', by: 'pattern', confidence: 0.75 }
}

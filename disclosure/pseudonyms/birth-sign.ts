import type { Span } from '../../text/spans.ts'
import { KIN } from '../identifiers/dates/age-words.ts'
import { BIRTH_WORDS, BIRTHDAY } from '../identifiers/dates/day-cues.ts'
import { cellsOf, cellsUnder, isHead, lineOf } from '../identifiers/dates/table-cells.ts'
import type { IdentifierSpan } from '../identifiers/identifier.ts'

/** How a text says that a date is a day of birth: in words, or only by its place beside somebody's name. */
export type BirthSign = 'told' | 'beside'

/** Right before the date: "Jahrgang 1951", "(b. 1951", "DN: 14/03/1951"; the Polish "dn." says only that a day follows. */
const YEAR_OF_BIRTH = '(?:jahrgangs?|jg|rocznik|classe|leva|(?-i:DN))'

/** With at most a place between it and the date: "born at Leeds on", "geb. am". */
const TOLD_BEFORE = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])${BIRTH_WORDS}(?![\\p{L}\\p{N}])|[*✱])[^\\n.;!?\\d]{0,4}\\.?[^.;!?\\d\\n]{0,30}\\n?[^\\p{L}\\d]{0,4}$|(?<![\\p{L}\\p{N}.])(?:${YEAR_OF_BIRTH}|b(?=\\.))\\.?:?\\s?['’]?$`,
  'iu',
)
const TOLD_BEHIND = new RegExp(
  `^(?:[\\s,(]{1,3}(?:d\\.?o\\.?b|date of birth|birthdate|${BIRTHDAY}|geb(?:oren|urtsdatum)?)(?!\\p{L})|(?:\\s(?:in|zu|te|w|we)\\s\\p{L}{2,20})?\\s(?:geborene[nrms]?|geboren|urodzon[aey]\\p{L}{0,3})(?!\\p{L}))`,
  'iu',
)
const NEAR = 80

const MARK = '\ufffc'
const SEX_WORD =
  '(?:(?:fe)?male|männlich|weiblich|divers|masculin|féminin|homme|femme|masculino|femenino|feminino|maschio|femmina|man|vrouw|mężczyzna|kobieta)'
const SEX = `(?<!\\p{L})(?:${SEX_WORD}|(?-i:[MF])|(?<=[(|,/\\t]\\s?)[mfwvkhd](?=\\s?[)|,/\\t]))(?!\\p{L})`
const NAMES_A_SEX = new RegExp(SEX, 'iu')

/** What stands between a name and the date of the same person: marks, a sex, and labels of what is replaced. */
const OF_THE_SAME = new RegExp(`^(?:[\\s,(){}|:;/.-]|\\u2013|${SEX})*$`, 'iu')
const BEFORE_A_MARK = new RegExp(
  `^(?:[\\s,(){}|:;/.-]|\\u2013|${SEX})*(?:(?<!\\p{L})[\\p{L}. ]{1,20}[:#.]?\\s?)?$`,
  'iu',
)
const FARTHEST_NAME = 120

const KIN_BEFORE = new RegExp(`(?<!\\p{L})${KIN}(?!\\p{L})[^.!?\\n]{0,80}$`, 'iu')
const KIN_RIGHT_BEFORE = new RegExp(`(?<!\\p{L})${KIN}[\\s,(|:;]{1,3}$`, 'iu')

/** Of a date in a text of which `masks` are replaced, in their order. */
export function birthSign(text: string, date: Span, masks: readonly IdentifierSpan[]): BirthSign | null {
  const row = rowOf(text, date)
  // What stands above a row is the head of another column.
  const from = Math.max(row?.start ?? 0, date.start - NEAR)
  const before = text.slice(from, date.start)
  if (TOLD_BEFORE.test(before) || KIN_RIGHT_BEFORE.test(before)) return 'told'
  if (TOLD_BEHIND.test(text.slice(date.end, date.end + NEAR))) return 'told'
  if (row !== null && isHeadedAsBirth(text, date, row)) return 'told'
  const beside = signBesideName(text, date, masks)
  return beside ?? (row !== null && masksWithin(masks, row.start, row.end).some(isPerson) ? 'beside' : null)
}

/** "Edwin Calloway, 14/03/1951", "CALLOWAY, Edwin (M) 14/03/1951", "Calloway, MRN 4711, 14.3.1951"; of a son the name is told with its day. */
function signBesideName(text: string, { start }: Span, masks: readonly IdentifierSpan[]): BirthSign | null {
  const at = masks.findLastIndex(({ type, end }) => type === 'person' && end <= start && start - end <= FARTHEST_NAME)
  const name = masks[at]
  if (!name) return null
  const between = masksWithin(masks, name.end, start)
  if (between.some(({ type }) => type === 'date')) return null
  const left = withMarks(text, name.end, start, between)
  const labels = left.split(MARK)
  if (!OF_THE_SAME.test(labels.pop() ?? '') || !labels.every((label) => BEFORE_A_MARK.test(label))) return null
  const from = Math.max(0, name.start - FARTHEST_NAME)
  const isKin = KIN_BEFORE.test(withMarks(text, from, name.start, masksWithin(masks, from, name.start)))
  return isKin || NAMES_A_SEX.test(left) ? 'told' : 'beside'
}

function masksWithin(masks: readonly IdentifierSpan[], from: number, to: number): readonly IdentifierSpan[] {
  return masks.filter(({ start, end }) => start >= from && end <= to)
}

function withMarks(text: string, from: number, to: number, masks: readonly Span[]): string {
  let left = ''
  let at = from
  for (const { start, end } of masks) {
    left += text.slice(at, start) + MARK
    at = end
  }
  return left + text.slice(at, to)
}

const IS_BIRTH_HEAD = new RegExp(`(?<![\\p{L}\\p{N}])${BIRTH_WORDS}(?![\\p{L}\\p{N}])`, 'iu')

/** Characters above a cell in which the head of its column is looked for. */
const FARTHEST_HEAD = 8000

/** The line of a date where it has several cells. */
function rowOf(text: string, date: Span): Span | null {
  const row = lineOf(text, date, FARTHEST_HEAD)
  return row === null || cellsOf(text, row).length < 2 ? null : row
}

/** A day in a column, or a row, that is headed as one of births. */
function isHeadedAsBirth(text: string, date: Span, row: Span): boolean {
  const [first = date, ...others] = cellsOf(text, { start: row.start, end: date.start })
  if (others.length > 0 && isHead(text.slice(first.start, first.end), IS_BIRTH_HEAD)) return true
  const above = text.slice(Math.max(0, row.start - FARTHEST_HEAD), row.end)
  const column = cellsUnder(above, IS_BIRTH_HEAD)
  const at = date.start - (row.end - above.length)
  return column.some(({ start, end }) => start <= at && at <= end)
}

function isPerson({ type }: IdentifierSpan): boolean {
  return type === 'person'
}

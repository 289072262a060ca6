import { numberWordsIn } from '../../text/number-words.ts'
import { figuresIn } from '../../text/numbers.ts'
import { type Measure, measuresIn } from '../../text/measures.ts'
import { isCurrency } from '../../text/money.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import type { DraftFound } from './draft-finding.ts'

const TOTAL =
  /\b(?:together|altogether|in total|in all|totall?ing|a total of|total(?:s|led)? (?:of|is|to)|amount(?:s|ing) to|comes? to|making|in sum|insgesamt|zusammen|au total|en total|in totale)\b/iu
const EACH = /^\s+(?:\p{L}[\p{L}’'-]*\s+){1,4}?(?:at|of|@|zu je|zu|je|à)\s+(?:about\s+)?[£$€]?\s*$/iu
const FOR_EACH = /^\s*(?:each|apiece|per \p{L}+|a \p{L}+|je)?/iu
const BETWEEN_PARTS = /^(?:[^.;:]{0,40}?)(?:,|\band\b|\bplus\b|\bund\b|&)\s*(?:[^.;:,]{0,30}?)$/iu
const SIGN = '[£$€]?\\s*'
const NUMBER = '\\d{1,3}(?:[, ’]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const EXPRESSION = new RegExp(
  `${SIGN}(${NUMBER})((?:\\s*[+×x*·−–-]\\s*${SIGN}(?:${NUMBER}))+)\\s*(?:=|equals|makes)\\s*${SIGN}(${NUMBER})`,
  'giu',
)
const STEP = new RegExp(`([+×x*·−–-])\\s*${SIGN}(${NUMBER})`, 'giu')
/** Of binary fractions, and of a result that is rounded to the last figure written. */
const SLACK = 1e-6

/** Calculations of a sentence that do not come out: "three quarters at £6,180, together £18,240", "3 × 7 = 20", "£5 and £7, in total £13". */
export function checkSums(sentence: string): readonly DraftFound[] {
  const written = [...sentence.matchAll(EXPRESSION)].flatMap(expression)
  const told = written.length > 0 ? [] : totals(sentence)
  return [...written, ...told, ...doubled(sentence)]
}

const IN_FIGURES = /^\s?\(\s?(\d{1,4})\s?\)/u

/** A number in words and in figures that are not the same: "ten (11) days", "34 (thirty) days". */
function doubled(sentence: string): readonly DraftFound[] {
  return numberWordsIn(sentence).flatMap(({ start, end, value, isOrdinal }): readonly DraftFound[] => {
    if (isOrdinal) return []
    const behind = IN_FIGURES.exec(sentence.slice(end))
    const before = /(?<![\d.,])(\d{1,4})\s?\(\s?$/u.exec(sentence.slice(0, start))
    const closes = /^\s?\)/u.test(sentence.slice(end))
    const figure = behind?.[1] ?? (closes ? before?.[1] : undefined)
    if (figure === undefined || Number(figure) === value) return []
    const from = behind ? start : start - (before?.[0].length ?? 0)
    const to = behind ? end + behind[0].length : end + 1
    return [wrong({ start: from, end: to }, `${sentence.slice(start, end)} ≠ ${figure}`)]
  })
}

function expression({
  0: whole,
  1: first = '',
  2: steps = '',
  3: result = '',
  index,
}: RegExpExecArray): readonly DraftFound[] {
  let value = plain(first)
  const parsed = [...steps.matchAll(STEP)].map(({ 1: sign = '', 2: number = '' }) => ({ sign, number: plain(number) }))
  const isProduct = parsed.every(({ sign }) => /[×x*·]/i.test(sign))
  const isSum = parsed.every(({ sign }) => !/[×x*·]/i.test(sign))
  if (!isProduct && !isSum) return []
  for (const { sign, number } of parsed)
    value = isProduct ? value * number : sign === '+' ? value + number : value - number
  if (isClose(value, plain(result), result)) return []
  const start = index + whole.lastIndexOf(result)
  const calculation = `${whole.slice(0, whole.search(/=|equals|makes/i)).trim()} = ${shown(value)}`
  return [wrong({ start, end: start + result.length }, calculation)]
}

/** A total in words behind its parts. */
function totals(sentence: string): readonly DraftFound[] {
  const amounts = measuresIn(sentence).filter(({ isPlace, plain: value }) => !isPlace && Number.isFinite(value))
  return amounts.flatMap((total, at) => {
    const last = amounts[at - 1]
    if (!last || !TOTAL.test(sentence.slice(last.whole.end, total.whole.start))) return []
    const times = countBefore(sentence, last)
    if (times) return product(sentence, times, last, total)
    return sum(sentence, amounts.slice(0, at), total)
  })
}

type Count = Span & { readonly value: number }

/** "Three quarters at" before an amount; another amount is no count. */
function countBefore(sentence: string, each: Measure): Count | null {
  const amounts = measuresIn(sentence).filter(({ unit }) => unit?.dimension === each.unit?.dimension)
  const counts: readonly Count[] = [
    ...figuresIn(sentence).map(({ start, end, value }) => ({ start, end, value: Number(value) })),
    ...numberWordsIn(sentence),
  ]
  const before = counts.filter((count) => !amounts.some(({ whole }) => overlaps(whole, count)))
  const { start } = each.whole
  return before.find(({ end }) => end < start && EACH.test(sentence.slice(end, start))) ?? null
}

function product(sentence: string, times: Count, each: Measure, total: Measure): readonly DraftFound[] {
  if (each.unit?.dimension !== total.unit?.dimension) return []
  const value = times.value * amountOf(sentence, each)
  if (isClose(value, amountOf(sentence, total), total.figure)) return []
  const amount = amountText(sentence, each)
  return [wrong(total.whole, `${times.value} × ${amount} = ${like(amount, value)}`)]
}

function sum(sentence: string, before: readonly Measure[], total: Measure): readonly DraftFound[] {
  const parts = partsBefore(sentence, before, total)
  if (parts.length < 2) return []
  const sums = parts.map((_, at) => parts.slice(at).reduce((whole, part) => whole + amountOf(sentence, part), 0))
  if (sums.slice(0, -1).some((value) => isClose(value, amountOf(sentence, total), total.figure))) return []
  const texts = parts.map((part) => amountText(sentence, part))
  return [wrong(total.whole, `${texts.join(' + ')} = ${like(texts[0] ?? '', sums[0] ?? 0)}`)]
}

/** The amounts of the total's own unit that stand in one list directly before it; none where anything else stands among them. */
function partsBefore(sentence: string, before: readonly Measure[], total: Measure): readonly Measure[] {
  const isAlike = ({ unit }: Measure) =>
    unit !== null && unit.dimension === total.unit?.dimension && unit.times === total.unit.times
  const parts: Measure[] = []
  for (const part of before.toReversed()) {
    const next = parts[0]
    if (!isAlike(part)) break
    if (next && !BETWEEN_PARTS.test(sentence.slice(part.whole.end, next.whole.start))) break
    parts.unshift(part)
  }
  return parts
}

/** "1.200 €" is twelve hundred: no money has three decimals. */
function amountOf(sentence: string, { at, plain: value, times, unit }: Measure): number {
  const written = sentence.slice(at.start, at.end)
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/.test(written) && unit !== null && isCurrency(unit.dimension)
  return isGrouped ? Number(written.replaceAll('.', '')) * times : value
}

function amountText(sentence: string, { whole }: Measure): string {
  return sentence.slice(whole.start, whole.end).replace(FOR_EACH, '').trim()
}

/** A number as another is written: with its currency and its separators. */
function like(amount: string, value: number): string {
  return amount.replace(/\d[\d., ’]*\d|\d/u, shown(value))
}

function shown(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Number.isInteger(rounded)
    ? rounded.toLocaleString('en')
    : rounded.toLocaleString('en', { minimumFractionDigits: 2 })
}

function plain(number: string): number {
  return Number(number.replaceAll(/[, ’]/g, ''))
}

/** A result may be rounded to its last figure. */
function isClose(value: number, stated: number, written: string): boolean {
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0
  const half = decimals > 0 ? 0.5 / 10 ** decimals : 0
  return Math.abs(value - stated) <= half + SLACK * Math.max(1, Math.abs(value))
}

function wrong(span: Span, calculation: string): DraftFound {
  const { start, end } = span
  const said = { code: 'sum' as const, calculation }
  return { kind: 'sum', start, end, verdict: 'contradicted', words: [{ start, end }], said, instead: null, at: [] }
}

const TOTAL_ROW = /^\s*\|?\s*(?:\*\*)?(?:grand\s+)?(?:total|sum|gesamt|summe|insgesamt|totale?)\b/iu
const CELL = /^[£$€]?\s*(-?\d[\d,’ ]*(?:\.\d+)?)\s*(?:%|[£$€]|\p{L}{1,4})?$/u
const ROWS_AT_LEAST = 2

/** Totals of a table that are not the sum of the rows above; offsets into the text of the table, a row a line and cells parted by tabs. */
export function checkTable(table: string): readonly DraftFound[] {
  const rows: { readonly cells: readonly (Span & { readonly text: string })[]; readonly isTotal: boolean }[] = []
  let start = 0
  for (const line of table.split('\n')) {
    const from = start
    start += line.length + 1
    rows.push({ cells: cellsOf(line, from), isTotal: TOTAL_ROW.test(line) })
  }
  return rows.flatMap((row, at) => (row.isTotal ? wrongTotals(row.cells, rows.slice(lastTotal(rows, at) + 1, at)) : []))
}

function lastTotal(rows: readonly { readonly isTotal: boolean }[], before: number): number {
  return rows.findLastIndex(({ isTotal }, at) => at < before && isTotal)
}

type Cells = readonly (Span & { readonly text: string })[]

function wrongTotals(total: Cells, rows: readonly { readonly cells: Cells }[]): readonly DraftFound[] {
  return total.flatMap((cell, column) => {
    const stated = amountIn(cell.text)
    if (stated === null || column === 0) return []
    const all = rows.map(({ cells }) => (cells.length === total.length ? amountIn(cells[column]?.text ?? '') : null))
    // The head of the table is no amount.
    const amounts = (all[0] === null ? all.slice(1) : all).flatMap((amount) => amount ?? Number.NaN)
    if (amounts.length < ROWS_AT_LEAST || amounts.some(Number.isNaN)) return []
    const value = amounts.reduce((whole, amount) => whole + amount, 0)
    if (isClose(value, stated, cell.text)) return []
    return [wrong({ start: cell.start, end: cell.end }, `${amounts.map(shown).join(' + ')} = ${shown(value)}`)]
  })
}

function amountIn(text: string): number | null {
  const amount = CELL.exec(text.trim())?.[1]
  return amount === undefined || text.includes('%') ? null : plain(amount)
}

function cellsOf(line: string, from: number): Cells {
  const mark = line.includes('\t') ? '\t' : '|'
  let start = from
  return line.split(mark).flatMap((text) => {
    const span = { start, end: start + text.length, text }
    start += text.length + 1
    return mark === '|' && text.trim() === '' ? [] : [span]
  })
}

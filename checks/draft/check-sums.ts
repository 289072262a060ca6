import { numberWordsIn } from '../../text/number-words.ts'
import { figuresIn } from '../../text/numbers.ts'
import { type Measure, measuresIn } from '../../text/measures.ts'
import { isCurrency } from '../../text/money.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import type { DraftFound } from './draft-finding.ts'

const TOTAL =
  /\b(?:together|altogether|in total|in all|totall?ing|a total of|total(?:s|led)? (?:of|is|to)|amount(?:s|ing) to|comes? to|making|in sum|insgesamt|zusammen|au total|en total|in totale)\b/iu
const EACH = /^\s+(?:\p{L}[\p{L}’'-]*\s+){1,4}?(?:at|of|@|zu je|zu|je|à)\s+(?:about\s+)?(?:[£$€]\s*)?$/iu
const FOR_EACH = /^\s*(?:each|apiece|per \p{L}+|a \p{L}+|je)?/iu
const BETWEEN_PARTS = /^(?:[^.;:]{0,40}?)(?:,|\band\b|\bplus\b|\bund\b|&)\s*(?:[^.;:,]{0,30}?)$/iu
/** What multiplies a part: of these a total is no plain sum. */
const OFTEN =
  /\b(?:once|twice|thrice|times|daily|nightly|weekly|monthly|quarterly|yearly|annually|hourly|each|apiece|every|per|both|pair|an? (?:day|night|week|month|quarter|year|hour)|at night|in the (?:morning|evening)|täglich|wöchentlich|monatlich|jährlich|mal|je|pro|[bt]\.?i?\.?d\.?|[tq]ds)(?!\p{L})/iu
/** From the last part to its total: what says more between is of something else. */
const UP_TO_TOTAL = /^[^.;:]{0,60}$/u
const SIGN = '(?:[£$€]\\s*)?'
const NUMBER = '\\d{1,3}(?:[, ’]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
/** "9–17" is a range: a minus has space around it. */
const STEPPING = '(?:\\s*[+×x*·]\\s*|\\s+[−–-]\\s+)'
/** A part of a longer number or calculation is none by itself. */
const ALONE = '(?<![\\p{L}\\d.,’/:^])(?<![\\p{L}\\d)%]\\s*[×x*·+/−–-]\\s*)'
const EXPRESSION = new RegExp(
  `${ALONE}${SIGN}(${NUMBER})((?:${STEPPING}${SIGN}(?:${NUMBER}))+)\\s*(?:=|equals|makes)\\s*${SIGN}(${NUMBER})(?![.,’]?\\d|\\s*[×*·+/])`,
  'giu',
)
const STEP = new RegExp(`([+×x*·−–-])\\s*${SIGN}(${NUMBER})`, 'giu')
/** "1.200" may be twelve hundred, and "1,5" one and a half: which, its writer alone knows. */
const UNCLEAR = /(?<!\d)[1-9]\d{0,2}\.\d{3}(?!\d)|\d,\d{1,2}(?!\d)|\d,\d{4}/u
/** Of binary fractions, and of a result that is rounded to the last figure written. */
const SLACK = 1e-6

/** Calculations of a sentence that do not come out: "three quarters at £6,180, together £18,240", "3 × 7 = 20", "£5 and £7, in total £13". */
export function checkSums(sentence: string): readonly DraftFound[] {
  const written = [...sentence.matchAll(EXPRESSION)].flatMap((match) => expression(match, sentence))
  const inWords = written.length > 0 ? [] : [...totals(sentence), ...madeUp(sentence), ...differences(sentence)]
  return [...written, ...inWords, ...doubled(sentence)]
}

const IN_FIGURES = /^\s?\(\s?(\d{1,4})\s?\)/u

/** A number in words and in figures that are not the same: "ten (11) days", "34 (thirty) days". */
function doubled(sentence: string): readonly DraftFound[] {
  return numberWordsIn(sentence).flatMap(({ start, end, value, isOrdinal }): readonly DraftFound[] => {
    const beside = isOrdinal ? null : figureBeside(sentence, { start, end })
    // "Phase two (2021)" has a year.
    if (!beside || Number(beside.figure) === value || (beside.figure.length === 4 && value < 1000)) return []
    return [wrong(beside, `${sentence.slice(start, end)} ≠ ${beside.figure}`)]
  })
}

/** In brackets behind the number in words, or before it where that is in brackets; with both. */
function figureBeside(sentence: string, { start, end }: Span): (Span & { readonly figure: string }) | null {
  const behind = IN_FIGURES.exec(sentence.slice(end))
  if (behind?.[1]) return { start, end: end + behind[0].length, figure: behind[1] }
  const before = /(?<![\d.,])(\d{1,4})\s?\(\s?$/u.exec(sentence.slice(0, start))
  const closes = /^\s?\)/u.test(sentence.slice(end))
  return before?.[1] && closes ? { start: start - before[0].length, end: end + 1, figure: before[1] } : null
}

function expression(match: RegExpExecArray, sentence: string): readonly DraftFound[] {
  const { 0: whole, 1: first = '', 2: steps = '', 3: result = '', index } = match
  const value = valueOf(first, steps)
  const start = index + whole.lastIndexOf(result)
  const isUnclear = value === null || value < 0 || UNCLEAR.test(whole) || isInOtherUnit(sentence, start)
  if (isUnclear || isClose(value, plain(result), result)) return []
  const calculation = `${whole.slice(0, whole.search(/=|equals|makes/i)).trim()} = ${shown(value)}`
  return [wrong({ start, end: start + result.length }, calculation)]
}

/** Null where products and sums are mixed. */
function valueOf(first: string, steps: string): number | null {
  const parsed = [...steps.matchAll(STEP)].map(({ 1: sign = '', 2: number = '' }) => ({ sign, number: plain(number) }))
  const products = parsed.filter(({ sign }) => /[×x*·]/i.test(sign)).length
  if (products > 0 && products < parsed.length) return null
  return parsed.reduce((value, { sign, number }) => {
    if (products > 0) return value * number
    return sign === '+' ? value + number : value - number
  }, plain(first))
}

/** "2 × 30 = 1 hour", "3 × 400,000 = 1.2 million". */
function isInOtherUnit(sentence: string, at: number): boolean {
  const measure = measuresIn(sentence).find((one) => one.at.start === at)
  return (
    measure !== undefined && (measure.times !== 1 || (measure.unit !== null && !isCurrency(measure.unit.dimension)))
  )
}

/** A total in words behind its parts. */
function totals(sentence: string): readonly DraftFound[] {
  const amounts = measuresIn(sentence).filter(({ isPlace, plain: value }) => !isPlace && Number.isFinite(value))
  return amounts.flatMap((total, at) => {
    const last = amounts[at - 1]
    const between = last ? sentence.slice(last.whole.end, total.whole.start) : ''
    if (!last || !TOTAL.test(between) || !UP_TO_TOTAL.test(between)) return []
    const before = amounts.slice(0, at)
    const times = countBefore(sentence, last)
    if (times) return isAmongOthers(last, before) ? [] : product(sentence, times, last, total)
    return sum(sentence, before, total)
  })
}

const MADE_UP =
  /^[\s,(]*(?:which (?:is|are) |is |are )?(?:made up|composed|consisting|consists?) of(?:\s|$)|^[\s,(]*(?:zusammengesetzt|bestehend) aus\s/iu

/** A total before its parts: "£1,842.60, made up of £1,150.00 and £692.60". */
function madeUp(sentence: string): readonly DraftFound[] {
  const amounts = measuresIn(sentence).filter(({ isPlace, plain: value }) => !isPlace && Number.isFinite(value))
  return amounts.flatMap((total, at) => {
    const [first, ...rest] = amounts.slice(at + 1)
    const lead = first ? MADE_UP.exec(afterWords(sentence, total, first)) : null
    if (!first || !lead) return []
    const parts = listFrom(sentence, first, rest)
    if (!isClosed(sentence, parts, amounts)) return []
    if (parts.length < 2 || parts.some((part) => !isOfUnit(part, total)) || isMultiplied(sentence, parts, total))
      return []
    const whole = parts.reduce((all, part) => all + amountOf(sentence, part), 0)
    if (isClose(whole, amountOf(sentence, total), total.figure)) return []
    const texts = parts.map((part) => amountText(sentence, part))
    return [wrong(total.whole, `${texts.join(' + ')} = ${like(texts[0] ?? '', whole)}`)]
  })
}

/** Between a total and its first part, from where it says that parts follow: "of service charge, made up of". */
function afterWords(sentence: string, total: Measure, first: Measure): string {
  const between = sentence.slice(total.whole.end, first.whole.start)
  const lead = between.search(/[\s,(]*(?:made up|composed|consist|zusammengesetzt|bestehend)/iu)
  return lead < 0 || /[.;:]/u.test(between) ? '' : between.slice(lead)
}

/** Whether nothing is named beside the amounts: "made up of £1,150, £500 and other costs" gives no sum. */
function isClosed(sentence: string, parts: readonly Measure[], amounts: readonly Measure[]): boolean {
  const [last, before] = [parts.at(-1), parts.at(-2)]
  if (!last || !before || amounts.some(({ whole }) => whole.start > last.whole.end)) return false
  const joint = sentence.slice(before.whole.end, last.whole.start)
  return LAST_JOINT.test(joint) && !GOES_ON.test(sentence.slice(last.whole.end))
}

const LAST_JOINT = /(?<!\p{L})(?:and|plus|und)(?!\p{L})|[+&]/iu
const GOES_ON = /^[^.;)]*(?:,|(?<!\p{L})(?:and|plus|und)(?!\p{L}))/iu

function listFrom(sentence: string, first: Measure, rest: readonly Measure[]): readonly Measure[] {
  const parts = [first]
  for (const next of rest) {
    const last = parts.at(-1) ?? first
    if (!BETWEEN_PARTS.test(sentence.slice(last.whole.end, next.whole.start))) break
    parts.push(next)
  }
  return parts
}

function isOfUnit({ unit }: Measure, total: Measure): boolean {
  return unit !== null && unit.dimension === total.unit?.dimension && unit.times === total.unit.times
}

const BY_SO_MUCH =
  /^[^.;:]{0,40},\s+(?:(?:i\.e\.|that is|das ist|also),?\s+)?(?:an?|ein|eine|um)\s+(?:\p{L}+\s+)?(?:loss|fall|drop|decrease|reduction|decline|rise|gain|increase|difference|change|verlust|abnahme|rückgang|zunahme|anstieg|differenz)\s+(?:of|von|um)\s+(?:[£$€]\s*)?$/iu
const FROM = /(?<!\p{L})(?:from|von)\s+(?:[£$€]\s*)?$/iu
const TO = /(?<!\p{L})(?:to|auf)\s+(?:[£$€]\s*)?$/iu

/** "From 92.4 kg to 86.1 kg, a loss of 7.3 kg"; a share of a share may be meant in two ways. */
function differences(sentence: string): readonly DraftFound[] {
  const amounts = measuresIn(sentence).filter(({ unit, plain: value }) => unit !== null && Number.isFinite(value))
  return amounts.flatMap((difference, at) => {
    const [from, to] = amounts
      .slice(0, at)
      .filter((one) => isOfUnit(one, difference))
      .slice(-2)
    if (!from || !to || difference.unit?.dimension === 'share') return []
    const isSaid =
      FROM.test(sentence.slice(0, from.whole.start)) &&
      TO.test(sentence.slice(from.whole.end, to.whole.start)) &&
      BY_SO_MUCH.test(sentence.slice(to.whole.end, difference.whole.start))
    const value = Math.abs(amountOf(sentence, from) - amountOf(sentence, to))
    if (!isSaid || isClose(value, amountOf(sentence, difference), difference.figure)) return []
    const [less, more] = [from, to].toSorted((one, other) => amountOf(sentence, one) - amountOf(sentence, other))
    const texts = [more ?? to, less ?? from].map((one) => amountText(sentence, one))
    return [wrong(difference.whole, `${texts.join(' − ')} = ${like(texts[0] ?? '', value)}`)]
  })
}

/** Each of several may have a count of its own. */
function isAmongOthers(one: Measure, amounts: readonly Measure[]): boolean {
  return amounts.some((other) => other !== one && other.unit?.dimension === one.unit?.dimension)
}

type Count = Span & { readonly value: number }

/** "Three quarters at" before an amount; another amount is no count. */
function countBefore(sentence: string, each: Measure): Count | null {
  const { start } = each.whole
  return countsIn(sentence, each).find(({ end }) => end < start && EACH.test(sentence.slice(end, start))) ?? null
}

function countsIn(sentence: string, each: Measure): readonly Count[] {
  const amounts = measuresIn(sentence).filter(({ unit }) => unit?.dimension === each.unit?.dimension)
  const counts: readonly Count[] = [
    ...figuresIn(sentence).map(({ start, end, value }) => ({ start, end, value: Number(value) })),
    ...numberWordsIn(sentence),
  ]
  return counts.filter((count) => !amounts.some(({ whole }) => overlaps(whole, count)))
}

function product(sentence: string, times: Count, each: Measure, total: Measure): readonly DraftFound[] {
  const isOften = each.unit?.per !== total.unit?.per || OFTEN.test(sentence.slice(each.at.end, total.whole.start))
  if (each.unit?.dimension !== total.unit?.dimension || isOften) return []
  const value = times.value * amountOf(sentence, each)
  if (isClose(value, amountOf(sentence, total), total.figure)) return []
  const amount = amountText(sentence, each)
  return [wrong(total.whole, `${times.value} × ${amount} = ${like(amount, value)}`)]
}

function sum(sentence: string, before: readonly Measure[], total: Measure): readonly DraftFound[] {
  const parts = partsBefore(sentence, before, total)
  if (parts.length < 2 || isMultiplied(sentence, parts, total)) return []
  const sums = parts.map((_, at) => parts.slice(at).reduce((whole, part) => whole + amountOf(sentence, part), 0))
  if (sums.slice(0, -1).some((value) => isClose(value, amountOf(sentence, total), total.figure))) return []
  const texts = parts.map((part) => amountText(sentence, part))
  return [wrong(total.whole, `${texts.join(' + ')} = ${like(texts[0] ?? '', sums[0] ?? 0)}`)]
}

/** "Two payments of £500 and one of £200", "5 mg twice daily and 10 mg at night": a count before a part, how often behind it. */
function isMultiplied(sentence: string, parts: readonly Measure[], total: Measure): boolean {
  const counts = countsIn(sentence, total)
  return parts.some((part, at) => {
    const from = parts[at - 1]?.whole.end ?? clauseStart(sentence, part.whole.start)
    const isCounted = counts.some(({ start, end }) => start >= from && end <= part.whole.start)
    const behind = sentence.slice(part.at.end, parts[at + 1]?.whole.start ?? total.whole.start)
    return isCounted || part.unit?.per != null || OFTEN.test(behind)
  })
}

function clauseStart(sentence: string, before: number): number {
  return Math.max(...[',', ';', ':', '.'].map((mark) => sentence.lastIndexOf(mark, before - 1))) + 1
}

/** The amounts of the total's own unit in one list directly before it; none where anything else is among them. */
function partsBefore(sentence: string, before: readonly Measure[], total: Measure): readonly Measure[] {
  const isAlike = (part: Measure) => isOfUnit(part, total)
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

const TOTAL_ROW =
  /^\W*(?:(?:grand|overall|net|gross|sub|final)[\s-]*)?(?:total|sum|gesamt(?:summe|betrag)?|(?:zwischen|end)?summe|insgesamt|totale?)(?:\s+(?:sum|amount|due|payable|costs?|price|net|gross|claimed|netto|brutto))?\W*$/iu
/** What is some other sum, or is deducted: it is not clear what the total below adds up. */
const UNCLEAR_ROW =
  /total|\bsum\b|summe|gesamt|balance|saldo|carried|brought|übertrag|\bless\b|minus|deduct|discount|rebate|credit|refund|deposit|\bpaid\b|received|abzüglich|abzug|rabatt|gutschrift|anzahlung|bezahlt/iu
const CELL = /^[£$€]?\s*(-?\d[\d,’ ]*(?:\.\d+ *)?)(?:[^\S ]\s*)?(?:%|[£$€]|\p{L}{1,4})?$/u
const ROWS_AT_LEAST = 2

type Cells = readonly (Span & { readonly text: string })[]
type Row = { readonly cells: Cells; readonly is: 'item' | 'total' | 'unclear' }

/**
 * Totals of a table that its rows do not come to; offsets into the text of the table, a row a line and cells parted by tabs. A total may be
 * of the rows above, of those since the last total, with that total or of the totals alone: it is wrong where it is none of these.
 */
export function checkTable(table: string): readonly DraftFound[] {
  if (table.split(/[\n\t|]/).some((cell) => UNCLEAR.test(cell))) return []
  const rows: Row[] = []
  let start = 0
  for (const line of table.split('\n')) {
    const cells = cellsOf(line, start)
    start += line.length + 1
    rows.push({ cells, is: kindOf(cells[0]?.text ?? '') })
  }
  return rows.flatMap((row, at) => (row.is === 'total' ? wrongTotals(row.cells, rows.slice(0, at)) : []))
}

function kindOf(label: string): Row['is'] {
  if (TOTAL_ROW.test(label)) return 'total'
  return UNCLEAR_ROW.test(label) ? 'unclear' : 'item'
}

function wrongTotals(total: Cells, above: readonly Row[]): readonly DraftFound[] {
  // The head of the table is no item.
  const rows = above.slice(isHead(above[0]) ? 1 : 0)
  if (rows.some(({ is, cells }) => is === 'unclear' || cells.length !== total.length)) return []
  return total.flatMap((cell, column) => {
    const stated = amountIn(cell.text)
    const amounts = rows.map(({ is, cells }) => ({ is, value: amountIn(cells[column]?.text ?? '') ?? Number.NaN }))
    if (stated === null || column === 0 || amounts.some(({ value }) => Number.isNaN(value))) return []
    const all = readings(amounts)
    const [first] = all
    if (!first || all.some((one) => isClose(sumOf(one), stated, cell.text))) return []
    return [wrong({ start: cell.start, end: cell.end }, `${first.map(shown).join(' + ')} = ${shown(sumOf(first))}`)]
  })
}

function isHead(row: Row | undefined): boolean {
  return row !== undefined && row.is !== 'total' && row.cells.slice(1).every(({ text }) => amountIn(text) === null)
}

/** What a total may be of, the likeliest first; empty where there is too little to tell. */
function readings(
  amounts: readonly { readonly is: Row['is']; readonly value: number }[],
): readonly (readonly number[])[] {
  const last = amounts.findLastIndex(({ is }) => is === 'total')
  const valuesOf = (of: typeof amounts, is: Row['is']) => of.filter((one) => one.is === is).map(({ value }) => value)
  const [items, above] = [valuesOf(amounts, 'item'), valuesOf(amounts, 'total')]
  const since = valuesOf(amounts.slice(last + 1), 'item')
  if (items.length < ROWS_AT_LEAST) return []
  // A subtotal may be of the last few rows alone.
  const ofLast = since.map((_, at) => since.slice(at))
  if (last < 0) return ofLast
  const withLast = [...above.slice(-1), ...since]
  return [since.length > 0 ? withLast : items, ...ofLast, items, above, [...above, ...since], withLast]
}

function sumOf(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0)
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

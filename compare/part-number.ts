import { MONTH } from '../text/calendar-words.ts'

/** What is printed in front of a part: `length` in characters up to its words, bullets included. */
export type PartLabel = { readonly length: number; readonly style: LabelStyle | null; readonly written: string }

type LabelStyle = 'named' | 'decimal' | 'counted' | 'letter' | 'capital' | 'roman' | 'great-roman'

const NAMES =
  'article|section|clause|schedule|annex(?:e|ure)?|appendix|exhibit|part|paragraph|artikel|abschnitt|anlage|anhang|ziffer|teil|art\\.|sec\\.|§{1,2}'
const NAMED = new RegExp(
  `^(?<written>(?:${NAMES})(?:\\s?\\d{1,3}(?:\\.\\d{1,3})*|\\s(?:[ivxlc]{1,6}|[a-z]))(?![\\p{L}\\p{N}]))[.):]?(?=\\s|$|[-–—])`,
  'iu',
)
/** Without a stop behind it a number of one level may be a quantity, and before a month it is a day. */
const DECIMAL =
  /^\(?(?<written>\d{1,3}(?:\.\d{1,3})*(?:\.?[A-Z])?)(?:[.)]|(?<=\d\.\d+\.\d+)|(?<=\d\.\d+)(?=\s+[\p{Lu}“"‘[(]))(?=\s|$)/u
/** Behind "H" a capital with a stop is more often an initial: "M. Harris". */
const LETTERED =
  /^(?:\(?(?<written>[a-z]{1,2}|[ivxlc]{2,6}|[A-Z]|[IVXLC]{2,6})\)\.?|(?<stopped>[a-z]{1,2}|[ivxlc]{2,6}|[A-H]|[IVX]{1,6})\.)(?=\s|$)/u
const BULLET = /^[•●▪◦‣∙·\-–—*](?=\s)\s*/
const BEFORE_MONTH = new RegExp(`^\\s*${MONTH}`, 'iu')

/** The label at the beginning of a text; null where it begins with its words. */
export function labelOf(text: string): PartLabel | null {
  const bullet = BULLET.exec(text)?.[0] ?? ''
  const rest = text.slice(bullet.length)
  const match = NAMED.exec(rest) ?? DECIMAL.exec(rest) ?? LETTERED.exec(rest)
  if (match && !BEFORE_MONTH.test(rest.slice(match[0].length))) return numbered(match, rest, bullet.length)
  return bullet === '' ? null : { length: bullet.length, style: null, written: '' }
}

const COUNTED = /^\(?\d+\)/

function numbered(match: RegExpExecArray, rest: string, before: number): PartLabel {
  const { 0: label, groups } = match
  const written = groups?.written ?? groups?.stopped ?? ''
  const words = rest.slice(label.length)
  const length = before + label.length + words.length - words.trimStart().length
  return { length, style: COUNTED.test(label) ? 'counted' : styleOf(written), written }
}

function styleOf(written: string): LabelStyle {
  if (/^\d/.test(written)) return 'decimal'
  if (written.length > 2 && !/^[ivxlc]+$/i.test(written)) return 'named'
  if (/\s|§|\d/.test(written)) return 'named'
  if (/^[ivxlc]+$/.test(written)) return 'roman'
  if (/^[IVXLC]+$/.test(written)) return 'great-roman'
  return /^[a-z]/.test(written) ? 'letter' : 'capital'
}

type Open = { readonly style: LabelStyle; readonly written: string; readonly depth: number }

export interface CitedNumbers {
  /** How the part with this label is cited at its place: "12.1", "12.1 (a)", "Schedule 2"; empty without a label. */
  take(label: PartLabel | null): string
  /** A heading without a number: what follows belongs to nothing before it. */
  leave(): void
}

/** Gives letters and roman numbers the number of the clause around them. */
export function createCitedNumbers(): CitedNumbers {
  let open: Open[] = []
  let isNumbered = false
  return {
    take(label) {
      if (label === null || label.style === null) return ''
      // "Annex 18" in front of all clauses is what the document is called.
      if (label.style === 'named' && !isNumbered && !isCounter(label.written)) return label.written
      isNumbered = true
      const taken = withStyle(label.written, label.style, open)
      const at = open.findIndex(({ style, depth }) => style === taken.style && depth >= taken.depth)
      const above =
        taken.style === 'named' ? [] : at < 0 ? open.filter((one) => isAbove(one, taken)) : open.slice(0, at)
      open = [...above, taken]
      return cited(open)
    },
    leave() {
      open = open.filter(({ style }) => style === 'named')
    },
  }
}

/** "(i)" behind "(h)" is the ninth letter, else the first of the roman numbers. */
function withStyle(written: string, style: LabelStyle, open: readonly Open[]): Open {
  const depth = style === 'decimal' ? written.split('.').length : 1
  const isRoman = style === 'roman' || style === 'great-roman'
  const letters = style === 'roman' ? 'letter' : 'capital'
  const last = open.findLast((one) => one.style === letters)?.written
  const isLetter = isRoman && written.length === 1 && last !== undefined && follows(last, written)
  return { written, depth, style: isLetter ? letters : style }
}

function follows(one: string, other: string): boolean {
  return one.length === 1 && other.charCodeAt(0) === one.charCodeAt(0) + 1
}

/** "12" is above "12.1"; a letter is never above a decimal number. */
function isAbove(one: Open, { style, depth }: Open): boolean {
  if (style !== 'decimal') return true
  return one.style === 'named' || one.style === 'great-roman' || (one.style === 'decimal' && one.depth < depth)
}

function cited(open: readonly Open[]): string {
  const at = open.findLastIndex(({ style }) => style === 'decimal')
  const named = open.find(({ style }) => style === 'named')
  const from = at < 0 ? open.filter((one) => one !== named) : open.slice(at)
  const numbers = from.map(({ style, written }) => (IN_BRACKETS.has(style) ? `(${written})` : written))
  const own = numbers.join(' ')
  if (named === undefined || own === '') return named?.written ?? own
  if (own.startsWith('(')) return `${named.written} ${own}`
  return isCounter(named.written) && standsIn(own, named.written) ? own : `${named.written}, ${own}`
}

const IN_BRACKETS: ReadonlySet<LabelStyle> = new Set(['letter', 'roman', 'counted'])
const COUNTERS = /^(?:article|section|clause|paragraph|artikel|abschnitt|ziffer|art\.|sec\.|§)/i

/** "Section 4" is the clause itself, of which "4.1" is a part; a schedule starts its own count. */
function isCounter(named: string): boolean {
  return COUNTERS.test(named)
}

/** Of "Article IV" nobody writes "IV.1". */
function standsIn(own: string, named: string): boolean {
  const number = /[\d.]+$/.exec(named)?.[0]
  return number === undefined || own === number || own.startsWith(`${number}.`)
}

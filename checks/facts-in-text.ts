/** A number, date or name that a sentence states; `value` is its comparable form. */
export type TextFact = {
  readonly kind: 'number' | 'date' | 'name'
  readonly value: string
  readonly text: string
  readonly start: number
  readonly end: number
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?'
const DATE_PATTERNS: readonly {
  readonly pattern: RegExp
  readonly read: (parts: readonly (string | undefined)[]) => string
}[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: ([year, month, day]) => `${year}-${month}-${day}` },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'gi'),
    read: ([day, month, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    read: ([month, day, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`\\b${MONTH},?\\s+(\\d{4})\\b`, 'gi'),
    read: ([month, year]) => isoDate(year, month, undefined),
  },
]

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const NUMBER_WORD = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[- ](${UNITS.slice(1, 10).join('|')}))?|(${UNITS.slice(2).join('|')}))\\b`,
  'gi',
)
const NUMBER = /\d+(?:[,.\u00a0\u202f']\d+)*/g
const NAME = /\b\p{Lu}[\p{L}'’-]*(?:\s+(?:of|de|van|von|der|la)?\s*\p{Lu}[\p{L}'’-]*)*/gu

/** All facts of a text, dates before the numbers that they contain. Number words are English. */
export function factsInText(text: string): readonly TextFact[] {
  const dates = DATE_PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].map((match) => fact('date', read(match.slice(1)), match)),
  ).filter((date, index, all) => !all.slice(0, index).some((earlier) => overlaps(earlier, date)))
  const free = (candidate: TextFact) => !dates.some((date) => overlaps(date, candidate))
  const numbers = [
    ...[...text.matchAll(NUMBER)].map((match) => fact('number', numberValue(match[0]), match)),
    ...[...text.matchAll(NUMBER_WORD)].map((match) => fact('number', numberWordValue(match), match)),
  ].filter(free)
  return [...dates, ...numbers, ...names(text).filter(free)]
}

/** Capitalised words that do not merely begin a sentence. */
function names(text: string): readonly TextFact[] {
  return [...text.matchAll(NAME)]
    .map((match) => withoutSentenceStart(text, match[0], match.index))
    .filter((name) => name !== null)
    .map(({ name, start }) => ({
      kind: 'name',
      value: name.toLowerCase(),
      text: name,
      start,
      end: start + name.length,
    }))
}

function withoutSentenceStart(text: string, name: string, start: number): { name: string; start: number } | null {
  const before = text.slice(0, start).trimEnd()
  const begins = before === '' || /[.!?:;”"“(\n•-]$/.test(before)
  if (!begins) return { name, start }
  const rest = /\s+(?=\p{Lu})/u.exec(name)
  return rest ? { name: name.slice(rest.index + rest[0].length), start: start + rest.index + rest[0].length } : null
}

function fact(kind: TextFact['kind'], value: string, match: RegExpExecArray): TextFact {
  return { kind, value, text: match[0], start: match.index, end: match.index + match[0].length }
}

function overlaps(one: TextFact, other: TextFact): boolean {
  return one.start < other.end && other.start < one.end
}

function isoDate(year = '', month = '', day?: string): string {
  const index = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)))
  const parts = [year, String(index + 1).padStart(2, '0')]
  return (day === undefined ? parts : [...parts, day.padStart(2, '0')]).join('-')
}

/** "1,250,000" and "1250000" are equal, "12.50" and "12.5" too; a version such as "7.2.1" stays as it is. */
function numberValue(text: string): string {
  const plain = text.replace(/[,\u00a0\u202f'](?=\d{3}(?!\d))/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain
}

function numberWordValue(match: RegExpExecArray): string {
  const [, tens, unit, small] = match
  if (small) return String(UNITS.indexOf(small.toLowerCase()))
  const first = (TENS.indexOf((tens ?? '').toLowerCase()) + 2) * 10
  return String(first + (unit ? UNITS.indexOf(unit.toLowerCase()) : 0))
}

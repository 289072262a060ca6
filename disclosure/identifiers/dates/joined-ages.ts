import { isFunctionWord } from '../../../text/function-words.ts'
import type { Span } from '../../../text/spans.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { AGE_UNITS, AND, CHILDREN, SHORT_YEARS, WHO } from './age-words.ts'
import { END, STOP } from './ages-by-language.ts'

const JOINT = `(?:,?\\s(?<and>${AND})|,)\\s`
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?<age>\\d{1,2})(?:,|\\s${AND})\\s$`, 'iu')
const BEHIND = new RegExp(`${JOINT}(?<age>\\d{1,2})(?![\\p{L}\\p{N}%/-]|[.,]\\d)`, 'diuy')
const LONGEST_JOINT = '99 oder '.length + 1

/** "74, and her brother 71", "61 und sie ist 64". */
const OF_ANOTHER = new RegExp(
  `,?\\s${AND}\\s(?:\\p{L}{2,7}\\s)?${WHO}\\s(?:(?:is|was|ist|war)\\s)?(?<age>[1-9]\\d)${END}${STOP}`,
  'diuy',
)

/** Between an age and the day of which it is told: "74 on Monday", "74 Jahre alt am 3. Mai". */
const TO_DAY = /^(?:\s(?:old|alt|oud))?\s(?:\p{L}{1,3}\s){0,2}$/u

/** Behind a number that is the last of the ages: the sentence ends, or years follow; behind "and" a small word may. */
const CLOSED = new RegExp(
  `^(?:\\s?(?:[.,;:)\\n](?!\\d)|$)|\\s(?:${AGE_UNITS}|${SHORT_YEARS})${END}|,?\\s${AND}\\s\\d)`,
  'iu',
)
const PARTITIVE = /^(?:of|von|de|van|di|z|der|des|del|dei|das|dos)$/u

/** So much before an age tells that it is of several. */
const NEAR = 40
const OF_SEVERAL = new RegExp(`(?<!\\p{L})${CHILDREN}(?!\\p{L})[^.;!?\\n]{0,30}$`, 'iu')

/** What is joined to an age is one too: "children of 4 and 7 years", "74 on Monday, and 75 on Tuesday"; not "74, 2 falls". */
export function joinedAges(text: string, found: readonly IdentifierSpan[]): readonly Span[] {
  return found.flatMap((age, at) => {
    if (age.type !== 'age' || !/^\d{1,2}/.test(text.slice(age.start, age.end))) return []
    return [
      ...joinedBefore(text, age.start),
      ...joinedBehind(text, age),
      ...ofAnother(text, age),
      ...ofNextDay(text, found, at),
    ]
  })
}

function joinedBefore(text: string, start: number): readonly Span[] {
  const ages: Span[] = []
  for (let at = start; ; ) {
    const from = Math.max(0, at - LONGEST_JOINT)
    const match = BEFORE.exec(text.slice(from, at))
    if (!match) return ages
    at = from + match.index
    ages.push({ start: at, end: at + (match.groups?.age?.length ?? 0) })
  }
}

function joinedBehind(text: string, age: Span): readonly Span[] {
  const ages: Span[] = []
  const isOfSeveral = OF_SEVERAL.test(text.slice(Math.max(0, age.start - NEAR), age.start))
  for (let next = nextAge(text, age.end, isOfSeveral); next !== null; next = nextAge(text, next.end, isOfSeveral))
    ages.push(next)
  return ages
}

function nextAge(text: string, at: number, isOfSeveral: boolean): Span | null {
  BEHIND.lastIndex = at
  const match = BEHIND.exec(text)
  const [span] = spanOf(match)
  if (!span) return null
  const behind = text.slice(span.end, span.end + NEAR)
  const isLast = match?.groups?.and !== undefined && (isOfSeveral || isBeforeSmallWord(behind))
  return CLOSED.test(behind) || isLast ? span : null
}

function isBeforeSmallWord(behind: string): boolean {
  const [, word] = /^\s(\p{L}+)/u.exec(behind) ?? []
  return word !== undefined && isFunctionWord(word) && !PARTITIVE.test(word)
}

function ofAnother(text: string, { end }: Span): readonly Span[] {
  OF_ANOTHER.lastIndex = end
  return spanOf(OF_ANOTHER.exec(text))
}

/** Of the next day that is told: "74 on Monday, and 75 on Tuesday". */
function ofNextDay(text: string, found: readonly IdentifierSpan[], at: number): readonly Span[] {
  const [age, day, next] = found.slice(at, at + 3)
  if (!age || day?.type !== 'date' || next?.type !== 'date' || !TO_DAY.test(text.slice(age.end, day.start))) return []
  BEHIND.lastIndex = day.end
  const [span] = spanOf(BEHIND.exec(text))
  return span && span.end < next.start && TO_DAY.test(text.slice(span.end, next.start)) ? [span] : []
}

function spanOf(match: RegExpExecArray | null): readonly Span[] {
  const [start, end] = match?.indices?.groups?.age ?? [0, 0]
  return start < end ? [{ start, end }] : []
}

import { isFunctionWord } from '../../../text/function-words.ts'
import type { Span } from '../../../text/spans.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { isMeasured } from '../patterns/numbers/number-context.ts'
import { AGE_UNITS, AGE_WORD, AND, CHILDREN, SHORT_YEARS, WHO } from './age-words.ts'
import { END, isPartitive, STOP } from './told-age.ts'

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

/** Of whom several have an age in one sentence, besides children. */
const GROWN_UPS =
  '(?:men|women|ladies|gentlemen|people|persons|those|both|patients|clients|residents|claimants|plaintiffs|defendants|witnesses|victims|parents|männern?|frauen|damen|herren|personen|beiden?|patient(?:en|innen)|bewohnern?|klägern?|klägerinnen|beklagten|zeug(?:en|innen)|opfern?|eltern|hommes|femmes|dames|personnes|patientes?|témoins|victimes|hombres|mujeres|varones|señoras|personas|pacientes|testigos|víctimas|padres|uomini|donne|signore|persone|pazienti|testimoni|vittime|genitori|homens|mulheres|senhoras|pessoas|doentes|utentes|testemunhas|vítimas|pais|mannen|vrouwen|dames|heren|patiënten|bewoners|getuigen|slachtoffers|ouders|mężczy(?:źni|zn)|kobiet|pacjen(?:ci|tki|tów|tek)|osoby|osób|świadk(?:owie|ów)|rodzice)'
const SEVERAL = `(?<!\\p{L})(?:${CHILDREN}|${GROWN_UPS})(?!\\p{L})`

/** So much before an age tells that it is of several. */
const NEAR = 40
const OF_SEVERAL = new RegExp(`${SEVERAL}[^.;!?\\n]{0,30}$`, 'iu')

/** Nothing stands between them and the age but what tells it: "children now aged 4, 7 live here"; not "her sons say she is 61, 4 falls". */
const TOLD_OF_SEVERAL = new RegExp(
  `${SEVERAL}(?:,|\\s\\(|:)?(?:\\s(?!(?:he|she|er|sie|hij|zij)\\s)[\\p{L}’']{1,10}){0,4}\\s$`,
  'iu',
)

/** The label of the age: no unit and so no end of a list stands between "aged 61" and "and 74 underwent surgery". */
const LABELLED = new RegExp(`(?<!\\p{L})(?:aged?|${AGE_WORD}(?:\\s(?:von|van|di|de|of))?|w wieku)\\s$`, 'iu')

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

/** What tells of the numbers behind an age that they are ages as well. */
type Telling = { readonly ofSeveral: boolean; readonly toldOfSeveral: boolean; readonly labelled: boolean }

const NOTHING_TOLD: Telling = { ofSeveral: false, toldOfSeveral: false, labelled: false }

function joinedBehind(text: string, age: Span): readonly Span[] {
  const before = text.slice(Math.max(0, age.start - NEAR), age.start)
  const telling: Telling = {
    ofSeveral: OF_SEVERAL.test(before),
    toldOfSeveral: TOLD_OF_SEVERAL.test(before),
    labelled: LABELLED.test(before) && age.end - age.start <= 2,
  }
  const ages: Span[] = []
  for (let next = nextAge(text, age.end, telling); next !== null; ) {
    ages.push(next)
    next = nextAge(text, next.end, next.isLast ? NOTHING_TOLD : { ...telling, toldOfSeveral: true })
  }
  return ages
}

function nextAge(text: string, at: number, telling: Telling): (Span & { readonly isLast: boolean }) | null {
  BEHIND.lastIndex = at
  const match = BEHIND.exec(text)
  const [span] = spanOf(match)
  if (!span) return null
  const isLast = match?.groups?.and !== undefined
  const behind = text.slice(span.end, span.end + NEAR)
  const isAge = CLOSED.test(behind) || telling.toldOfSeveral || (isLast && isSecond(span, behind, telling))
  return isAge && !isCounted(behind) ? { ...span, isLast } : null
}

function isSecond({ start, end }: Span, behind: string, { ofSeveral, labelled }: Telling): boolean {
  return ofSeveral || (labelled && end - start === 2) || isFunctionWord(wordBehind(behind))
}

/** "80 kg", "2 of the stents". */
function isCounted(behind: string): boolean {
  return !CLOSED.test(behind) && (isMeasured(behind) || isPartitive(wordBehind(behind)))
}

function wordBehind(behind: string): string {
  return /^\s(\p{L}+)/u.exec(behind)?.[1] ?? ''
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

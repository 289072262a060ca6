import { isOpenPoints, pointsWords } from '../../../contract/knowledge/proof-words.ts'
import { isKnown, type Sheet, type StatedResult } from '../../../contract/knowledge/sheet.ts'
import { documentDay } from '../../../text/document-day.ts'
import { readDates } from '../../../text/dates.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { contentWords } from '../../../text/words.ts'
import { wordsSaid } from '../../questions/relation-words.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { formatFigure } from '../../../wording/figure.ts'
import { message, type Message } from '../../../wording/message.ts'

const PASSAGES = 8
/** A document may be read for a day before its own. */
const LAST_DAY = '9999-12-31'

/** The sheet of a calculator on some facts. */
export type SheetOnFacts = Omit<Sheet, 'isUsed' | 'stated'>

/**
 * What documents themselves state as the result, where it is another one, each with what may explain the difference. `sheetOn`: the same
 * sheet as of another day; `title`: that of the calculator as its pack has it, by whose words documents are searched in every language.
 * None where facts are about several people.
 */
export async function statedResults(
  matter: OpenMatter,
  sheet: SheetOnFacts,
  sheetOn: (day: string) => Promise<SheetOnFacts>,
  title: string,
): Promise<StatedResult[]> {
  const { calculation, whose } = sheet
  const calculator = { ...sheet.calculator, title }
  const { result, ends } = calculation
  const isDay = result !== null && ends === null && /\d{4}-\d\d-\d\d/.test(result)
  const find = isDay ? dayFinder(calculator) : scoreFinder({ ...sheet, calculator })
  if (result === null || find === null || whose.length > 0) return []
  const { library, store } = matter
  const { hits } = await library.search({ question: find.question, limit: PASSAGES })
  const found = hits.flatMap(({ documentId, passage: { text } }) =>
    find.statedIn(text).map(({ value, at }) => ({ value, documentId, quote: sentenceAt(text, at) })),
  )
  const others = found.filter(({ value, quote }) => formatFigure(value) !== result && !SUPPOSED.test(quote))
  // Passages overlap.
  const once = new Map(others.map((one) => [`${one.documentId} ${one.quote}`, one])).values()
  return Promise.all(
    [...once].map(async (one) => {
      const { document = '', textVersionId = null } = store.documents.find(one.documentId, null) ?? {}
      const ofDocument = textVersionId === null ? null : documentDay(store.pages.wholeText(textVersionId), LAST_DAY)
      const day = (isDay ? null : dayIn(one.quote)) ?? ofDocument
      const then = day === null || day === sheet.asOf || isDay ? null : await sheetOn(day)
      return { ...one, value: formatFigure(one.value), document, day, why: whyOther(one.value, then, sheet) }
    }),
  )
}

/** What is said of another case, or of what would be. */
const SUPPOSED = /\b(?:if|had|would|should|unless|whether|were)\b|\bv\.? \p{Lu}/u

/** Whether the value is one of those that are still possible: 3 of "1 to 9". */
function isPossible(value: string, { calculation: { ends } }: SheetOnFacts): boolean {
  if (ends === null || ends.low === ends.high) return false
  return Number(value) >= Number(ends.low) && Number(value) <= Number(ends.high)
}

/** The only day of a sentence: "CHA2DS2-VASc score was 2 on 3 March 2010". */
function dayIn(quote: string): string | null {
  const days = readDates(quote)
  const [day] = days
  return days.length === 1 && day?.kind === 'day' ? day.value : null
}

type Found = { readonly value: string; readonly at: number }
type Finder = { readonly question: string; readonly statedIn: (text: string) => readonly Found[] }

/** "Stroke risk in atrial fibrillation (CHA2DS2-VASc)", "MELD 3.0": a name that stands for nothing else, with its version. */
const SHORT_NAME =
  /(?<![\p{L}\p{N}/-])(?=[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*\p{Lu})(?<name>\p{L}[\p{L}\p{N}-]{2,})(?<version> \d[\d.]*)?(?![/\p{L}\p{N}])/u
/** "CHA2DS2-VASc score was 3", "(qSOFA: 2)"; not "is 2 or more", "(0-9)", "HAS-BLED 2026". */
const BETWEEN = String.raw`(?:[\s:=,(]|total|score|of|is|was|at|today|now|points?){0,8}`
const VALUE = String.raw`(?<value>\d{1,2}(?:\.\d+)?)(?![\p{L}\p{N}])(?!\s*(?:[-–%+.]\s?\d|[-–%+]|or|to|and)(?!\p{L}))`

/**
 * A score by its name: "CHA2DS2-VASc score 3". Null for what has no name of its own, has a unit or is a class ("low"), and for what is law
 * of some place, whose names are those of statutes.
 */
function scoreFinder({ calculator, calculation }: SheetOnFacts): Finder | null {
  const { groups: { name, version = '' } = {} } = SHORT_NAME.exec(calculator.title) ?? {}
  const isScore = calculator.unit === null && calculation.ends !== null
  if (name === undefined || !isScore || calculator.jurisdictions.length > 0) return null
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped(name)}${escaped(version)}${BETWEEN}(?<![\\p{L}\\p{N}])${VALUE}`,
    'giu',
  )
  return {
    question: name,
    statedIn: (text) =>
      [...text.matchAll(pattern)].map(({ index, groups }) => ({ value: groups?.value ?? '', at: index })),
  }
}

/** What goes before the last day of something: "is due by", "expires on", "no later than". */
const IS_LAST =
  /\b(?:due|deadline|expir\w+|ends?|ended|last (?:working )?day|(?:no|not) later than|at the latest|must be \p{L}+ (?:by|before|on)|deemed (?:to have been )?(?:served|received|given))\b[^.;]{0,40}$/iu
const WITHOUT_BRACKETS = /\([^)]*\)/g
/** Words of a title that are in the sentences of all last days. */
const OF_EVERY_DAY = new Set(
  contentWords('last first day days date end working deadline next time under before after many'),
)

/** A last day by the words of its title: "Your defence is due by 19 May 2026" of "Last day to serve the defence". Null without such words. */
function dayFinder({ title, jurisdictions }: SheetOnFacts['calculator']): Finder | null {
  const ofPlace = new Set(contentWords(jurisdictions.join(' ')))
  const words = contentWords(title.replaceAll(WITHOUT_BRACKETS, ''))
  const own = words.filter((word) => !OF_EVERY_DAY.has(word) && !ofPlace.has(word))
  const needed = Math.max(Math.min(2, own.length), Math.ceil(own.length / 2))
  if (needed === 0) return null
  return {
    question: title,
    statedIn: (text) =>
      readDates(text).flatMap(({ kind, value, start }) => {
        const isMeant = wordsSaid(own, sentenceAt(text, start)).length >= needed
        const isLast = IS_LAST.test(text.slice(Math.max(0, start - 120), start).replaceAll(/\s+/g, ' '))
        return kind === 'day' && isMeant && isLast ? [{ value, at: start }] : []
      }),
  }
}

/** What may explain that a document states this value: what counted otherwise on its day, or else an answer that would make it so. */
function whyOther(written: string, then: SheetOnFacts | null, now: SheetOnFacts): Message[] {
  const value = formatFigure(written)
  if (isPossible(written, now)) return [message('sheets.differs.possible', { value })]
  const changed = then === null ? [] : changedSince(then, now)
  if (then?.calculation.result === value) return [message('sheets.differs.then', { value }), ...changed]
  const answers = now.inputs.flatMap(({ label, answers: all }) =>
    all.flatMap(({ answer, result }) =>
      result === value ? message('sheets.differs.answer', { input: label, answer }) : [],
    ),
  )
  return answers.length === 0
    ? [...changed]
    : [...changed, message('sheets.differs.wouldBe', { value, answers: { any: answers } })]
}

/** "age 75 or over: 0 points then, 2 now". */
function changedSince(then: SheetOnFacts, now: SheetOnFacts): readonly Message[] {
  const [before, after] = [then.calculation, now.calculation]
  const parts = after.parts.flatMap(({ say, points }, at) => {
    const earlier = before.parts[at]
    if (earlier?.say !== say || pointsWords(earlier.points) === pointsWords(points)) return []
    // Where an answer was missing then, several numbers were possible.
    const count = Number(earlier.points.low)
    const counted = isOpenPoints(earlier.points)
      ? pointsWords(earlier.points)
      : message('sheets.differs.count', { count })
    return message('sheets.differs.points', { part: say, then: counted, now: pointsWords(points) })
  })
  const values = now.inputs.flatMap((input) => {
    const earlier = then.inputs.find(({ key }) => key === input.key)
    if (!earlier || !isKnown(input)) return []
    if (!isKnown(earlier)) return message('sheets.differs.laterDay', { input: input.label })
    if (earlier.value === input.value) return []
    const said = (value: string | null) => value ?? message('sheets.differs.notKnown')
    return message('sheets.differs.values', { input: input.label, then: said(earlier.value), now: said(input.value) })
  })
  return [...parts, ...values]
}

/** The sentence in which it stands, on one line. */
function sentenceAt(text: string, at: number): string {
  const sentence = splitSentences(text).find(({ start, end }) => start <= at && at < end)
  const quote = sentence ? text.slice(sentence.start, sentence.end) : text
  return quote.replaceAll(/\s+/g, ' ').trim()
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

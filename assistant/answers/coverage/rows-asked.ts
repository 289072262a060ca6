import type { AskedPart } from '../../../checks/answer-type.ts'
import { isOfAsked } from '../../../checks/asked-parts.ts'
import { isSameValue, type Value } from '../../../checks/claim-statement.ts'
import { asksOfNow, thingsListed } from '../../../text/questions.ts'
import { headsColumn } from '../../../text/same-things.ts'
import { excludes, isKindOfState } from '../../../text/states.ts'
import { isSameWord } from '../../../text/word-forms.ts'
import { cellsOf } from '../claims/row-in-words.ts'
import {
  BELOW_LABEL,
  FIRST_CELL,
  isLabelledBy,
  labelOf,
  type Quotable,
  textKey,
  wordsOfLabel,
} from './quotable-places.ts'

const ROWS_AT_MOST = 12
/** Of two columns the first names what the second says. */
const COLUMNS_AT_LEAST = 3

/**
 * The rows of a table of what is asked for in a state that is asked for: "Which medicines were stopped or changed?" and the rows of a
 * table of medicines with "Stopped" or "Increased" in them.
 */
function rowsByState({ text, asked }: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const thing = thingsListed(text)
  if (thing === null || asked.states.length === 0) return []
  const rows = quotables.filter(({ at: { place }, said }) => {
    const isOfThing = place.kind === 'row' && wordsOfLabel(place.label).some((word) => isSameWord(word, thing))
    // "Unchanged; no ground for a lower dose": what it is said to be counts, and not what it is not.
    const isOther = said.states.some((state) => asked.states.every((wanted) => excludes(state, wanted)))
    const isAsked = said.states.some((state) => asked.states.some((wanted) => isKindOfState(state, wanted)))
    return isOfThing && isAsked && !isOther
  })
  return rows.length > ROWS_AT_MOST ? [] : rows
}

/** Between things that are named beside each other. */
const LISTED = /^(?:, | (?:and|und|et|y|e|en|i) |, (?:and|und|et|y|e|en|i) )(?:the |his |her |its |their )?$/u

/**
 * The rows of several things that are asked for beside each other, on one of the days that are asked for: "How did potassium and
 * creatinine change between 3 and 17 June?" None where the question has other words too.
 */
function rowsOfSeveral(part: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const { asked, terms } = part
  const rows = quotables.filter((one) => {
    const isOfDay = asked.values.some((value) =>
      one.around.values.some((other) => isSameValue(value, asked, other, one.around)),
    )
    return one.at.place.kind === 'row' && isLabelledBy(one, part) && (asked.values.length === 0 || isOfDay)
  })
  const labels = rows.map(({ at: { place } }) => wordsOfLabel(FIRST_CELL.exec(place.text)?.[1] ?? ''))
  const isLabel = (word: string) => labels.some((words) => words.some((own) => isSameWord(own, word)))
  const isState = (start: number) => asked.states.some((state) => state.start === start)
  const named = terms.filter(({ word }) => isLabel(word))
  const isAll = terms.every(({ word, start }) => isLabel(word) || isState(start))
  const areListed = named.slice(1).every(({ start }, at) => LISTED.test(part.text.slice(named[at]?.end, start)))
  return named.length >= 2 && areListed && isAll && rows.length <= ROWS_AT_MOST ? rows : []
}

/**
 * The rows of one day in a table that has a column for what is asked: "What was the potassium on 18 March?" and the row of that day below
 * "Date", "Na", "K". Of what is asked for now the row of the last day. None where the question has other words than that column.
 */
function rowsOfDay(part: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const { asked } = part
  const days = asked.values.filter(({ kind }) => kind === 'date')
  if (days.length === 0 ? !asksOfNow(part.text) : days.length < asked.values.length) return []
  const rows = quotables.flatMap((row) => {
    const [day] = row.said.values.filter(({ kind }) => kind === 'date')
    return day && tellsInColumn(part, row, day) ? [{ row, day }] : []
  })
  const last = rows
    .map(({ day }) => calendarDay(day))
    .toSorted()
    .at(-1)
  const found = rows.filter(({ row, day }) =>
    days.length === 0 ? calendarDay(day) === last : days.some((wanted) => isSameValue(wanted, asked, day, row.said)),
  )
  return found.length > ROWS_AT_MOST ? [] : found.map(({ row }) => row)
}

/** As it sorts; of a day that can be read in two ways the first. */
function calendarDay({ meanings }: Value): string {
  return meanings[0] ?? ''
}

/** Whether a row has a value in a column whose head names all that a part is about. */
function tellsInColumn(part: AskedPart, row: Quotable, day: Value): boolean {
  const terms = part.terms.filter(({ word, start }) => !asksOfNow(word) && !(day.start <= start && start < day.end))
  const dayThere = row.said.text.slice(day.start, day.end)
  return columnsNamed(part, row).some(
    ({ cell, isNamed }) => terms.length > 0 && /\p{N}/u.test(cell) && !dayThere.includes(cell) && terms.every(isNamed),
  )
}

type Column = { readonly cell: string; readonly isNamed: (term: AskedPart['terms'][number]) => boolean }

/** The cells of a row below heads that name something of what is asked. */
function columnsNamed(part: AskedPart, { at: { place } }: Quotable): readonly Column[] {
  const [heads, cells] = [cellsOf(place.label), cellsOf(place.text)]
  if (place.kind !== 'row' || heads.length !== cells.length || heads.length < COLUMNS_AT_LEAST) return []
  return heads.flatMap((head, at) => {
    const named = headsColumn(head, part.text)
    const words = wordsOfLabel(head)
    const isNamed = ({ word, start }: AskedPart['terms'][number]) =>
      named.some((span) => span.start <= start && start < span.end) || words.some((own) => isSameWord(own, word))
    return part.terms.some(isNamed) ? [{ cell: cells[at] ?? '', isNamed }] : []
  })
}

/** Whether a row tells nothing of what is asked, as its cell in the column of that is empty. */
export function lacksCell(part: AskedPart, row: Quotable): boolean {
  const columns = columnsNamed(part, row)
  return columns.length > 0 && columns.every(({ cell }) => !/[\p{L}\p{N}]/u.test(cell))
}

/** What one item of a list below its label may be: of a date or a number the first that fits is it. */
const OF_LISTS: ReadonlySet<AskedPart['wants']> = new Set(['any', 'person'])

/** The items of a list below the label that a part asks for: "Preliminary Diagnosis:" and its two lines. One of them is half of the answer. */
function itemsBelow(part: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  if (!OF_LISTS.has(part.wants)) return []
  const items = quotables.filter(
    (one) =>
      one.at.place.kind === 'item' &&
      BELOW_LABEL.test(one.at.place.label) &&
      !labelOf(one.at.place).own &&
      isLabelledBy(one, part) &&
      isOfAsked(part, one),
  )
  const each = [...new Map(items.map((one) => [textKey(one.at), one])).values()]
  const lists = Map.groupBy(each, ({ documentId, at: { place } }) => `${documentId} ${place.head}`)
  const documents = new Set(each.map(({ documentId }) => documentId))
  // Two lists of one name in a document are not one.
  const isOne = lists.size === documents.size && [...lists.values()].some(({ length }) => length > 1)
  return isOne && each.length <= ROWS_AT_MOST ? each : []
}

/** More than this nobody reads as a list of things. */
const LISTED_AT_MOST = 5

/** What is below a heading that is just the things which are asked for: "Which allergies does he have?" and two sentences below "Allergies". */
function sectionOfThings(part: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const thing = thingsListed(part.text)
  const isOther = ({ word }: AskedPart['terms'][number]) => thing === null || !isSameWord(word, thing)
  if (thing === null || part.terms.some(isOther) || part.asked.values.length > 0) return []
  const isTheirs = (heading: string) => {
    const words = wordsOfLabel(heading)
    return words.length === 1 && words.every((word) => isSameWord(word, thing))
  }
  // The section of a passage may name several headings; the place knows its own.
  const headsOf = ({ at: { place }, headings }: Quotable) => {
    const [, ...own] = place.head.split('\n')
    return own.length > 0 ? own : headings
  }
  const own = quotables.filter((one) => headsOf(one).some(isTheirs) && isOfAsked(part, one))
  return own.length > LISTED_AT_MOST ? [] : own
}

/** The rows and items that together answer a part, all of them. */
export function rowsAsked(part: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const found = [rowsByState, rowsOfSeveral, rowsOfDay, itemsBelow, sectionOfThings].map((find) =>
    find(part, quotables),
  )
  return found.find(({ length }) => length > 0) ?? []
}

import { isSameWord } from '../../text/word-forms.ts'
import { isDay, isSameValue, type Statement, statementOf, type Value } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { departure, type DepartingPlace } from './departure.ts'

/**
 * The row of a table that has another value of a thing on the day of which a sentence gives one: "Potassium was 4.7 mmol/L on 7 June" of a row that has 5.0 in
 * the column of that day, or of a row of that day that has it in the column of potassium. None where anything else that was found has that value of that day.
 */
export function valueOfDay(claim: Statement, places: readonly Place[]): DepartingPlace | null {
  const [day, ...otherDays] = claim.values.filter(isDay)
  const [number, ...others] = claim.values.filter(({ measure, kind }) => measure !== null && kind !== 'place')
  if (!day || !number || otherDays.length + others.length > 0 || isRough(claim, number)) return null
  const given = { claim, day, number }
  const found = places.flatMap((place) => cellWithNumber(given, place)).at(0)
  if (!found || isRounded(number, found.stands) || isSaidOf(given, places)) return null
  const { place, cell, stands } = found
  return { place, departure: departure('value', number, stands, { sentence: claim.text, text: cell }) }
}

type Given = { readonly claim: Statement; readonly day: Value; readonly number: Value }

function cellWithNumber({ claim, day, number }: Given, place: Place) {
  const cell = place.kind === 'row' ? cellOf(claim, day, place) : null
  const stands = statementOf(cell ?? '').values.find(({ measure }) => measure !== null)
  return cell !== null && stands && isInUnitOf(claim, number, place) ? [{ place, cell, stands }] : []
}

/** What stands in the column of the day and the row of the thing, or the other way about. */
function cellOf(claim: Statement, day: Value, { text, label }: Place): string | null {
  const [row, heads] = [cellsOf(text), cellsOf(label)]
  if (row.length !== heads.length || text.trim() === label.trim()) return null
  const isOfDay = (cell: string) => isOnDay(claim, day, cell)
  const column = (isMeant: (cell: string) => boolean) => {
    const [at, ...others] = heads.flatMap((head, place) => (isMeant(head) ? [place] : []))
    return at === undefined || others.length > 0 ? null : (row[at] ?? null)
  }
  const [first = ''] = row
  if (names(claim, first)) return column(isOfDay)
  return isOfDay(first) ? column((head) => names(claim, head)) : null
}

function cellsOf(row: string): readonly string[] {
  const cells = row.trim().replace(/^\|/u, '').replace(/\|$/u, '')
  return cells.split(cells.includes('\t') ? '\t' : '|').map((cell) => cell.trim())
}

function isOnDay(claim: Statement, day: Value, text: string): boolean {
  const said = statementOf(text)
  return said.values.some((value) => isDay(value) && isSameValue(day, claim, value, said))
}

const BRACKETS = /\([^()]*\)/gu

/** Whether a sentence names all of a label, and no kind of it by a word before it: "urinary potassium" is another thing than "Potassium". */
function names({ terms, text }: Statement, label: string): boolean {
  const wanted = statementOf(label.replace(BRACKETS, ' ')).terms
  const there = wanted.map(({ word }) => terms.find((term) => isSameWord(term.word, word)))
  const first = Math.min(...there.map((term) => term?.start ?? 0))
  const before = terms.findLast(({ end }) => end <= first)
  const isOther = before && !SAMPLES.has(before.word) && text.slice(before.end, first).trim() === ''
  return wanted.length > 0 && there.every((term) => term !== undefined) && !isOther
}

/** Of these a laboratory measures what it calls by its own name alone. */
const SAMPLES = new Set('serum plasma blood patient the his her sérum plasmatique sérico sierico siero'.split(' '))

const ROUGHLY =
  /(?:about|around|roughly|nearly|almost|over|under|above|below|circa|ca\.|etwa|rund|knapp|gut|über|unter|environ|unos|circa)\s*$/iu

function isRough({ text }: Statement, { start }: Value): boolean {
  return ROUGHLY.test(text.slice(0, start))
}

/** Without a unit it is that of the table; with one, the table has the same. */
function isInUnitOf({ text }: Statement, { measure }: Value, { text: row, label }: Place): boolean {
  if (!measure) return false
  const plain = (written: string) => written.replaceAll('μ', 'µ').replaceAll(/\s/gu, '').toLowerCase()
  return `${plain(row)} ${plain(label)}`.includes(plain(text.slice(measure.at.end, measure.whole.end)))
}

function isRounded({ measure: mine }: Value, { measure: theirs }: Value): boolean {
  if (!mine || !theirs) return false
  const places = mine.figure.split(/[.,]/u)[1]?.length ?? 0
  return mine.plain === theirs.plain || theirs.plain.toFixed(places) === mine.plain.toFixed(places)
}

/** Also of a table whose head is not read as one, in which the value is anywhere. */
function isSaidOf({ claim, day, number }: Given, places: readonly Place[]): boolean {
  return places.some((place) => {
    const { text, kind } = place
    if (kind === 'row' && cellOf(claim, day, place) !== null) return false
    const said = statementOf(text)
    return isOnDay(claim, day, text) && said.values.some((value) => isSameValue(number, claim, value, said))
  })
}

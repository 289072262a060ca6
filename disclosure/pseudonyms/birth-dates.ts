import { isoDay } from './calendar-day.ts'
import type { DayRange } from './read-date.ts'

/** How a text says that a date is a day of birth: in words, or only by its place behind somebody's name. */
export type BirthSign = 'told' | 'beside'

/** Labels and verbs of the eight languages, with at most a place between them and the date: "born at Leeds on", "geb. am". */
const TOLD_BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:born|births?|birth ?da(?:te|y)|d\.? ?o\.? ?b|geb(?:oren|urtsdatum|urtstag)?|n[ée]e?|né\(e\)|naissance|nacid[oa]|nacimiento|f\. ?nac|nat[oa]|nascita|nascid[oa]|nascimento|geboorte(?:datum|dag)?|ur|urodz(?:on[ya]|enia)?)(?![\p{L}\p{N}])|[*✱])[^\n.;!?\d]{0,4}\.?[^.;!?\d\n]{0,30}\n?[^\p{L}\d]{0,4}$/iu
const TOLD_BEHIND =
  /^[\s,(]{1,3}(?:d\.?o\.?b|date of birth|birth(?:day|date)|geb(?:oren|urtsdatum)?|geboren)(?!\p{L})/iu
const NEAR = 80
/** "Edwin Calloway, 14/03/1951", "Calloway (14.3.1951)". */
const BESIDE = /^(?:[\s,(|:;-]|\u2013){1,4}$/u

/** Of a date in a text; `nameEnd` is where the name before it ends. */
export function birthSign(text: string, start: number, end: number, nameEnd: number | null): BirthSign | null {
  if (TOLD_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return 'told'
  if (TOLD_BEHIND.test(text.slice(end, end + NEAR))) return 'told'
  return nameEnd !== null && BESIDE.test(text.slice(nameEnd, start)) ? 'beside' : null
}

/** Whole years from a day to another, as ages are counted. */
export function yearsBetween(from: number, to: number): number {
  const [[year, rest], [laterYear, laterRest]] = [yearAndRest(from), yearAndRest(to)]
  return laterYear - year - (laterRest < rest ? 1 : 0)
}

/** Whether an age that is told is that of somebody who was born on the first day, on one of the others. */
export function matchesAge(born: DayRange, others: readonly DayRange[], ages: readonly Age[]): boolean {
  return others.some(({ from, to }) =>
    ages.some(({ years, days }) => {
      if (days !== null) return from >= born.from && Math.abs(from - born.from - days.from) < days.step
      const [least, most] = [yearsBetween(born.to, from), yearsBetween(born.from, to)]
      return years >= 2 && least <= years && years <= most
    }),
  )
}

/** As it is told; of infants in smaller units, with the days that they come to. */
export type Age = { readonly years: number; readonly days: { readonly from: number; readonly step: number } | null }

function yearAndRest(day: number): readonly [year: number, rest: string] {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\d)$/.exec(isoDay(day)) ?? []
  return [Number(year), rest]
}

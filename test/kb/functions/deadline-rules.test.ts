import { describe, expect, it } from 'vitest'
import { dayOf, sayDay } from '../../../kb/values/plain-date.ts'
import { callFunction } from '../../../kb/functions/call-function.ts'
import type { FunctionName } from '../../../kb/program/rule.ts'
import type { Calendar } from '../../../kb/program/vocabulary.ts'
import { dateValue, numberValue } from '../../../kb/values/value.ts'

/**
 * Dates worked out by hand from the text of the rules, each rule written as the composition of functions that a pack would
 * use. Weekdays of 2026: 1 January is a Thursday, 1 March a Sunday, 1 June a Monday, 1 October a Thursday.
 */
type Row = readonly [event: string, amount: number, expected: string, reason: string]

function call(name: FunctionName, day: string, ...rest: readonly (number | string | Calendar)[]): string {
  const args = rest.map((arg) => {
    if (typeof arg === 'number') return numberValue(arg)
    return typeof arg === 'string' ? dateValue(dayOf(arg)!) : arg
  })
  const outcome = callFunction(name, [dateValue(dayOf(day)!), ...args], () => {})
  if (!('value' in outcome) || outcome.value.kind !== 'date') throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  return sayDay(outcome.value.low)
}

function calendarOf(title: string, from: string, to: string, holidays: readonly string[]): Calendar {
  return {
    name: title,
    title,
    weekend: new Set([6, 7]),
    holidays: new Map(holidays.map((day) => [dayOf(day)!, 'holiday'])),
    from: dayOf(from)!,
    to: dayOf(to)!,
    source: null,
  }
}

describe('Federal Rules of Civil Procedure, rule 6', () => {
  // 6(a)(6)(A): New Year, Martin Luther King, Washington, Memorial Day, Juneteenth, Labor Day, Columbus, Veterans,
  // Thanksgiving, Christmas; Independence Day 2026 is a Saturday.
  const court = calendarOf('United States courts', '2026-01-01', '2027-01-31', [
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-04',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-01-18',
  ])
  const period = (event: string, days: number) => call('next_business_day', call('add_days', event, days), court)

  it.each<Row>([
    ['2026-03-02', 14, '2026-03-16', '6(a)(1)(A) the day of the event is left out; Monday to Monday'],
    ['2026-03-05', 7, '2026-03-12', '6(a)(1)(B) Saturday and Sunday in between count'],
    ['2026-03-07', 14, '2026-03-23', '6(a)(1)(C) the last day is Saturday 21, so Monday'],
    ['2026-03-08', 14, '2026-03-23', '6(a)(1)(C) the last day is Sunday 22, so Monday'],
    ['2026-05-11', 14, '2026-05-26', '6(a)(1)(C) Monday 25 May is Memorial Day, so Tuesday'],
    [
      '2026-11-12',
      14,
      '2026-11-27',
      '6(a)(1)(C) Thursday 26 November is Thanksgiving; the Friday after is no legal holiday',
    ],
    ['2026-12-18', 7, '2026-12-28', '6(a)(1)(C) Friday is Christmas, then Saturday and Sunday'],
    ['2026-11-26', 30, '2026-12-28', '6(a)(1)(C) 26 December is a Saturday; the event may be a holiday'],
    ['2026-12-04', 28, '2027-01-04', '6(a)(1)(C) Friday 1 January is New Year, then the weekend'],
  ])('%s and %i days end on %s: %s', (event, days, expected) => {
    expect(period(event, days)).toBe(expected)
  })

  it.each<Row>([
    ['2026-03-31', 14, '2026-03-17', '6(a)(5) counted backward from a hearing; a Tuesday'],
    ['2026-02-02', 14, '2026-01-16', '6(a)(5) Monday 19 January is a holiday, on backward over the weekend to Friday'],
    ['2026-12-11', 14, '2026-11-27', '6(a)(5) a Friday'],
    ['2026-03-22', 14, '2026-03-06', '6(a)(5) Sunday 8 March, on backward to Friday'],
  ])('before %s, %i days back is %s: %s', (event, days, expected) => {
    expect(call('previous_business_day', call('add_days', event, -days), court)).toBe(expected)
  })

  it.each<Row>([
    ['2026-03-31', 14, '2026-04-17', '6(d) Tuesday 14 April and three days is Friday'],
    ['2026-04-03', 14, '2026-04-20', '6(d) Friday 17 and three days is Monday'],
    [
      '2026-04-04',
      14,
      '2026-04-23',
      '6(d) would expire Saturday 18, under 6(a) Monday 20; three days are added to that',
    ],
    ['2026-04-01', 14, '2026-04-20', '6(d) Wednesday 15 and three days is Saturday 18, so Monday'],
  ])('%s and %i days after service by mail end on %s: %s', (event, days, expected) => {
    expect(call('next_business_day', call('add_days', period(event, days), 3), court)).toBe(expected)
  })
})

describe('Civil Procedure Rules of England and Wales, rule 2.8', () => {
  const court = calendarOf('England and Wales', '2023-09-01', '2026-12-31', [
    '2023-12-25',
    '2023-12-26',
    '2024-01-01',
    '2024-03-29',
    '2024-04-01',
    '2024-05-06',
    '2024-05-27',
    '2024-08-26',
    '2024-12-25',
    '2024-12-26',
    '2025-01-01',
    '2025-04-18',
    '2025-04-21',
    '2025-05-05',
    '2025-05-26',
    '2025-08-25',
    '2025-12-25',
    '2025-12-26',
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    // Boxing Day 2026 is a Saturday, so Monday is the bank holiday.
    '2026-12-28',
  ])

  it.each<Row>([
    ['2023-10-20', 3, '2023-10-16', '2.8(3) example (i): hearing Friday 20 October, last service Monday 16 October'],
    ['2025-10-20', 3, '2025-10-14', '2.8(4) example: hearing Monday 20 October, last service Tuesday 14 October'],
    [
      '2026-05-06',
      3,
      '2026-04-29',
      '2.8(4) Tuesday, Friday and Thursday are clear: the weekend and Monday 4 May do not count',
    ],
    [
      '2026-04-08',
      2,
      '2026-04-01',
      '2.8(4) Tuesday 7 and Thursday 2 are clear: Good Friday to Easter Monday do not count',
    ],
    ['2026-12-30', 1, '2026-12-24', '2.8(4) Tuesday 29 is clear: Christmas, the weekend and Monday 28 do not count'],
  ])('for a hearing on %s at least %i days after service the last day is %s: %s', (hearing, days, expected) => {
    expect(call('business_days_after', hearing, -(days + 1), court)).toBe(expected)
  })

  it.each<Row>([
    ['2025-10-01', 28, '2025-10-30', '2.8(3) example (ii): notice on 1 October, earliest hearing 30 October'],
    ['2026-02-01', 28, '2026-03-02', '2.8(2) clear days, February has 28'],
    ['2024-02-01', 28, '2024-03-01', '2.8(2) clear days, February has 29'],
  ])('a hearing at least %2$i days after notice on %1$s is on %3$s at the earliest: %4$s', (notice, days, expected) => {
    expect(call('add_days', notice, days + 1)).toBe(expected)
  })

  it('gives 16 October for particulars within 14 days of service on 2 October: 2.8(3) example (iii)', () => {
    expect(call('add_days', '2025-10-02', 14)).toBe('2025-10-16')
  })

  it.each<Row>([
    ['2026-03-20', 14, '2026-04-07', '2.8(5) the office is closed from Good Friday to Easter Monday'],
    ['2026-12-11', 14, '2026-12-29', '2.8(5) closed on Christmas, Saturday, Sunday and the bank holiday of Monday 28'],
    ['2026-03-16', 14, '2026-03-30', '2.8(5) a Monday on which the office is open'],
  ])('%s and %i days for an act at the court office end on %s: %s', (event, days, expected) => {
    expect(call('next_business_day', call('add_days', event, days), court)).toBe(expected)
  })

  it.each<Row>([
    ['2025-09-30', 4, '2026-01-30', '2.10 and Dodds v Walker: the corresponding date, not the last of the month'],
    ['2025-10-31', 4, '2026-02-28', '2.10 and Dodds v Walker: no 31 February, so the last day'],
    ['2025-12-10', 4, '2026-04-10', '7.5(1) four months after issue'],
  ])('%s and %i months end on %s: %s', (event, months, expected) => {
    expect(call('add_months', event, months)).toBe(expected)
  })
})

describe('Regulation (EEC, Euratom) No 1182/71, article 3', () => {
  const belgium = calendarOf('Belgium', '2024-01-01', '2026-12-31', [
    '2024-01-01',
    '2024-04-01',
    '2024-05-01',
    '2024-05-09',
    '2024-05-20',
    '2024-07-21',
    '2024-08-15',
    '2024-11-01',
    '2024-11-11',
    '2024-12-25',
    '2025-01-01',
    '2025-04-21',
    '2025-05-01',
    '2025-05-29',
    '2025-06-09',
    '2025-07-21',
    '2025-08-15',
    '2025-11-01',
    '2025-11-11',
    '2025-12-25',
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-07-21',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  const working = (day: string) => call('next_business_day', day, belgium)

  it.each<Row>([
    ['2026-03-02', 10, '2026-03-12', '3(1) and 3(2)(b): the day of the event is left out; Thursday'],
    ['2026-03-05', 9, '2026-03-16', '3(3) and 3(4): weekends count inside, Saturday 14 March goes to Monday'],
    ['2026-04-13', 18, '2026-05-04', '3(4): Friday 1 May is a holiday, then the weekend'],
    ['2026-11-01', 10, '2026-11-12', '3(4): Wednesday 11 November is a holiday, so Thursday'],
    ['2026-03-04', 14, '2026-03-18', '3(2)(c): two weeks end on the same day of the week, Wednesday'],
  ])('%s and %i days end on %s: %s', (event, days, expected) => {
    expect(working(call('add_days', event, days))).toBe(expected)
  })

  it.each<Row>([
    ['2026-02-10', 1, '2026-03-10', '3(2)(c): the same date, a Tuesday'],
    ['2026-01-30', 1, '2026-03-02', '3(2)(c) last sentence: no 30 February, so Saturday 28; 3(4): Monday'],
    ['2026-03-24', 2, '2026-05-26', '3(4): Sunday 24 May, then Whit Monday, so Tuesday'],
    ['2024-02-29', 12, '2025-02-28', '3(2)(c) last sentence: no 29 February 2025, so Friday 28'],
    ['2025-08-31', 6, '2026-03-02', '3(2)(c) last sentence: no 31 February, so Saturday 28; 3(4): Monday'],
  ])('%s and %i months end on %s: %s', (event, months, expected) => {
    expect(working(call('add_months', event, months))).toBe(expected)
  })

  it.each<Row>([
    ['2026-06-01', 15, '2026-05-17', '3(4) last sentence: counted back to a Sunday, which stays'],
    ['2026-05-11', 10, '2026-05-01', '3(4) last sentence: counted back to a holiday, which stays'],
  ])('%2$i days back from %1$s is %3$s: %4$s', (event, days, expected) => {
    expect(call('add_days', event, -days)).toBe(expected)
  })

  it.each<Row>([
    [
      '2026-04-03',
      2,
      '2026-04-08',
      '3(5): from Friday, over the weekend and Easter Monday, two working days end on Wednesday',
    ],
    ['2026-03-05', 2, '2026-03-09', '3(4): Saturday goes to Monday; 3(5): Friday and Monday are two working days'],
    ['2026-03-06', 2, '2026-03-10', '3(5): Sunday goes to Monday, which would be one working day only, so Tuesday'],
    ['2026-03-02', 2, '2026-03-04', '3(5): Tuesday and Wednesday are two'],
  ])('%s and %i days with at least two working days end on %s: %s', (event, days, expected) => {
    const twoWorked = call('business_days_after', event, 2, belgium)
    expect(call('max', working(call('add_days', event, days)), twoWorked)).toBe(expected)
  })

  it.each<Row>([
    ['2026-04-29', 5, '2026-05-07', '3(3): Thursday, not 1 May nor the weekend, Monday to Thursday'],
    ['2026-05-13', 1, '2026-05-15', '3(3): not Ascension Day, so Friday'],
    ['2026-12-24', 2, '2026-12-29', '3(3): not Christmas nor the weekend, Monday and Tuesday'],
  ])('%s and %i working days end on %s: %s', (event, days, expected) => {
    expect(call('business_days_after', event, days, belgium)).toBe(expected)
  })
})

describe('Bürgerliches Gesetzbuch, §§ 187 to 193', () => {
  const berlin = calendarOf('Berlin', '2025-01-01', '2028-12-31', [
    '2026-01-01',
    '2026-03-08',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-12-25',
    '2026-12-26',
    '2027-01-01',
  ])

  it.each<Row>([
    ['2026-03-02', 10, '2026-03-12', '§ 187(1), § 188(1): the day of the event is left out'],
    ['2026-03-04', 7, '2026-03-11', '§ 188(2): one week ends on the same day of the week, Wednesday'],
    ['2026-02-27', 15, '2026-03-14', '§ 189(1): half a month is 15 days'],
    ['2026-03-18', 7, '2026-03-25', '§ 190: an extension counts from the end of the first period'],
    ['2026-01-31', 60, '2026-04-01', '§ 191: two months that need not run on are 60 days'],
    ['2027-12-31', 365, '2028-12-30', '§ 191: a year that need not run on is 365 days, also in a leap year'],
  ])('%s and %i days end on %s: %s', (event, days, expected) => {
    expect(call('add_days', event, days)).toBe(expected)
  })

  it.each<Row>([
    ['2026-03-10', 1, '2026-04-10', '§ 188(2): the same number of the day'],
    ['2025-01-31', 1, '2025-02-28', '§ 188(3): no 31 February, so the last day'],
    ['2026-02-28', 1, '2026-03-28', '§ 188(2): the 28th, not the last of the month'],
    ['2025-08-31', 6, '2026-02-28', '§ 189(1): half a year is six months; § 188(3)'],
    ['2025-11-30', 3, '2026-02-28', '§ 189(1): a quarter is three months; § 188(3)'],
    ['2024-02-29', 12, '2025-02-28', '§ 188(3): no 29 February in 2025'],
  ])('%s and %i months end on %s: %s', (event, months, expected) => {
    expect(call('add_months', event, months)).toBe(expected)
  })

  // § 187(2): the first day counts, so § 188(2) ends the day before the corresponding one, and § 188(3) on the last of the
  // month where that day is missing. Neither order of the two steps gives both, the later of them does.
  it.each<Row>([
    ['2026-03-01', 12, '2027-02-28', '§ 188(2): a year from the beginning of 1 March'],
    ['2027-03-01', 12, '2028-02-29', '§ 188(2): the day before 1 March 2028 is the 29th'],
    ['2026-04-01', 1, '2026-04-30', '§ 188(2): the month of April'],
    ['2026-04-15', 1, '2026-05-14', '§ 188(2): the day before the 15th'],
    ['2026-01-31', 1, '2026-02-28', '§ 188(3): the day before "31 February" is missing, so the last day'],
    ['2026-01-30', 1, '2026-02-28', '§ 188(3): the day before "30 February" is missing, so the last day'],
    ['2026-01-29', 1, '2026-02-28', '§ 188(2): the day before "29 February" is the 28th'],
  ])('from the beginning of %s %i months end on %s: %s', (start, months, expected) => {
    const before = call('add_days', call('add_months', start, months), -1)
    const clamped = call('add_months', call('add_days', start, -1), months)
    expect(call('max', before, clamped)).toBe(expected)
  })

  it('adds half a month last: § 189(2), one and a half months from 15 January 2026 end on 2 March', () => {
    expect(call('add_days', call('add_months', '2026-01-15', 1), 15)).toBe('2026-03-02')
  })

  it('knows the beginning, middle and end of a month: § 192', () => {
    const monthBefore = call('end_of_month', call('add_months', '2026-02-10', -1))
    expect(call('add_days', monthBefore, 1)).toBe('2026-02-01')
    expect(call('add_days', monthBefore, 15)).toBe('2026-02-15')
    expect(call('end_of_month', '2026-02-10')).toBe('2026-02-28')
  })

  it.each<Row>([
    ['2026-03-20', 14, '2026-04-07', '§ 193: Good Friday, weekend, Easter Monday, so Tuesday'],
    ['2026-02-22', 14, '2026-03-09', '§ 193: Sunday 8 March, also a holiday in Berlin, so Monday'],
    ['2026-09-19', 14, '2026-10-05', '§ 193: Saturday 3 October, so Monday'],
    ['2026-12-11', 14, '2026-12-28', '§ 193: Friday 25 and Saturday 26 December, then Sunday, so Monday'],
    ['2026-04-30', 14, '2026-05-15', '§ 193: Ascension Day on a Thursday, so Friday'],
    ['2026-04-16', 14, '2026-04-30', '§ 193: Thursday, the day before the holiday'],
  ])('%s and %i days to declare or perform end on %s: %s', (event, days, expected) => {
    expect(call('next_business_day', call('add_days', event, days), berlin)).toBe(expected)
  })

  it.each([
    ['2026-02-28', 17, '§ 187(2), § 188(2): the 18th year is complete with the end of 28 February'],
    ['2026-03-01', 18, 'of age from the first moment of 1 March'],
  ])('who was born on 29 February 2008 is on %s aged %i: %s', (day, age) => {
    const outcome = callFunction('years_between', [dateValue(dayOf('2008-02-29')!), dateValue(dayOf(day)!)], () => {})
    expect(outcome).toEqual({ value: numberValue(age) })
  })
})

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { pooledCohortPercent } from './cardiovascular-risk.ts'
import { cpr28, cpr28Before, frcp6ByMail, regulation1182 } from './day-counting.ts'
import { ckdEpi2021 } from './kidneys.ts'
import { qtcBazett, qtcFridericia } from './measures-of-body.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const WEEKENDS = { weekdays: new Set([6, 7]), holidays: new Set<string>() }

/** Worked examples of the publications: the second implementation must itself be right. */
describe('the second implementation', () => {
  it('has the risk of the profile in the guideline of 2013, a white man of 55 (Goff 2014, table A: 5.3 %)', () => {
    const profile = { ageYears: 55, cholesterolMgDl: 213, hdlMgDl: 50, systolic: 120 }
    const risk = pooledCohortPercent({
      ...profile,
      female: false,
      black: false,
      treated: false,
      smoker: false,
      diabetes: false,
    })
    // The guideline adds products of rounded logarithms: 5.37 without them.
    expect(Math.abs(risk - 5.3)).toBeLessThan(0.1)
  })

  it('has the three examples of CPR 2.8 whose days can be counted', () => {
    // Friday 20 October 2017 and Monday 20 October 2014.
    expect(cpr28Before(day('2017-10-20'), 3, WEEKENDS).toString()).toBe('2017-10-16')
    expect(cpr28Before(day('2014-10-20'), 3, WEEKENDS).toString()).toBe('2014-10-14')
    expect(cpr28(day('2017-10-02'), 14, WEEKENDS).toString()).toBe('2017-10-16')
  })

  it('ends a period in weeks on the weekday of the event (C-171/03)', () => {
    expect(regulation1182(day('1998-03-12'), 3, 'weeks', WEEKENDS).toString()).toBe('1998-04-02')
  })

  it('adds the three days of service by mail after the period has been moved (FRCP 6, note of 2005)', () => {
    // The thirtieth day is a Saturday, the Monday after it a holiday.
    const closed = { weekdays: new Set([6, 7]), holidays: new Set(['2026-05-25']) }
    expect(frcp6ByMail(day('2026-04-23'), 30, closed).toString()).toBe('2026-05-29')
  })

  it('has the published estimates of kidneys and QT', () => {
    expect(Math.abs(ckdEpi2021(55, 0.9, true) - 76)).toBeLessThan(1)
    expect([qtcBazett(400, 75), qtcFridericia(400, 75)].map(Math.round)).toEqual([447, 431])
  })
})

import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { sayDay } from '../../../kb/dates/say-day.ts'
import { USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { createInference } from '../../../kb/infer/create-inference.ts'
import { goalStatus } from '../../../kb/infer/goal-status.ts'
import type { Atom } from '../../../kb/program/rule.ts'
import { readShippedPack } from '../read-shipped-pack.ts'

const SHIPPED = ['af-demo', 'legal-time', 'limitation-demo']
/** Rules that may be read at their source; the samples are made up. */
const WITH_SOURCES = new Set(['legal-time'])

describe.each(SHIPPED)('the shipped pack %s', (name) => {
  const { program, problems, packs, examples, untested } = compilePacks([readShippedPack(name)])

  it('compiles without a problem', () => {
    expect(problems).toEqual([])
    expect(program).not.toBeNull()
  })

  it('says that it is not reviewed guidance', () => {
    expect(packs.map(({ id, reviewed }) => [id, reviewed])).toEqual([[name, false]])
    expect(readShippedPack(name).files.find(({ path }) => path === 'pack.yaml')?.text).toContain(
      'not reviewed guidance',
    )
  })

  it('has a positive, a negative and, where there is an exception, an exception example for each rule', () => {
    expect([...untested]).toEqual([])
  })

  it.skipIf(WITH_SOURCES.has(name))('claims of no source that it was read', () => {
    expect(program?.rules.filter(({ sourceRead }) => sourceRead)).toEqual([])
  })

  it('has goals with phrases by which they are found', () => {
    const goals = [...(program?.vocabulary.relations.values() ?? [])].filter(({ asks }) => asks.length > 0)
    expect(goals.length).toBeGreaterThanOrEqual(5)
    expect(goals.filter(({ name: goal }) => !program?.rulesFor.has(goal))).toEqual([])
  })

  it.each(examples.map((example) => [`${example.rule}: ${example.title}`, example] as const))(
    'is right about %s',
    (_, example) => {
      if (!program) throw new Error('the pack did not compile')
      const { facts, asOf, jurisdiction } = example
      const inference = createInference(program, facts, {
        asOf,
        jurisdiction,
        statuses: new Set(['approved']),
        budget: USUAL_BUDGET,
        now: () => performance.now(),
      })
      const statusOf = (goal: Atom) => goalStatus(inference.ask(goal))
      const got = { holds: example.holds.map(statusOf), not: example.not.map(statusOf), ask: example.ask.map(statusOf) }
      expect(got).toEqual({
        holds: example.holds.map(() => 'yes'),
        not: example.not.map(() => 'no'),
        ask: example.ask.map(() => 'unknown'),
      })
    },
  )
})

it('compiles all shipped packs together', () => {
  expect(compilePacks(SHIPPED.map(readShippedPack)).problems).toEqual([])
})

describe('the calendar of England and Wales', () => {
  const england = compilePacks([readShippedPack('limitation-demo')]).program?.vocabulary.calendars.get('england')
  const holidays = [...(england?.holidays ?? [])].map(([day, name]) => [sayDay(day), name] as const)

  it('has Good Friday and Easter Monday where the Gregorian computus puts them', () => {
    const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]
    const easter = years.flatMap((year) => [dayFromEaster(year, -2), dayFromEaster(year, 1)])
    expect(holidays.filter(([, name]) => /Good Friday|Easter/.test(name)).map(([day]) => day)).toEqual(easter)
  })

  it('has eight holidays a year, and one more for each that was proclaimed', () => {
    const counts = Map.groupBy(holidays, ([day]) => day.slice(0, 4))
    expect([...counts].map(([year, days]) => [year, days.length])).toEqual([
      ['2020', 8],
      ['2021', 8],
      ['2022', 10],
      ['2023', 9],
      ['2024', 8],
      ['2025', 8],
      ['2026', 8],
      ['2027', 8],
    ])
  })

  it('has no holiday on a weekend, where its substitute day counts instead', () => {
    expect(holidays.filter(([day]) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([])
  })

  it('has the bank holidays of May and August on Mondays, but for VE day', () => {
    const mondays = holidays.filter(([, name]) => /Early May|Spring|Summer/.test(name))
    expect(mondays.filter(([day]) => new Date(`${day}T00:00:00Z`).getUTCDay() !== 1).map(([day]) => day)).toEqual([
      '2020-05-08',
      '2022-06-02',
    ])
  })
})

/** Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8), plus some days. */
function dayFromEaster(year: number, days: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1 + days)).toISOString().slice(0, 10)
}

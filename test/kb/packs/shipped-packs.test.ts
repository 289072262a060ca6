import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import type { Example } from '../../../kb/compile/compiled-packs.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import { USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { exampleStatus } from '../../../kb/infer/example-status.ts'
import type { Atom, Program } from '../../../kb/program/rule.ts'
import { readShippedPack, sectionsCited, writtenRules } from '../read-shipped-pack.ts'

const SAMPLES = ['af-demo', 'limitation-demo']
const SHIPPED = [...SAMPLES, 'clinical', 'legal-time']
const REFERENCE = fileURLToPath(new URL('../../../samples/reference/', import.meta.url))

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

  it('names a source for every rule', () => {
    expect(program?.rules.filter(({ source }) => source === null).map(({ id }) => id)).toEqual([])
  })

  it('names no page of ours as a source, which a reader could not open', () => {
    const own = program?.rules.filter(({ source }) => /\w\.md\b|reference text/.test(source ?? '')) ?? []
    expect(own.map(({ id }) => id)).toEqual([])
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
      expect(outcomeOf(program, example)).toEqual(wantedOf(example))
    },
  )
})

describe.each(SAMPLES)('the sample %s', (name) => {
  it('claims of no source that it was read', () => {
    const { program } = compilePacks([readShippedPack(name)])
    expect(program?.rules.filter(({ sourceRead }) => sourceRead)).toEqual([])
  })
})

describe('the clinical pack', () => {
  const { program, examples } = compilePacks([readShippedPack('clinical')])
  const rules = program?.rules ?? []
  const relations = [...(program?.vocabulary.relations.values() ?? [])]

  it('claims of a definition not that it was read, and points every other source to a section of the reference text', () => {
    const sections = new Set(readFileSync(`${REFERENCE}clinical-calculators.md`, 'utf8').match(/(?<=^## ).*$/gm))
    const cited = sectionsCited(writtenRules('clinical'), 'clinical-calculators.md')
    expect(cited.length).toBeGreaterThan(60)
    expect(cited.filter((section) => !sections.has(section))).toEqual([])
    expect(rules.filter(({ source, sourceRead }) => source === 'definition' && sourceRead)).toEqual([])
  })

  it('has at least three examples for each calculator, one of them with an input missing', () => {
    const calculators = relations.filter(({ calculator }) => calculator !== null).map(({ name }) => name)
    expect(calculators.length).toBeGreaterThanOrEqual(12)
    const about = (calculator: string, atoms: (one: (typeof examples)[number]) => readonly Atom[]) =>
      examples.filter((one) => atoms(one).some(({ relation }) => relation === calculator)).length
    const few = calculators.filter((one) => about(one, ({ holds, not, ask }) => [...holds, ...not, ...ask]) < 3)
    expect(few).toEqual([])
    const classes = new Set(['wells_pe_two_levels', 'wells_pe_three_levels', 'wells_dvt_three_levels', 'news2_risk'])
    expect(calculators.filter((one) => !classes.has(one) && about(one, ({ ask }) => ask) === 0)).toEqual([])
  })

  it('asks for what people record, rather than take its absence for a no', () => {
    const alternatives = new Set(['stated_age', 'urea_nitrogen'])
    const recorded = relations.filter(({ name, pack }) => pack === 'clinical' && !program?.rulesFor.has(name))
    const silent = recorded.filter(({ name, absent }) => absent === 'no' && !alternatives.has(name))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('bounds every measurement by what is possible', () => {
    const measured = relations.filter(({ name, latest }) => latest && !program?.rulesFor.has(name))
    const unbounded = measured.filter(({ places }) =>
      places.some((place) => place.kind === 'number' && (place.from === null || place.to === null)),
    )
    expect(unbounded.map(({ name }) => name)).toEqual([])
  })

  it('is right about all its examples beside the sample that shares its words', () => {
    const both = compilePacks([readShippedPack('af-demo'), readShippedPack('clinical')])
    if (!both.program) throw new Error('the packs did not compile together')
    const { program: shared } = both
    // A stated age stands against the day of birth that the sample asks for.
    const own = both.examples.filter(({ facts }) => !facts.some(({ relation }) => relation === 'stated_age'))
    expect(own.length).toBeGreaterThan(150)
    expect(own.filter((one) => !isDeepStrictEqual(outcomeOf(shared, one), wantedOf(one))).map(nameOf)).toEqual([])
  })
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

function outcomeOf(program: Program, { facts, asOf, jurisdiction, holds, not, ask }: Example) {
  const inference = createInference(program, facts, {
    asOf,
    jurisdiction,
    statuses: new Set(['approved']),
    budget: USUAL_BUDGET,
    now: () => performance.now(),
  })
  const statusOf = (goal: Atom) => exampleStatus(inference, goal)
  return { holds: holds.map(statusOf), not: not.map(statusOf), ask: ask.map(statusOf) }
}

function wantedOf({ holds, not, ask }: Example) {
  return { holds: holds.map(() => 'yes'), not: not.map(() => 'no'), ask: ask.map(() => 'unknown') }
}

function nameOf({ rule, title }: Example): string {
  return `${rule}: ${title}`
}

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

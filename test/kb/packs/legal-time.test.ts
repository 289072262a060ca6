import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { dayOf, sayDay } from '../../../kb/values/plain-date.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import type { Proof, Step } from '../../../kb/prove/proof.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal } from '../build-program.ts'
import { USUAL_OPTIONS } from '../infer/usual-options.ts'
import { readShippedPack, sectionsCited, writtenRules } from '../read-shipped-pack.ts'

const { program, examples } = compilePacks([readShippedPack('legal-time')])
if (!program) throw new Error('the pack did not compile')
const { calendars, relations } = program.vocabulary
const CALCULATORS = [...relations.values()].filter(({ calculator }) => calculator !== null).map(({ name }) => name)

/** As the courts listed them; read on 2026-11-26 at fresno, tuolumne and sanbernardino.courts.ca.gov. */
const CALIFORNIA_COURTS = [
  [2022, '01-17 02-11 02-21 03-31 05-30 07-04 09-05 09-23 11-11 11-24 11-25 12-26'],
  [2023, '01-02 01-16 02-13 02-20 03-31 05-29 06-19 07-04 09-04 09-22 11-10 11-23 11-24 12-25'],
  [2024, '01-01 01-15 02-12 02-19 04-01 05-27 06-19 07-04 09-02 09-27 11-11 11-28 11-29 12-25'],
  [2025, '01-01 01-20 02-12 02-17 03-31 05-26 06-19 07-04 09-01 09-26 11-11 11-27 11-28 12-25'],
  [2026, '01-01 01-19 02-12 02-16 03-31 05-25 06-19 07-03 09-07 09-25 11-11 11-26 11-27 12-25'],
] as const

function prove(goal: string, ...facts: readonly string[]): Proof {
  const given = facts.map((fact, index) => buildFact(fact, `f${index}`))
  const options = { ...USUAL_OPTIONS, jurisdiction: new Map(), statuses: new Set(['approved'] as const) }
  const [proof] = proofsOf(createInference(program!, given, options), buildGoal(goal, program!))
  if (!proof) throw new Error(`nothing about ${goal}`)
  return proof
}

function stepsOf({ grounds }: Proof): readonly Step[] {
  return grounds.flatMap((ground) =>
    ground.kind === 'rule'
      ? ground.steps.flatMap((step) => (step.kind === 'conclusion' ? [step, ...stepsOf(step.proof)] : [step]))
      : [],
  )
}

describe('the pack of legal time', () => {
  it('offers calculators for days, limitation, notices and interest', () => {
    expect(CALCULATORS).toHaveLength(28)
  })

  it.each(CALCULATORS)('has at least three examples of %s, and one in which something is missing', (name) => {
    const about = examples.filter(({ holds, not, ask }) =>
      [...holds, ...not, ...ask].some((one) => one.relation === name),
    )
    expect(about.length).toBeGreaterThanOrEqual(3)
    expect(about.filter(({ ask }) => ask.some(({ relation }) => relation === name))).not.toEqual([])
  })

  it('says of each rule its source, and the day of reading where it was read', () => {
    expect(program.rules.filter(({ source }) => source === null).map(({ id }) => id)).toEqual([])
    const undated = program.rules.filter(({ source, sourceRead }) => sourceRead && !source?.includes('2026-11-26'))
    expect(undated.map(({ id }) => id)).toEqual([])
  })

  it('does not pass for read what was only restated', () => {
    const notRead = program.rules.filter(({ sourceRead }) => !sourceRead).map(({ id }) => id)
    expect(notRead).toEqual(
      expect.arrayContaining([
        'england-minor',
        'eu-days-germany',
        'judgment-rate-1993',
        'frcp-expires-after-state-holiday',
      ]),
    )
  })

  it('says of each rule whose law it is, but of contract dates and of plain interest', () => {
    const lawOf = (name: string) => [
      ...new Set((program.rulesFor.get(name) ?? []).map(({ jurisdiction }) => jurisdiction)),
    ]
    const byLaw = Map.groupBy(CALCULATORS, (name) => lawOf(name).join(' and '))
    expect(Object.fromEntries([...byLaw].map(([law, names]) => [law, names.toSorted().join(' ')]))).toEqual({
      '': 'compound_annual compound_monthly next_anniversary notice_by simple_interest window_opens',
      'England and Wales':
        'claim_form_served clause_received cpr_earliest_hearing cpr_ends cpr_latest_service document_served england_claim_by england_claimed_interest england_judgment_interest',
      California: 'california_claim_by',
      Germany:
        'bgb_days_end bgb_from_start_end bgb_months_end germany_claim_by germany_default_interest germany_default_rate germany_file_by',
      'United States': 'frcp_ends frcp_latest_before us_judgment_interest',
      'European Union': 'eu_days_end eu_months_end',
    })
  })

  it('cites only sections that the reference text has', () => {
    const file = fileURLToPath(new URL('../../../samples/reference/legal-time.md', import.meta.url))
    const sections = new Set([...readFileSync(file, 'utf8').matchAll(/^### (\d\.\d) /gm)].map(([, number]) => number))
    const cited = sectionsCited(writtenRules('legal-time'), 'legal-time.md')
    expect(cited.length).toBeGreaterThan(60)
    expect(cited.filter((number) => !sections.has(number))).toEqual([])
  })
})

describe('the calendars of legal time', () => {
  it('cover 2020 to 2030 and say where they come from', () => {
    const told = [...calendars.values()].map(({ name, from, to, source }) => [name, sayDay(from), sayDay(to), source])
    const packaged = ['us_federal', 'england_wales', 'germany', 'belgium'].map((name) => [name, 'holidays 0.109'])
    const others = [
      ['weekends', 'no holidays are known'],
      ['california_courts', 'Code Civ. Proc. § 135'],
    ]
    expect(told).toEqual(
      [...packaged, ...others].map(([name, source]) => [
        name,
        '2020-01-01',
        '2030-12-31',
        expect.stringContaining(source ?? ''),
      ]),
    )
  })

  it.each(CALIFORNIA_COURTS)('have the closed working days of the courts of California in %i', (year, listed) => {
    const holidays = [...(calendars.get('california_courts')?.holidays.keys() ?? [])]
    const weekday = (day: number) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay())
    const closed = holidays.filter(weekday).map(sayDay)
    expect(closed.filter((day) => day.startsWith(`${year}-`)).map((day) => day.slice(5))).toEqual(listed.split(' '))
  })

  it('agree with the calendar of the sample pack on every working day of England and Wales', () => {
    const sample = compilePacks([readShippedPack('limitation-demo')]).program?.vocabulary.calendars.get('england')
    const mine = calendars.get('england_wales')
    if (!sample || !mine) throw new Error('a calendar is gone')
    const weekday = (day: number) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay())
    const days = (all: ReadonlyMap<number, string>) => [...all.keys()].filter((day) => weekday(day) && day <= sample.to)
    expect(days(mine.holidays)).toEqual(days(sample.holidays))
  })

  it('have the observed day of a federal holiday that falls on a weekend', () => {
    const holidays = calendars.get('us_federal')?.holidays
    const observed = ['2026-07-03', '2027-12-24', '2027-12-31', '2021-07-05']
    expect(observed.filter((day) => !holidays?.has(dayOf(day)!))).toEqual([])
  })
})

describe('a result of legal time', () => {
  it('lists the days that were passed over and why', () => {
    const proof = prove('cpr_ends(p, ?d)', 'starts_on(cpr, p, 2026-12-23)', 'lasts_days(cpr, p, 5 days)')
    const skipped = stepsOf(proof).flatMap((step) => (step.kind === 'calculation' ? step.skipped : []))
    expect(skipped).toEqual([
      { from: '2026-12-25', to: '2026-12-28', name: expect.stringContaining('Christmas Day') },
      { from: '2027-01-01', to: '2027-01-03', name: "New Year's Day, weekend" },
    ])
  })

  it('is refused beyond the calendar, with its range', () => {
    const proof = prove('frcp_ends(p, ?d)', 'starts_on(frcp, p, 2030-12-20)', 'lasts_days(frcp, p, 14 days)')
    expect(proof.status).toBe('unknown')
    expect(JSON.stringify(stepsOf(proof))).toContain('covers 2020-01-01 to 2030-12-31 and no other days')
  })

  it('is told without a unit said twice, as "2 months months" would be', () => {
    const sentences = examples.flatMap(({ facts, asOf, jurisdiction, holds }) => {
      const options = { ...USUAL_OPTIONS, asOf, jurisdiction, statuses: new Set(['approved'] as const) }
      const inference = createInference(program, facts, options)
      return holds.flatMap((goal) => JSON.stringify(proofsOf(inference, goal)).match(/"text":"[^"]*"/g) ?? [])
    })
    expect(sentences.length).toBeGreaterThan(500)
    expect(sentences.filter((one) => /(day|month|year)s? \1s?\b|% ?%/.test(one))).toEqual([])
  })

  it('says up to which day the German base rates are known, where that is why there is none', () => {
    const days = ['interest_from(x, 2026-01-01)', 'interest_to(x, 2026-11-01)', 'rate_on(x, 2026-11-01)']
    const facts = ['principal(x, 1000)', 'default_kind(x, consumer)', ...days]
    const firsts = ['germany_default_interest(x, ?i)', 'germany_default_rate(x, ?r)'].map((goal) =>
      JSON.stringify(stepsOf(prove(goal, ...facts))[0]),
    )
    const refusal = expect.stringContaining('the table here runs from 2016-07-01 to 2026-06-30')
    expect(firsts).toEqual([refusal, refusal])
  })

  it('asks for what is missing and takes nothing for granted', () => {
    const proof = prove('germany_claim_by(c, ?d)', 'germany_claim_for(c, payment)', 'arose_on(germany, c, 2022-03-15)')
    expect(proof.status).toBe('unknown')
    expect(proof.missing.map(({ statement }) => statement.relation)).toEqual(
      expect.arrayContaining(['known_on', 'suspended_by']),
    )
  })

  it('agrees with a second count by Date in 300 federal periods, forward and back', () => {
    const holidays = calendars.get('us_federal')!.holidays
    const isOpen = (day: number) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay()) && !holidays.has(day)
    const rolled = (day: number, step: 1 | -1): number => (isOpen(day) ? day : rolled(day + step, step))
    const first = dayOf('2021-01-01')!
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3200 }), fc.integer({ min: 1, max: 200 }), (offset, days) => {
        const day = first + offset
        const length = `lasts_days(frcp, p, ${days} days)`
        const forward = prove(
          `frcp_ends(p, ${sayDay(rolled(day + days, 1))})`,
          `starts_on(frcp, p, ${sayDay(day)})`,
          length,
        )
        const back = prove(
          `frcp_latest_before(p, ${sayDay(rolled(day - days, -1))})`,
          `hearing_on(frcp, p, ${sayDay(day)})`,
          length,
        )
        expect([forward.status, back.status]).toEqual(['yes', 'yes'])
      }),
      { numRuns: 150 },
    )
  })
})

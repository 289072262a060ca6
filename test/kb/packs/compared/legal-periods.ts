import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { nearestOpen } from '../independent/court-days.ts'
import { limitationCalifornia, limitationEngland, limitationGermany } from '../independent/limitation.ts'
import { closedDays } from './calendars.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { drawClosed } from './draw-closed.ts'
import { AS_OF, drawDay, drawNumber, saysWhether } from './draw.ts'

const period = (name: string, draw: (random: Random) => Omit<DrawnCase, 'asOf'>): ComparedCalculator => ({
  pack: 'legal-time',
  name,
  within: 0,
  draw: (random) => ({ ...draw(random), asOf: AS_OF }),
})

const GERMANY = closedDays('germany')
const CALIFORNIA = closedDays('california_courts')

function day(random: Random, from: number, to: number) {
  return Temporal.PlainDate.from(drawDay(random, from, to))
}

/** Of somebody who was a child on a day. */
function drawChild(random: Random, on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: drawNumber(random, 1, 17 * 365) })
}

/** Of a child the day of birth or that of majority; of an adult sometimes the day of birth, from the 18th birthday on. */
function ageFacts(random: Random, law: string, accrued: Temporal.PlainDate, born: Temporal.PlainDate | null) {
  const bornOn = (birth: Temporal.PlainDate) => `born_on(${law}, case, ${birth.toString()})`
  if (born === null) return ['no was_minor(case)', ...(random.chance(0.5) ? [bornOn(drawAdult(random, accrued))] : [])]
  return [
    'was_minor(case)',
    random.chance(0.7) ? bornOn(born) : `becomes_18_on(case, ${born.add({ years: 18 }).toString()})`,
  ]
}

function drawAdult(random: Random, on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ years: 18, days: random.chance(0.3) ? 0 : drawNumber(random, 1, 15_000) })
}

function drawGermanClaim(random: Random, fromYear: number, toYear: number) {
  const kind = random.pick(['payment', 'injury', 'other_damages'] as const)
  const arose = day(random, fromYear, toYear)
  const knowledge = arose.add({ days: drawNumber(random, 0, random.chance(0.4) ? 4000 : 1000) })
  // Old acts too, so that thirty years from them end first.
  const act = arose.subtract({
    days: random.chance(0.3) ? drawNumber(random, 7000, 10_500) : drawNumber(random, 0, 700),
  })
  const begins = Temporal.PlainDate.from({ year: knowledge.year, month: 12, day: 31 })
  const from = begins.add({ days: drawNumber(random, 1, 300) })
  const by = random.pick(['negotiations', 'proceedings'] as const)
  const isInside = Temporal.PlainDate.compare(from, act.add({ years: 30 })) < 0 && knowledge.year < arose.year + 8
  const suspended =
    random.chance(0.5) && isInside ? { by, from, ended: from.add({ days: drawNumber(random, 0, 300) }) } : null
  return {
    claim: { kind, arose, knowledge, act, suspended },
    facts: [
      `germany_claim_for(case, ${kind})`,
      `arose_on(germany, case, ${arose.toString()})`,
      `known_on(germany, case, ${knowledge.toString()})`,
      `act_on(case, ${act.toString()})`,
      `suspended_by(case, ${suspended?.by ?? 'none'})`,
      ...(suspended
        ? [
            `suspended_from(case, ${suspended.from.toString()})`,
            `suspension_ended(case, ${suspended.ended.toString()})`,
          ]
        : []),
    ],
  }
}

/** The calendar of the pack is from 2020 to 2030. */
function drawWithinCalendar(random: Random): ReturnType<typeof drawGermanClaim> {
  const drawn = drawGermanClaim(random, 2016, 2026)
  const { year } = limitationGermany(drawn.claim)
  return year < 2020 || year > 2029 ? drawWithinCalendar(random) : drawn
}

export const LEGAL_PERIODS: readonly ComparedCalculator[] = [
  period('england_claim_by', (random) => {
    const kind = random.pick(['contract', 'tort', 'personal_injury'] as const)
    const accrued = day(random, 2000, 2024)
    const knowledge = accrued.add({ days: drawNumber(random, 0, 1500) })
    const born = random.chance(0.4) ? drawChild(random, accrued) : null
    const discovered = random.chance(0.3) ? accrued.add({ days: drawNumber(random, 0, 2500) }) : null
    const atMidnight = random.chance(0.3)
    return {
      facts: [
        `england_claim_for(case, ${kind === 'personal_injury' ? 'injury' : kind})`,
        `arose_on(england, case, ${accrued.toString()})`,
        `known_on(england, case, ${knowledge.toString()})`,
        saysWhether(discovered !== null, 'was_concealed(case)'),
        ...(discovered ? [`discovered_on(case, ${discovered.toString()})`] : []),
        saysWhether(atMidnight, 'arose_at_midnight(case)'),
        ...ageFacts(random, 'england', accrued, born),
      ],
      expected: limitationEngland({ kind, accrued, knowledge, born, discovered, atMidnight }).toString(),
    }
  }),
  period('california_claim_by', (random) => {
    const kind = random.pick(['personal_injury', 'written_contract', 'oral_contract'] as const)
    const accrued = day(random, 2000, 2024)
    const born = random.chance(0.4) ? drawChild(random, accrued) : null
    const tolledDays = random.chance(0.5) ? 0 : drawNumber(random, 1, 400)
    return {
      facts: [
        `california_claim_for(case, ${kind === 'personal_injury' ? 'injury' : kind})`,
        `arose_on(california, case, ${accrued.toString()})`,
        `absent_from_state(case, ${tolledDays} days)`,
        ...ageFacts(random, 'california', accrued, born),
      ],
      expected: limitationCalifornia({ kind, accrued, born, tolledDays }, CALIFORNIA).toString(),
    }
  }),
  period('germany_claim_by', (random) => {
    const { facts, claim } = drawGermanClaim(random, 2002, 2020)
    return { facts, expected: limitationGermany(claim).toString() }
  }),
  period('germany_file_by', (random) => {
    const { facts, claim } = drawWithinCalendar(random)
    const end = limitationGermany(claim)
    const land = drawClosed(random, end, GERMANY, (one) => `land_holiday_on(case, ${one.toString()})`)
    return { facts: [...facts, ...land.facts], expected: nearestOpen(end, 1, land.closed).toString() }
  }),
]

import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { compoundInterest, simpleInterest } from '../independent/interest.ts'
import { limitationCalifornia, limitationEngland, limitationGermany } from '../independent/limitation.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { AS_OF, drawDay, drawNumber, saysWhether } from './draw.ts'

/** The pack rounds amounts to a hundredth. */
const HALF_A_CENT = 0.005

const period = (
  name: string,
  within: number,
  draw: (random: Random) => Omit<DrawnCase, 'asOf'>,
): ComparedCalculator => ({
  pack: 'legal-time',
  name,
  within,
  draw: (random) => ({ ...draw(random), asOf: AS_OF }),
})

const NONE_CLOSED = { weekdays: new Set<number>(), holidays: new Set<string>() }

function day(random: Random, from: number, to: number) {
  return Temporal.PlainDate.from(drawDay(random, from, to))
}

/** Of somebody who was a child on a day. */
function drawChild(random: Random, on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: drawNumber(random, 1, 17 * 365) })
}

function drawDebt(random: Random) {
  const principal = drawNumber(random, 100, 50_000, 2)
  const percent = drawNumber(random, 0.5, 15, 2)
  const from = day(random, 2015, 2024)
  const to = from.add({ days: drawNumber(random, 0, 1500) })
  return { principal, percent, from, to }
}

function beforeMonthEnd(debt: ReturnType<typeof drawDebt>) {
  return { ...debt, from: debt.from.with({ day: Math.min(debt.from.day, 28) }) }
}

function debtFacts(debt: ReturnType<typeof drawDebt>): readonly string[] {
  return [
    `principal(debt, ${debt.principal})`,
    `rate_a_year(debt, ${debt.percent} %)`,
    `interest_from(debt, ${debt.from.toString()})`,
    `interest_to(debt, ${debt.to.toString()})`,
  ]
}

export const LEGAL_PERIODS: readonly ComparedCalculator[] = [
  period('england_claim_by', 0, (random) => {
    const kind = random.pick(['contract', 'tort', 'personal_injury'] as const)
    const accrued = day(random, 2000, 2024)
    const knowledge = accrued.add({ days: drawNumber(random, 0, 1500) })
    const born = random.chance(0.4) ? drawChild(random, accrued) : null
    return {
      facts: [
        `england_claim_for(case, ${kind === 'personal_injury' ? 'injury' : kind})`,
        `arose_on(england, case, ${accrued.toString()})`,
        `known_on(england, case, ${knowledge.toString()})`,
        'no was_concealed(case)',
        'no arose_at_midnight(case)',
        saysWhether(born !== null, 'was_minor(case)'),
        ...(born ? [`born_on(england, case, ${born.toString()})`] : []),
      ],
      expected: limitationEngland({ kind, accrued, knowledge, born }).toString(),
    }
  }),
  period('california_claim_by', 0, (random) => {
    const kind = random.pick(['personal_injury', 'written_contract', 'oral_contract'] as const)
    const accrued = day(random, 2000, 2024)
    const born = random.chance(0.4) ? drawChild(random, accrued) : null
    const tolledDays = random.chance(0.5) ? 0 : drawNumber(random, 1, 400)
    return {
      facts: [
        `california_claim_for(case, ${kind === 'personal_injury' ? 'injury' : kind})`,
        `arose_on(california, case, ${accrued.toString()})`,
        `absent_from_state(case, ${tolledDays} days)`,
        saysWhether(born !== null, 'was_minor(case)'),
        ...(born ? [`born_on(california, case, ${born.toString()})`] : []),
      ],
      // The pack does not move the day on from a holiday (CCP 12a): it has no calendar of California, and says so.
      expected: limitationCalifornia({ kind, accrued, born, tolledDays }, NONE_CLOSED).toString(),
    }
  }),
  period('germany_claim_by', 0, (random) => {
    const arose = day(random, 2002, 2020)
    const knowledge = arose.add({
      days: random.chance(0.3) ? drawNumber(random, 2500, 4000) : drawNumber(random, 0, 1500),
    })
    const suspended = random.chance(0.5) && arose.until(knowledge, { largestUnit: 'days' }).days < 2000
    const begins = Temporal.PlainDate.from({ year: knowledge.year, month: 12, day: 31 })
    const from = begins.add({ days: drawNumber(random, 1, 700) })
    const to = from.add({ days: drawNumber(random, 0, 300) })
    return {
      facts: [
        'germany_claim_for(case, payment)',
        `arose_on(germany, case, ${arose.toString()})`,
        `known_on(germany, case, ${knowledge.toString()})`,
        `suspended_by(case, ${suspended ? 'negotiations' : 'none'})`,
        ...(suspended ? [`suspended_from(case, ${from.toString()})`, `suspension_ended(case, ${to.toString()})`] : []),
      ],
      expected: limitationGermany({
        arose,
        knowledge,
        suspendedDays: suspended ? from.until(to, { largestUnit: 'days' }).days : 0,
        talksEnded: suspended ? to : null,
      }).toString(),
    }
  }),
  period('simple_interest', HALF_A_CENT, (random) => {
    const debt = drawDebt(random)
    const daysAYear = random.pick([360, 365] as const)
    return {
      facts: [...debtFacts(debt), `counts_days(debt, actual_${daysAYear})`],
      expected: simpleInterest(debt.principal, debt.percent, debt.from, debt.to, daysAYear),
    }
  }),
  period('england_claimed_interest', HALF_A_CENT, (random) => {
    const debt = drawDebt(random)
    return { facts: debtFacts(debt), expected: simpleInterest(debt.principal, debt.percent, debt.from, debt.to, 365) }
  }),
  period('compound_annual', HALF_A_CENT, (random) => {
    const drawn = beforeMonthEnd(drawDebt(random))
    const years = drawNumber(random, 1, 10)
    const debt = { ...drawn, to: drawn.from.add({ years }) }
    return { facts: debtFacts(debt), expected: compoundInterest(debt.principal, debt.percent, 1, years) }
  }),
  period('compound_monthly', HALF_A_CENT, (random) => {
    // From the 31st to the 28th the pack counts no whole month but days, which the second implementation does not know.
    const drawn = beforeMonthEnd(drawDebt(random))
    const months = drawNumber(random, 1, 120)
    const debt = { ...drawn, to: drawn.from.add({ months }) }
    return { facts: debtFacts(debt), expected: compoundInterest(debt.principal, debt.percent, 12, months) }
  }),
]

import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { compoundInterest, simpleInterest } from '../independent/interest.ts'
import {
  federalJudgmentInterest,
  germanDefaultInterest,
  germanDefaultRate,
  judgmentDebtInterest,
} from '../independent/statutory-interest.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { AS_OF, drawDay, drawNumber, saysWhether } from './draw.ts'

/** The pack rounds amounts to a hundredth. */
const HALF_A_CENT = 0.005

const interest = (name: string, draw: (random: Random) => Omit<DrawnCase, 'asOf'>): ComparedCalculator => ({
  pack: 'legal-time',
  name,
  within: HALF_A_CENT,
  draw: (random) => ({ ...draw(random), asOf: AS_OF }),
})

function drawDebt(random: Random, fromYear = 2015, toYear = 2024) {
  const principal = drawNumber(random, 100, 50_000, 2)
  const percent = drawNumber(random, 0.5, 15, 2)
  const from = Temporal.PlainDate.from(drawDay(random, fromYear, toYear))
  const to = from.add({ days: drawNumber(random, 0, 1500) })
  return { principal, percent, from, to }
}

function beforeMonthEnd(debt: ReturnType<typeof drawDebt>) {
  return { ...debt, from: debt.from.with({ day: Math.min(debt.from.day, 28) }) }
}

function debtFacts(debt: ReturnType<typeof drawDebt>): readonly string[] {
  return [...sumFacts(debt), `rate_a_year(debt, ${debt.percent} %)`]
}

function sumFacts(debt: ReturnType<typeof drawDebt>): readonly string[] {
  return [
    `principal(debt, ${debt.principal})`,
    `interest_from(debt, ${debt.from.toString()})`,
    `interest_to(debt, ${debt.to.toString()})`,
  ]
}

const KINDS = ['consumer', 'business'] as const

export const LEGAL_INTEREST: readonly ComparedCalculator[] = [
  interest('simple_interest', (random) => {
    const debt = drawDebt(random)
    const daysAYear = random.pick([360, 365] as const)
    return {
      facts: [...debtFacts(debt), `counts_days(debt, actual_${daysAYear})`],
      expected: simpleInterest(debt.principal, debt.percent, debt.from, debt.to, daysAYear),
    }
  }),
  interest('england_claimed_interest', (random) => {
    const debt = drawDebt(random)
    return { facts: debtFacts(debt), expected: simpleInterest(debt.principal, debt.percent, debt.from, debt.to, 365) }
  }),
  interest('compound_annual', (random) => {
    const drawn = beforeMonthEnd(drawDebt(random))
    const years = drawNumber(random, 1, 10)
    const debt = { ...drawn, to: drawn.from.add({ years }) }
    return { facts: debtFacts(debt), expected: compoundInterest(debt.principal, debt.percent, 1, years) }
  }),
  interest('compound_monthly', (random) => {
    // From the 31st to the 28th the pack counts no whole month but days, which the second implementation does not know.
    const drawn = beforeMonthEnd(drawDebt(random))
    const months = drawNumber(random, 1, 120)
    const debt = { ...drawn, to: drawn.from.add({ months }) }
    return { facts: debtFacts(debt), expected: compoundInterest(debt.principal, debt.percent, 12, months) }
  }),
  interest('england_judgment_interest', (random) => {
    // The Order of 1993 is reached from both sides.
    const debt = drawDebt(random, 1991, 2024)
    const isJudgment = random.chance(0.8)
    return {
      facts: [...sumFacts(debt), saysWhether(isJudgment, 'is_judgment(debt)')],
      expected: isJudgment ? judgmentDebtInterest(debt.principal, debt.from, debt.to) : null,
    }
  }),
  interest('us_judgment_interest', (random) => {
    const debt = drawDebt(random)
    return {
      facts: [...sumFacts(debt), `treasury_yield(debt, ${debt.percent} %)`],
      expected: federalJudgmentInterest(debt.principal, debt.percent, debt.from, debt.to),
    }
  }),
  interest('germany_default_rate', (random) => {
    const on = drawDay(random, 2016, 2026)
    const kind = random.pick(KINDS)
    return {
      facts: [`default_kind(debt, ${kind})`, `rate_on(debt, ${on})`],
      expected: germanDefaultRate(Temporal.PlainDate.from(on), kind),
    }
  }),
  interest('germany_default_interest', (random) => {
    const debt = drawDebt(random, 2016, 2025)
    const kind = random.pick(KINDS)
    return {
      facts: [...sumFacts(debt), `default_kind(debt, ${kind})`],
      expected: germanDefaultInterest(debt.principal, kind, debt.from, debt.to),
    }
  }),
]

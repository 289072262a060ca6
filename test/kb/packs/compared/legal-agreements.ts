import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { monthsBefore, nextAnniversary, receivedByClause, windowOpens } from '../independent/contract-days.ts'
import { closedDays } from './calendars.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { AS_OF, drawDay, drawNumber } from './draw.ts'

type Drawn = { readonly facts: readonly string[]; readonly expected: Temporal.PlainDate | null; readonly asOf?: string }

const agreement = (name: string, draw: (random: Random) => Drawn): ComparedCalculator => ({
  pack: 'legal-time',
  name,
  within: 0,
  draw: (random) => {
    const { facts, expected, asOf = AS_OF } = draw(random)
    return { asOf, facts, expected: expected?.toString() ?? null }
  },
})

const ENGLAND = closedDays('england_wales')

function drawNotice(random: Random) {
  const end = drawDay(random, 2020, 2040)
  const months = random.chance(0.7) ? drawNumber(random, 0, 12) : drawNumber(random, 0, 120)
  return { end, months, before: monthsBefore(Temporal.PlainDate.from(end), months) }
}

export const LEGAL_AGREEMENTS: readonly ComparedCalculator[] = [
  agreement('clause_received', (random) => {
    const sent = drawDay(random, 2021, 2029)
    const count = drawNumber(random, 0, 20)
    return {
      facts: [`step_completed_on(document, ${sent})`, `clause_days(document, ${count} days)`],
      expected: receivedByClause(Temporal.PlainDate.from(sent), count, ENGLAND),
    }
  }),
  agreement('notice_by', (random) => {
    const { end, months, before } = drawNotice(random)
    return {
      facts: [`term_ends_on(agreement, ${end})`, `notice_months(agreement, ${months} months)`],
      expected: before,
    }
  }),
  agreement('window_opens', (random) => {
    const { end, months } = drawNotice(random)
    const notice = drawNumber(random, Math.max(0, months - 6), months + 1)
    return {
      facts: [
        `term_ends_on(agreement, ${end})`,
        `opens_months(agreement, ${months} months)`,
        `notice_months(agreement, ${notice} months)`,
      ],
      expected: windowOpens(Temporal.PlainDate.from(end), months, notice),
    }
  }),
  agreement('next_anniversary', (random) => {
    const began = Temporal.PlainDate.from(random.chance(0.2) ? '2016-02-29' : drawDay(random, 2000, 2020))
    const asOf = random.chance(0.3)
      ? began.add({ years: drawNumber(random, 1, 9) }).add({ days: drawNumber(random, -1, 1) })
      : Temporal.PlainDate.from(drawDay(random, 2021, 2030))
    return {
      asOf: asOf.toString(),
      facts: [`begins_on(agreement, ${began.toString()})`],
      expected: nextAnniversary(began, asOf),
    }
  }),
]

import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { type Closed, isOpen, nearestOpen, openDaysFrom } from '../independent/court-days.ts'
import {
  bgbPeriod,
  bgbPeriodFromDay,
  cpr28,
  cpr28After,
  cpr28Before,
  frcp6,
  frcp6Before,
  frcp6ByMail,
  regulation1182,
} from '../independent/day-counting.ts'
import { deemedService, deemedServiceOfClaimForm } from '../independent/service.ts'
import { closedDays } from './calendars.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { drawClosed } from './draw-closed.ts'
import { AS_OF, drawDay, drawNumber, saysWhether } from './draw.ts'

/** The calendars of the pack reach from 2020 to 2030. */
const YEARS = [2021, 2027] as const

type Drawn = { readonly facts: readonly string[]; readonly expected: Temporal.PlainDate | null }

const days = (name: string, draw: (random: Random) => Drawn): ComparedCalculator => ({
  pack: 'legal-time',
  name,
  within: 0,
  draw: (random): DrawnCase => {
    const { facts, expected } = draw(random)
    return { asOf: AS_OF, facts, expected: expected?.toString() ?? null }
  },
})

function drawEvent(random: Random) {
  const written = drawDay(random, ...YEARS)
  return { written, event: Temporal.PlainDate.from(written) }
}

/** Short ones as often as long ones. */
function drawDays(random: Random): number {
  return random.chance(0.5) ? drawNumber(random, 1, 7) : drawNumber(random, 6, 90)
}

const UNITED_STATES = closedDays('us_federal')
const ENGLAND = closedDays('england_wales')
const GERMANY = closedDays('germany')
const closedOn = (one: Temporal.PlainDate) => `closed_on(period, ${one.toString()})`
const MEMBER_STATES: Readonly<Record<'germany' | 'belgium', Closed>> = {
  germany: GERMANY,
  belgium: closedDays('belgium'),
}

function isLeftOpen(event: Temporal.PlainDate, count: number, known: Closed, closed: Closed): boolean {
  return count >= 2 && count < 14 && [1, 2].every((nth) => !isOpen(openDaysFrom(event, nth, 1, known), closed))
}

function drawMemberState(random: Random) {
  const state = random.pick(['germany', 'belgium'] as const)
  return { state, closed: MEMBER_STATES[state] }
}

export const LEGAL_DAYS: readonly ComparedCalculator[] = [
  days('frcp_ends', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    const byMail = random.chance(0.4)
    return {
      facts: [
        `starts_on(frcp, period, ${written})`,
        `lasts_days(frcp, period, ${count} days)`,
        saysWhether(byMail, 'served_by_mail_or_clerk(period)'),
      ],
      expected: byMail ? frcp6ByMail(event, count, UNITED_STATES) : frcp6(event, count, 'days', UNITED_STATES),
    }
  }),
  days('frcp_latest_before', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    return {
      facts: [`hearing_on(frcp, period, ${written})`, `lasts_days(frcp, period, ${count} days)`],
      expected: frcp6Before(event, count, UNITED_STATES),
    }
  }),
  days('cpr_ends', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    const atCourt = random.chance(0.5)
    return {
      facts: [
        `starts_on(cpr, period, ${written})`,
        `lasts_days(cpr, period, ${count} days)`,
        saysWhether(atCourt, 'at_court_office(period)'),
      ],
      // Rule 2.8(5) moves the end for acts at the court office alone.
      expected: atCourt || count <= 5 ? cpr28(event, count, ENGLAND) : event.add({ days: count }),
    }
  }),
  days('cpr_latest_service', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    const latest = cpr28Before(event, count, ENGLAND)
    return {
      facts: [`hearing_on(cpr, period, ${written})`, `lasts_days(cpr, period, ${count} days)`],
      // The pack names a working day for short periods, on which service takes effect at once.
      expected: count <= 5 ? nearestOpen(latest, -1, ENGLAND) : latest,
    }
  }),
  days('cpr_earliest_hearing', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawNumber(random, 6, 60)
    const isNotice = random.chance(0.8)
    return {
      facts: [
        `starts_on(cpr, period, ${written})`,
        `lasts_days(cpr, period, ${count} days)`,
        saysWhether(isNotice, 'notice_of_hearing(period)'),
      ],
      expected: isNotice ? cpr28After(event, count) : null,
    }
  }),
  days('eu_days_end', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    const { state, closed: known } = drawMemberState(random)
    const { closed, facts } = drawClosed(random, event.add({ days: count }), known, closedOn)
    return {
      facts: [
        `starts_on(eu, period, ${written})`,
        `lasts_days(eu, period, ${count} days)`,
        `acts_in(period, ${state})`,
        ...facts,
      ],
      // With both first working days closed the pack leaves a short period to a person.
      expected: isLeftOpen(event, count, known, closed) ? null : regulation1182(event, count, 'days', closed),
    }
  }),
  days('eu_months_end', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawNumber(random, 1, 24)
    const { state, closed: known } = drawMemberState(random)
    const { closed, facts } = drawClosed(random, event.add({ months: count }), known, closedOn)
    return {
      facts: [
        `starts_on(eu, period, ${written})`,
        `lasts_months(eu, period, ${count} months)`,
        `acts_in(period, ${state})`,
        ...facts,
      ],
      expected: regulation1182(event, count, 'months', closed),
    }
  }),
  days('bgb_days_end', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawDays(random)
    const declared = random.chance(0.5)
    const fromDay = random.chance(0.3)
    const end = event.add({ days: fromDay ? count - 1 : count })
    const { closed, facts } = drawClosed(random, end, GERMANY, closedOn)
    return {
      facts: [
        `starts_on(bgb, period, ${written})`,
        `lasts_days(bgb, period, ${count} days)`,
        saysWhether(fromDay, 'begins_with_day(period)'),
        saysWhether(declared, 'declaration_or_performance(period)'),
        ...facts,
      ],
      expected: (fromDay ? bgbPeriodFromDay : bgbPeriod)(event, count, 'days', declared ? closed : null),
    }
  }),
  days('bgb_months_end', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawNumber(random, 1, 35)
    const declared = random.chance(0.5)
    const { closed, facts } = drawClosed(random, event.add({ months: count }), GERMANY, closedOn)
    return {
      facts: [
        `starts_on(bgb, period, ${written})`,
        `lasts_months(bgb, period, ${count} months)`,
        'no begins_with_day(period)',
        saysWhether(declared, 'declaration_or_performance(period)'),
        ...facts,
      ],
      expected: bgbPeriod(event, count, 'months', declared ? closed : null),
    }
  }),
  days('bgb_from_start_end', (random) => {
    const { written, event } = drawEvent(random)
    const count = drawNumber(random, 1, 36)
    return {
      facts: [
        `starts_on(bgb, period, ${written})`,
        `lasts_months(bgb, period, ${count} months)`,
        'begins_with_day(period)',
      ],
      expected: bgbPeriodFromDay(event, count, 'months', null),
    }
  }),
  days('claim_form_served', (random) => {
    const { written, event } = drawEvent(random)
    return {
      facts: [`step_completed_on(document, ${written})`],
      expected: deemedServiceOfClaimForm(event, ENGLAND),
    }
  }),
  days('document_served', (random) => {
    const { written, event } = drawEvent(random)
    const [method, name] = random.pick([
      ['first_class_post', 'first_class_post'],
      ['document_exchange', 'document_exchange'],
      ['delivered', 'delivery'],
      ['email', 'email'],
      ['personal', 'personal'],
    ] as const)
    const early = random.chance(0.5)
    return {
      facts: [
        `step_completed_on(document, ${written})`,
        `served_by(document, ${name})`,
        saysWhether(early, 'before_half_past_four(document)'),
      ],
      expected: deemedService(event, method, early, ENGLAND),
    }
  }),
]

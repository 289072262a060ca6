import { Temporal } from 'temporal-polyfill'
import { type Closed, nearestOpen } from './court-days.ts'

/**
 * Read: Limitation Act 1980 ss 2, 5, 11(4) on freedomlawclinic.org and docslib.org; the day of accrual is left out (Zoan v Rouamba, as on
 * oxbridgenotes); ss 28 and 38(2) as summarised there, 28(6) from memory. California CCP 335.1 and 339 on justia.com and elaws.us, 12a on
 * casetext.com; 337, 338 and 352 as summarised on casefox.com and paralegalessentials. BGB 195 and 209 on anyflip.com and gesetze-in-app.de;
 * 199 (end of the year, ten years at most) and 203 (three months at least after talks) from memory.
 */
type Plain = Temporal.PlainDate

const later = (one: Plain, other: Plain) => (Temporal.PlainDate.compare(one, other) >= 0 ? one : other)
const earlier = (one: Plain, other: Plain) => (Temporal.PlainDate.compare(one, other) <= 0 ? one : other)
const majority = (born: Plain) => born.add({ years: 18 })

type EnglishClaim = {
  readonly kind: 'contract' | 'tort' | 'personal_injury'
  readonly accrued: Plain
  /** Of the injured person; counts for personal injury only. */
  readonly knowledge: Plain | null
  /** Of the claimant; a child is under a disability until 18. */
  readonly born: Plain | null
  /** When fraud, concealment or mistake was, or could have been, discovered; time does not begin before (section 32). */
  readonly discovered: Plain | null
  /** It accrued at the first moment of its day, which then counts, so that the period ends a day earlier (Matthew v Sedman). */
  readonly atMidnight: boolean
}

export function limitationEngland(claim: EnglishClaim): Plain {
  const { kind, accrued, knowledge, born, discovered } = claim
  const years = kind === 'personal_injury' ? 3 : 6
  const known = kind === 'personal_injury' && knowledge ? later(accrued, knowledge) : accrued
  const start = discovered ? later(known, discovered) : known
  const isWhole = claim.atMidnight && start.equals(accrued)
  const usual = start.add({ years }).subtract({ days: isWhole ? 1 : 0 })
  // Section 28: only where the claimant was a child on the day of accrual.
  const isChild = born !== null && Temporal.PlainDate.compare(accrued, majority(born)) < 0
  // Of age from the first moment of the birthday (Family Law Reform Act 1969 s 9, from memory), which is thus a day of the period.
  return isChild ? later(usual, majority(born).add({ years }).subtract({ days: 1 })) : usual
}

type CalifornianClaim = {
  readonly kind: 'personal_injury' | 'written_contract' | 'oral_contract' | 'property_damage'
  readonly accrued: Plain
  readonly born: Plain | null
  /** Days for which the period did not run, beside minority. */
  readonly tolledDays: number
}

const CALIFORNIA_YEARS = { personal_injury: 2, written_contract: 4, oral_contract: 2, property_damage: 3 } as const

/** On from a day on which the courts are closed (12a), where it is known which these are: from 2020 to 2030. */
export function limitationCalifornia({ kind, accrued, born, tolledDays }: CalifornianClaim, closed: Closed): Plain {
  const start = born ? later(accrued, majority(born)) : accrued
  const end = start.add({ years: CALIFORNIA_YEARS[kind] }).add({ days: tolledDays })
  return end.year >= 2020 && end.year <= 2030 ? nearestOpen(end, 1, closed) : end
}

type GermanClaim = {
  readonly kind: 'payment' | 'injury' | 'other_damages'
  readonly arose: Plain
  readonly knowledge: Plain
  /** The act or breach behind a claim for damages. */
  readonly act: Plain
  /** All inside the period; null: none. */
  readonly suspended: {
    readonly by: 'negotiations' | 'proceedings'
    readonly from: Plain
    readonly ended: Plain
  } | null
}

export function limitationGermany(claim: GermanClaim): Plain {
  const { arose, knowledge, suspended } = claim
  const known = Temporal.PlainDate.from({ year: later(arose, knowledge).year + 3, month: 12, day: 31 })
  const end = earlier(known, longestInGermany(claim))
  if (suspended === null) return end
  // Section 204(2): six months after proceedings have ended. Section 203: three months at least after talks.
  const until = suspended.by === 'proceedings' ? suspended.ended.add({ months: 6 }) : suspended.ended
  const moved = end.add({ days: suspended.from.until(until, { largestUnit: 'days' }).days })
  return suspended.by === 'negotiations' ? later(moved, suspended.ended.add({ months: 3 })) : moved
}

/** Whatever is known, section 199(2) to (4). */
function longestInGermany({ kind, arose, act }: GermanClaim): Plain {
  const [tenYears, thirtyYears] = [arose.add({ years: 10 }), act.add({ years: 30 })]
  if (kind === 'payment') return tenYears
  return kind === 'injury' ? thirtyYears : earlier(tenYears, thirtyYears)
}

import type { Rule } from '../program/rule.ts'
import type { InferenceOptions } from './inference.ts'
import { isLawIn } from './is-law-in.ts'

type Wanted = Pick<InferenceOptions, 'asOf' | 'jurisdiction' | 'statuses'>

/** Null: the rule counts. */
export function whyNotInForce(
  { status, validFrom, validTo, pack, jurisdiction }: Rule,
  { asOf, jurisdiction: wanted, statuses }: Wanted,
): 'status' | 'day' | 'jurisdiction' | null {
  if (!statuses.has(status)) return 'status'
  if ((validFrom !== null && asOf < validFrom) || (validTo !== null && validTo < asOf)) return 'day'
  if (jurisdiction === null) return null
  if (wanted === null) return 'jurisdiction'
  const judgedBy = typeof wanted === 'string' ? wanted : wanted.get(pack)
  // A pack that is of no certain law, as one that holds the law of several, switches none of its rules off.
  return !judgedBy || isLawIn(jurisdiction, judgedBy) ? null : 'jurisdiction'
}

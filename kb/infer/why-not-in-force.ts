import type { Rule } from '../program/rule.ts'
import type { InferenceOptions } from './inference.ts'
import { isSameJurisdiction } from './is-same-jurisdiction.ts'

type Wanted = Pick<InferenceOptions, 'asOf' | 'jurisdiction' | 'statuses'>

/** Null: the rule counts. */
export function whyNotInForce(
  { status, validFrom, validTo, pack, jurisdiction }: Rule,
  { asOf, jurisdiction: wanted, statuses }: Wanted,
): 'status' | 'day' | 'jurisdiction' | null {
  if (!statuses.has(status)) return 'status'
  if ((validFrom !== null && asOf < validFrom) || (validTo !== null && validTo < asOf)) return 'day'
  const judgedBy = wanted === null || typeof wanted === 'string' ? wanted : (wanted.get(pack) ?? null)
  if (jurisdiction === null) return null
  return judgedBy !== null && isSameJurisdiction(jurisdiction, judgedBy) ? null : 'jurisdiction'
}

import type { Conclusions } from '../../contract/rule.ts'
import { isNear } from '../proof/conclusion-list.tsx'

/** The lines of the form for which a conclusion waits that one or two answers would decide, by the keys that lines have. */
export function askedKeys(conclusions: Conclusions | null): ReadonlySet<string> {
  const open = conclusions?.conclusions.filter((one) => one.holds === 'unknown' && isNear(one)) ?? []
  const missing = open.flatMap((one) => one.missing)
  return new Set(missing.map(({ relation, args }) => `${relation}(${args.map((arg) => arg ?? '').join(', ')})`))
}

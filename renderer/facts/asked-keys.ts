import type { Conclusions } from '../../contract/rule.ts'

/** The lines of the form for which an open conclusion waits, by the keys that lines have. */
export function askedKeys(conclusions: Conclusions | null): ReadonlySet<string> {
  const missing =
    conclusions?.conclusions.filter(({ holds }) => holds === 'unknown').flatMap((one) => one.missing) ?? []
  return new Set(missing.map(({ relation, args }) => `${relation}(${args.map((arg) => arg ?? '').join(', ')})`))
}

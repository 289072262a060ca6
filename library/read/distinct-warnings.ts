import type { ReadWarning } from './read-warning.ts'

/** Each once, in the order in which they first came: parts of a document often say the same. */
export function distinctWarnings(warnings: readonly ReadWarning[]): readonly ReadWarning[] {
  return [...new Map(warnings.map((one) => [one.text, one])).values()]
}

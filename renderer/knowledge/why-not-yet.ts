import { formatCount } from '../wording/format-count.ts'
import type { RuleWork } from './use-rule-draft.ts'

const KINDS: Readonly<Record<string, string>> = {
  positive: 'a case in which it holds',
  negative: 'a case in which it does not hold',
  ask: 'a case in which it must ask',
  exception: 'a case with the exception',
}

/** What stands against the next step of a rule, in one sentence; null: nothing. */
export function whyNotYet({
  row,
  check,
  isChecking,
  isChanged,
}: Pick<RuleWork, 'row' | 'check' | 'isChecking' | 'isChanged'>): string | null {
  if (!check || isChecking) return 'Being checked.'
  if (check.problems.length > 0) return `${formatCount(check.problems.length, 'problem')} to solve first.`
  const failed = check.examples.filter(({ passed }) => !passed).length
  if (failed > 0) return `${formatCount(failed, 'test')} ${failed === 1 ? 'fails' : 'fail'}.`
  // A draft may be saved without all its tests, and what was approved has had them.
  return isChanged || !WANTS_ALL.has(row?.status) ? null : missingWords(check.examplesMissing)
}

const WANTS_ALL: ReadonlySet<string | undefined> = new Set(['draft', 'tested'])

function missingWords(kinds: readonly string[]): string | null {
  if (kinds.length === 0) return null
  return `${kinds.length === 1 ? 'One test is' : `${kinds.length} tests are`} missing: ${kinds.map(kindWords).join(', ')}.`
}

export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind
}

import { MOST_GROUNDS } from './row.ts'
import type { Row, RuleGround } from './row.ts'
import { rowKey } from './row-key.ts'

/**
 * Adds one way to derive the row. At most MOST_GROUNDS are kept: certain ones before possible ones, then those of the
 * earliest round, which never rest on the row itself, then in the order of rules, then of what they rest on. So which are
 * kept does not depend on the order in which they were found.
 */
export function keepGround(row: Row, ground: RuleGround): void {
  const { grounds } = row
  if (grounds.length === 0) {
    row.grounds = [ground]
    return
  }
  const worst = grounds.at(-1)
  if (grounds.length === MOST_GROUNDS && worst !== undefined && byRank(ground, worst) > 0) return
  const known = grounds.find((one) => one.rule === ground.rule && keyOf(one) === keyOf(ground))
  if (known !== undefined && (known.certain || !ground.certain)) return
  const others = grounds.filter((one) => one !== known)
  row.grounds = [...others, ground].toSorted(byWorth).slice(0, MOST_GROUNDS)
}

/** In the author's order: of rules, then by what they rest on. */
export function inAuthorsOrder(grounds: readonly RuleGround[]): readonly RuleGround[] {
  return grounds.toSorted((left, right) => left.rule.rule.order - right.rule.rule.order || byKey(left, right))
}

function byRank(left: RuleGround, right: RuleGround): number {
  return (
    Number(right.certain) - Number(left.certain) ||
    left.round - right.round ||
    left.rule.rule.order - right.rule.rule.order
  )
}

function byWorth(left: RuleGround, right: RuleGround): number {
  return byRank(left, right) || byKey(left, right)
}

function byKey(left: RuleGround, right: RuleGround): number {
  if (keyOf(left) === keyOf(right)) return 0
  return keyOf(left) < keyOf(right) ? -1 : 1
}

/** The rows it rests on; a rule derives a row in one way from the same rows. */
function keyOf(ground: RuleGround): string {
  ground.key ??= ground.matched.map((row) => (row === null ? '-' : rowKey(row.values))).join(' ')
  return ground.key
}

import type { Inference } from '../infer/inference.ts'
import type { Row, RuleGround } from '../infer/row.ts'

/** Conclusions that are looked through to see whether a proof leads back. */
const MOST_LOOKED_THROUGH = 500

/**
 * Those of the grounds that do not rest on the row itself, nor on the one at whose proof we are. Below that one only grounds
 * of earlier rounds are taken, of which there always is one, so every proof ends.
 */
export function groundsWithout(
  row: Row,
  grounds: readonly RuleGround[],
  path: readonly Row[],
  inference: Inference,
): readonly RuleGround[] {
  const group = inference.program.recursive.get(row.relation)
  if (group === undefined) return grounds
  const [root = row] = path.filter((other) => group.has(other.relation))
  const search = new Search(root, group)
  const isRoot = root === row
  return grounds.filter((ground) =>
    ground.matched.every(
      (other) =>
        other === null ||
        !group.has(other.relation) ||
        (isRoot ? other !== root && search.canAvoid(other) : isEarlier(other, row) && search.canAvoid(other)),
    ),
  )
}

/** Proofs of certain rows rest on certain rows of earlier rounds only; those of possible rows on either. */
function isEarlier(other: Row, row: Row): boolean {
  if (row.certainty === 'certain') return other.certainty === 'certain' && other.certainRound < row.certainRound
  return other.certainty === 'certain' || other.round < row.round
}

class Search {
  readonly #root: Row
  readonly #group: ReadonlySet<string>
  readonly #known = new Map<Row, boolean>()

  constructor(root: Row, group: ReadonlySet<string>) {
    this.#root = root
    this.#group = group
  }

  /** Whether the row can be proved by grounds of earlier rounds without the root. */
  canAvoid(row: Row): boolean {
    if (row === this.#root) return false
    if (isEarlier(row, this.#root)) return true
    const known = this.#known.get(row)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_LOOKED_THROUGH) return false
    this.#known.set(row, false)
    const isRecorded = row.missing || row.facts.length > 0
    const can =
      isRecorded ||
      row.grounds.some((ground) =>
        ground.matched.every(
          (other) =>
            other === null || !this.#group.has(other.relation) || (isEarlier(other, row) && this.canAvoid(other)),
        ),
      )
    this.#known.set(row, can)
    return can
  }
}

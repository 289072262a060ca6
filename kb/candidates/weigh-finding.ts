import { partStatus } from '../infer/evaluate-sum.ts'
import type { PreparedAtom, PreparedPart } from '../infer/prepared-rule.ts'
import { isOther } from '../infer/other-individual.ts'
import type { Run } from '../infer/run.ts'
import type { Finding } from '../program/candidate.ts'
import { denialOf, questionOf, statementOf } from '../prove/statement-of.ts'
import { Decimal } from '../values/decimal.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { WeighedFinding } from './weighed-candidate.ts'

const ZERO = new Decimal(0)

/** What one finding says of a candidate. What is not known stays so and adds nothing. */
export function weighFinding(finding: Finding, part: PreparedPart, run: Run, vocabulary: Vocabulary): WeighedFinding {
  const status = partStatus(part, run)
  const weight = { yes: finding.add, no: finding.absent, unknown: ZERO }[status]
  const side = status === 'unknown' ? 'missing' : weight.isZero() ? 'none' : weight.isNegative() ? 'against' : 'for'
  return { finding, status, weight, side, ...words(finding, part, status, run, vocabulary) }
}

type Words = Pick<WeighedFinding, 'sentence' | 'question'>

function words(
  { say }: Finding,
  { when }: PreparedPart,
  status: WeighedFinding['status'],
  run: Run,
  vocabulary: Vocabulary,
): Words {
  const [only] = when
  if (when.length !== 1 || only?.kind !== 'atom' || only.negated) return { sentence: say, question: null }
  const { relation } = only.atom
  const declared = vocabulary.relations.get(relation)
  if (!declared) return { sentence: say, question: null }
  const values = valuesOf(only.atom, run)
  const statement = statementOf(relation, values, vocabulary)
  if (status === 'no') return { sentence: denialOf(relation, values, vocabulary).text, question: null }
  return { sentence: statement.text, question: status === 'unknown' ? questionOf(declared, statement) : null }
}

/** Null: any at all. */
function valuesOf({ slots, constants }: PreparedAtom, run: Run) {
  return slots.map((slot, place) => {
    const value = constants[place] ?? run.slots[slot]
    return value === undefined || isOther(value) ? null : value
  })
}

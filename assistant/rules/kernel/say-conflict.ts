import type { Conclusions } from '../../../contract/rule.ts'
import type { Conflict } from '../../../kb/infer/row.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayFact } from './say-fact.ts'

/** Statements that cannot all be so, side by side; nobody picks one of them but a person. */
export function sayConflict({ rows, denied }: Conflict, vocabulary: Vocabulary): Conclusions['conflicts'][number] {
  const said = [
    ...rows.map(({ relation, values }) => ({ relation, values, holds: 'yes' as const })),
    ...denied.slice(0, 1).map(({ relation, values }) => ({ relation, values, holds: 'no' as const })),
  ].map((one) => sayFact({ ...one, at: null, validFrom: null, validTo: null }, vocabulary))
  const facts = [...rows.flatMap((row) => row.facts), ...denied].map(({ id }) => id)
  return { sentence: said.join(' / '), facts: [...new Set(facts)] }
}

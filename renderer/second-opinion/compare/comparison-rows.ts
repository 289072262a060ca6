import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'

/** Who says one thing: the sentence of each side, null where it does not mention it. */
export type ComparisonRow = {
  readonly key: string
  readonly state: 'agree' | 'differ' | 'unclear' | 'only' | 'alone'
  readonly by: 'rule' | 'model'
  readonly against: 'blind' | 'informed' | null
  readonly local: Claim | null
  readonly blind: Claim | null
  readonly informed: Claim | null
}

/** What differs first, then what nobody could tell, then what agrees, then what one side alone says. With one side only there is nothing to compare. */
export function comparisonRows(
  { agreement, blind, informed }: Pick<Consultation, 'agreement' | 'blind' | 'informed'>,
  answer: Answer | null,
): readonly ComparisonRow[] {
  const claims = { local: answer?.claims ?? [], blind: blind?.claims ?? [], informed: informed?.claims ?? [] }
  const at = (side: keyof typeof claims, index: number | null) =>
    (index === null ? null : claims[side].find((claim) => claim.index === index)) ?? null
  if (!agreement)
    return (['local', 'blind', 'informed'] as const).flatMap((side) =>
      claims[side].map((claim): ComparisonRow => {
        return {
          key: `${side} ${claim.index}`,
          state: 'alone',
          by: 'rule',
          against: null,
          local: null,
          blind: null,
          informed: null,
          [side]: claim,
        }
      }),
    )
  return agreement.claims
    .map(
      (row): ComparisonRow => ({
        key: `${row.local} ${row.blind} ${row.informed}`,
        state: row.state,
        by: row.by,
        against: row.against,
        local: at('local', row.local),
        blind: at('blind', row.blind),
        informed: at('informed', row.informed),
      }),
    )
    .toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
}

const ORDER: readonly ComparisonRow['state'][] = ['differ', 'unclear', 'agree', 'only', 'alone']

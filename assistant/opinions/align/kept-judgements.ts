import type { Judging } from '../../../contract/opinions/comparing.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { sha256 } from '../../home/sha256.ts'
import type { PairState } from './compare-pair.ts'
import { JUDGING_VERSION, measuredOf } from './judge-pair.ts'
import type { Group, JudgementOf, Link, Matched } from './match-claims.ts'

type JudgingModel = { readonly id: string; readonly sha256: string }

/** Under which the model is named that judged last. */
const JUDGE = 'alignment judge'

export type KeptJudgements = Judge & { keep(one: string, other: string, state: PairState): void }

/** What a model judged in a consultation. The texts are only hashed into the keys, so a sentence that changes is judged anew. */
export function keptJudgements(
  { store: { consultationResults } }: Pick<OpenMatter, 'store'>,
  consultation: string,
  model: JudgingModel,
): KeptJudgements {
  const keyOf = (one: string, other: string) =>
    `alignment ${sha256(JSON.stringify([JUDGING_VERSION, model.sha256, ...[one, other].toSorted()]))}`
  return {
    model: model.id,
    judgementOf: (one, other) => {
      const kept = consultationResults.find(consultation, keyOf(one, other)) as { readonly state: PairState } | null
      return kept?.state ?? null
    },
    keep(one, other, state) {
      consultationResults.keep(consultation, keyOf(one, other), { state })
      consultationResults.keep(consultation, JUDGE, model)
    },
  }
}

/** With what the model said that was asked last; null where none was. */
export function lastJudge({ store }: Pick<OpenMatter, 'store'>, consultation: string): Judge | null {
  const model = store.consultationResults.find(consultation, JUDGE) as JudgingModel | null
  return model && keptJudgements({ store }, consultation, model)
}

/** A local model with what it judged so far. */
export type Judge = { readonly model: string; readonly judgementOf: JudgementOf }

/** The links that rules could not tell and no model was asked about, nearest first in each group. */
export function openLinks(groups: readonly Group[]): readonly Link[] {
  return groups.flatMap(({ links }) => links.filter(({ state, by }) => state === 'unclear' && by === 'rule'))
}

export function judgingOf({ groups, judged }: Matched, judge: Judge | null): Judging {
  return {
    open: openLinks(groups).length,
    judged,
    model: judge?.model ?? null,
    measured: judge === null ? null : measuredOf(judge.model),
  }
}

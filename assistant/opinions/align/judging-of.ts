import type { Judging } from '../../../contract/opinions/comparing.ts'
import type { Group, JudgementOf, Link, Matched } from './match-claims.ts'
import { measuredOf } from './measured-of.ts'

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

import type { EvaluationRun } from '../../contract/evaluation.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { formatCount } from '../wording/format-count.ts'
import { formatInterval, formatPercent, formatShare } from '../wording/format-share.ts'
import { useComparison } from './use-evaluation.ts'

type Props = { readonly before: EvaluationRun; readonly after: EvaluationRun }

/** Two runs question by question: what became right, what became wrong, and whether chance alone would do it. */
export function ComparisonPanel({ before, after }: Props) {
  const { value, failure } = useComparison(before, after)
  return (
    <section className="mt-7" aria-labelledby="comparison">
      <h2 className="h" id="comparison">
        Run {after.number} against run {before.number}
      </h2>
      <FailureNote failure={failure} />
      {value ? (
        <dl className="kv" data-testid="comparison">
          <dt>Questions of both</dt>
          <dd>{value.questions}</dd>
          <dt>Right, run {before.number}</dt>
          <dd>{formatShare(value.rightBefore)}</dd>
          <dt>Right, run {after.number}</dt>
          <dd>{formatShare(value.rightAfter)}</dd>
          <dt>Difference</dt>
          <dd>
            <b>{formatPercent(value.difference)} points</b>, interval {formatInterval(value.differenceInterval)}
          </dd>
          <dt>Became wrong</dt>
          <dd>{changed(value.rightToWrong)}</dd>
          <dt>Became right</dt>
          <dd>{changed(value.wrongToRight)}</dd>
          <dt>McNemar</dt>
          <dd>
            p = {value.p.toFixed(3)}
            {value.p > 0.05 ? ': chance alone may do this' : ''}
          </dd>
        </dl>
      ) : null}
    </section>
  )
}

function changed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : `${formatCount(ids.length, 'question')}: ${ids.join(', ')}`
}

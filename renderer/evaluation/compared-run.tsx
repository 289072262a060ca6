import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import type { EscalationCurve } from '../../contract/answers/routing.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { formatCount, formatInterval, formatPercent, formatShare } from '../../wording/format-quantity.ts'
import { PlotFrame, plotX, plotY } from './plot.tsx'
import { useComparison, useEscalation } from './use-evaluation.ts'

type Props = { readonly before: EvaluationRun; readonly after: EvaluationRun }

/** Two runs question by question: what became right, what became wrong, and whether chance alone would do it. */
export function ComparisonPanel({ before, after }: Props) {
  const { value, failure } = useComparison(before, after)
  return (
    <section className="run-part" aria-labelledby="comparison">
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

type EscalationPanelProps = { readonly run: EvaluationRun; readonly second: EvaluationRun }

/** What asking elsewhere about the most doubtful answers buys; the compared run stands for the second opinion. */
export function EscalationPanel({ run, second }: EscalationPanelProps) {
  const { value, failure } = useEscalation(run, second)
  return (
    <section className="run-part stack-3 plot-panel" aria-labelledby="escalation">
      <h2 className="h flush" id="escalation">
        What asking for more buys{' '}
        <span className="muted">
          run {run.number}; run {second.number} ({second.model?.id ?? 'no model'}) stands for the second opinion
        </span>
      </h2>
      <FailureNote failure={failure} />
      {value ? <Chart curve={value} /> : null}
    </section>
  )
}

function Chart({ curve }: { readonly curve: EscalationCurve }) {
  const { points, at, right } = curve
  const line = (of: 'right' | 'random') => points.map((one) => `${plotX(one.asked)},${plotY(one[of])}`).join(' ')
  return (
    <>
      <PlotFrame label={escalationWords(curve)} x="share sent for a second opinion, %" y="right, %">
        <polyline className="ideal" points={line('random')} />
        <polyline className="a" points={line('right')} />
        <circle className="a-fill" cx={plotX(at)} cy={plotY(right)} r={4.5} />
      </PlotFrame>
      <p className="small soft" data-testid="escalation-words">
        {escalationWords(curve)}
      </p>
      <p className="small muted">Dotted line: as many, drawn at random.</p>
    </>
  )
}

function escalationWords(curve: EscalationCurve): string {
  const { questions, local, second, at, right, random, gain, gainInterval, finding } = curve
  return [
    `${questions} questions: here ${formatShare(local)} right, elsewhere ${formatPercent(second.right)} %.`,
    `With the most doubtful ${formatPercent(at)} % asked about, ${formatPercent(right)} % are right; with as many at random ${formatPercent(random)} %.`,
    `Difference ${formatPercent(gain)} points, interval ${gainInterval.map(formatPercent).join(' to ')}: ${FINDINGS[finding]}.`,
  ].join(' ')
}

const FINDINGS = {
  better: 'better than chance',
  worse: 'worse than chance',
  'not-shown': 'not shown to be better than chance',
} as const

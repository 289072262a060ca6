import type { EvaluationRun } from '../../contract/evaluation.ts'
import type { EscalationCurve } from '../../contract/routing.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { formatPercent, formatShare } from '../wording/format-share.ts'
import { PlotFrame } from './plot-frame.tsx'
import { plotX, plotY } from './plot-scale.ts'
import { useEscalation } from './use-evaluation.ts'

type Props = { readonly run: EvaluationRun; readonly second: EvaluationRun }

/** What asking elsewhere about the most doubtful answers buys; the compared run stands for the second opinion. */
export function EscalationPanel({ run, second }: Props) {
  const { value, failure } = useEscalation(run, second)
  return (
    <section className="mt-7 grid gap-3 plot-panel" aria-labelledby="escalation">
      <h2 className="h mb-0" id="escalation">
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

export function escalationWords(curve: EscalationCurve): string {
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

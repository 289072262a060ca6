import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import type { EscalationCurve } from '../../contract/answers/routing.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { formatInterval, formatNumber, formatPercent, formatShare } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { PlotFrame, plotX, plotY } from './plot.tsx'
import { useComparison, useEscalation } from './use-evaluation.ts'

type Props = { readonly before: EvaluationRun; readonly after: EvaluationRun }

/** Two runs question by question: what became right, what became wrong, and whether chance alone would do it. */
export function ComparisonPanel({ before, after }: Props) {
  const { value, failure } = useComparison(before, after)
  return (
    <section className="run-part" aria-labelledby="comparison">
      <h2 className="h" id="comparison">
        {t('evaluation.comparison.title', { after: after.number, before: before.number })}
      </h2>
      <FailureNote failure={failure} />
      {value ? (
        <dl className="kv" data-testid="comparison">
          <dt>{t('evaluation.comparison.questions')}</dt>
          <dd>{formatNumber(value.questions)}</dd>
          <dt>{t('evaluation.comparison.right', { number: before.number })}</dt>
          <dd>{formatShare(value.rightBefore)}</dd>
          <dt>{t('evaluation.comparison.right', { number: after.number })}</dt>
          <dd>{formatShare(value.rightAfter)}</dd>
          <dt>{t('evaluation.comparison.difference')}</dt>
          <dd>
            {t.rich('evaluation.comparison.differenceValue', {
              points: formatPercent(value.difference),
              interval: formatInterval(value.differenceInterval),
              b: TEXT_TAGS.b,
            })}
          </dd>
          <dt>{t('evaluation.comparison.becameWrong')}</dt>
          <dd>{changed(value.rightToWrong)}</dd>
          <dt>{t('evaluation.comparison.becameRight')}</dt>
          <dd>{changed(value.wrongToRight)}</dd>
          <dt>{t('evaluation.comparison.p')}</dt>
          <dd>
            {t(value.p > 0.05 ? 'evaluation.comparison.pChance' : 'evaluation.comparison.pValue', {
              p: formatNumber(value.p, 3),
            })}
          </dd>
        </dl>
      ) : null}
    </section>
  )
}

function changed(ids: readonly string[]): string {
  if (ids.length === 0) return t('evaluation.comparison.none')
  return t('evaluation.comparison.changed', { count: ids.length, ids: ids.join(', ') })
}

type EscalationPanelProps = { readonly run: EvaluationRun; readonly second: EvaluationRun }

/** What asking elsewhere about the most doubtful answers buys; the compared run stands for the second opinion. */
export function EscalationPanel({ run, second }: EscalationPanelProps) {
  const { value, failure } = useEscalation(run, second)
  return (
    <section className="run-part stack-3 plot-panel" aria-labelledby="escalation">
      <h2 className="h flush" id="escalation">
        {t('evaluation.escalation.title')}{' '}
        <span className="muted">
          {t('evaluation.escalation.runs', {
            run: run.number,
            second: second.number,
            model: second.model?.id ?? t('evaluation.escalation.noModel'),
          })}
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
      <PlotFrame
        label={escalationWords(curve)}
        x={t('evaluation.escalation.axis')}
        y={t('evaluation.charts.rightAxis')}
      >
        <polyline className="ideal" points={line('random')} />
        <polyline className="a" points={line('right')} />
        <circle className="a-fill" cx={plotX(at)} cy={plotY(right)} r={4.5} />
      </PlotFrame>
      <p className="small soft" data-testid="escalation-words">
        {escalationWords(curve)}
      </p>
      <p className="small muted">{t('evaluation.escalation.random')}</p>
    </>
  )
}

function escalationWords(curve: EscalationCurve): string {
  const { questions, local, second, at, right, random, gain, gainInterval, finding } = curve
  const [low, high] = gainInterval
  return t(`evaluation.escalation.${finding}`, {
    questions,
    local: formatShare(local),
    second: formatPercent(second.right),
    at: formatPercent(at),
    right: formatPercent(right),
    random: formatPercent(random),
    gain: formatPercent(gain),
    low: formatPercent(low),
    high: formatPercent(high),
  })
}

import { messageText } from '../../wording/message-text.ts'
import { useState } from 'react'
import type { EvaluationRun, QuestionSet, RunSummary, TypeSummary } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import {
  formatInterval,
  formatNumber,
  formatPercent,
  formatShare,
  formatShareWithInterval,
} from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { CalibrationPanel, ConfidentWrong } from './calibration-panel.tsx'
import { IntervalMark, PlotFrame, plotX, plotY } from './plot.tsx'
import { KeptChart, type NamedMeasures, ReliabilityChart } from './confidence-charts.tsx'
import { type RowFilter, RowList } from './row-list.tsx'
import { useComparison, useEscalation, useRows } from './use-evaluation.ts'
import type { EscalationCurve } from '../../contract/answers/routing.ts'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { modelName } from '../../wording/model-name.ts'

type Props = {
  readonly set: QuestionSet
  readonly run: EvaluationRun
  readonly summary: RunSummary
  readonly other: EvaluationRun | null
}

/** What a run comes to: plots, figures with their intervals, and every question. */
export function RunView({ set, run, summary, other }: Props) {
  const rows = useRows(run)
  const [filter, setFilter] = useState<RowFilter>('all')
  const { confidence } = summary
  const named = (one: EvaluationRun): NamedMeasures | null =>
    one.summary?.confidence
      ? { name: t('evaluation.view.run', { number: one.number }), measures: one.summary.confidence }
      : null
  const measured = named(run)
  return (
    <>
      <GoOn run={run} />
      <div className="run-panels">
        <section aria-label={t('evaluation.view.calibration')}>
          <h2 className="h">
            {t('evaluation.view.calibration')} <span className="muted">{t('evaluation.view.calibrationHint')}</span>
          </h2>
          {measured ? (
            <ReliabilityChart run={measured} other={other ? named(other) : null} />
          ) : (
            <p className="small soft">{t('evaluation.view.tooFew')}</p>
          )}
        </section>
        <section aria-label={t('evaluation.view.handingOver')}>
          <h2 className="h">
            {t('evaluation.view.handingOver')}{' '}
            <span className="muted">{t('evaluation.view.run', { number: run.number })}</span>
          </h2>
          {measured ? (
            <KeptChart rows={rows.value ?? []} />
          ) : (
            <p className="small soft">{t('evaluation.view.notMeasured')}</p>
          )}
        </section>
        <div className="stack-6 run-column">
          {confidence ? (
            <ConfidentWrong
              measures={confidence}
              before={other?.summary?.confidence ?? null}
              onRead={() => setFilter('confident-wrong')}
            />
          ) : null}
          <CalibrationPanel key={run.run} run={run} />
        </div>
      </div>
      {other ? <BesideOther run={run} other={other} /> : null}
      <ShownTable summary={summary} />
      <TypeTable types={summary.byType} />
      <FailureNote failure={rows.failure} />
      <RowList rows={rows.value ?? []} cardsOf={cardsOf(set, run)} filter={filter} onFilter={setFilter} />
      <p className="foot-print rule-top">
        <span>{confidence ? t(`evaluation.view.how.${confidence.how}`) : t('evaluation.view.noConfidence')}</span>
        <span>{t('evaluation.view.scoring')}</span>
        <span>{t('evaluation.view.intervals')}</span>
      </p>
    </>
  )
}

/** A card is tested in the matter, which holds the passages of its own questions only. */
function cardsOf({ documents }: QuestionSet, { run, matter }: EvaluationRun) {
  return documents === 'matter' && matter !== null ? { run, matter } : null
}

function BesideOther({ run, other }: { readonly run: EvaluationRun; readonly other: EvaluationRun }) {
  return (
    <>
      <ComparisonPanel before={other} after={run} />
      {other.summary ? <EscalationPanel run={run} second={other} /> : null}
    </>
  )
}

/** A run that stopped or failed can be gone on with. */
function GoOn({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  if (run.state !== 'stopped' && run.state !== 'failed') return null
  return (
    <div className="btns">
      <span className="soft">
        {t('evaluation.runs.goOn.words', { number: run.number, done: run.done, of: run.of })}{' '}
        {run.failure ? messageText(run.failure) : null}
      </span>
      <Button
        isSmall
        isBusy={action.isBusy}
        onClick={() =>
          void action.run(
            () => client.evaluation.resume({ matter: run.matter, run: run.run }),
            t('evaluation.runs.goOn.kept'),
            t('evaluation.runs.goOn.todo'),
          )
        }
      >
        {t('evaluation.runs.goOn.button')}
      </Button>
      <FailureNote failure={action.failure} />
    </div>
  )
}

const SHOWN = ['green', 'inPart', 'notWritten'] as const
const ENDS = ['right', 'half', 'wrong', 'refused'] as const

/** How the answers ended, by what was shown above them: whether a green mark can be relied on. */
export function ShownTable({ summary: { shown, wrongGreen } }: { readonly summary: RunSummary }) {
  if (!shown || !wrongGreen) return null
  return (
    <div className="table-scroll run-part" role="region" aria-label={t('evaluation.shown.label')} tabIndex={0}>
      <table className="data" aria-label={t('evaluation.shown.label')}>
        <thead>
          <tr>
            <th scope="col">{t('evaluation.shown.as')}</th>
            {ENDS.map((end) => (
              <th key={end} scope="col" className="n">
                {t(`evaluation.columns.${end}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN.map((state) => (
            <tr key={state}>
              <th scope="row">{t(`evaluation.shown.states.${state}`)}</th>
              {ENDS.map((end) => (
                <td key={end} className="n">
                  {formatNumber(shown[state][end])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">{t('evaluation.shown.wrongGreen', { share: formatShareWithInterval(wrongGreen) })}</p>
    </div>
  )
}

/** How the questions of each kind ended. */
function TypeTable({ types }: { readonly types: readonly TypeSummary[] }) {
  if (types.length < 2) return null
  return (
    <div className="table-scroll run-part" role="region" aria-label={t('evaluation.types.label')} tabIndex={0}>
      <table className="data" aria-label={t('evaluation.types.label')}>
        <thead>
          <tr>
            <th scope="col">{t('evaluation.types.kind')}</th>
            <th scope="col">{t('evaluation.columns.right')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('evaluation.types.interval')}</span>
            </th>
            <th scope="col">{t('evaluation.columns.half')}</th>
            <th scope="col">{t('evaluation.columns.wrong')}</th>
            <th scope="col">{t('evaluation.columns.refused')}</th>
            <th scope="col">{t('evaluation.columns.rightRefusals')}</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, right, half, wrong, refused, rightRefusals }) => (
            <tr key={type}>
              <th scope="row">{type.replaceAll('_', ' ')}</th>
              <td>{formatShareWithInterval(right)}</td>
              <td>
                <IntervalMark share={right} />
              </td>
              <td>{half ? formatShare(half) : t('evaluation.runs.empty')}</td>
              <td>{formatShare(wrong)}</td>
              <td>{formatShare(refused)}</td>
              <td>{formatShare(rightRefusals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ComparisonPanelProps = { readonly before: EvaluationRun; readonly after: EvaluationRun }

/** Two runs question by question: what became right, what became wrong, and whether chance alone would do it. */
function ComparisonPanel({ before, after }: ComparisonPanelProps) {
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
function EscalationPanel({ run, second }: EscalationPanelProps) {
  const { value, failure } = useEscalation(run, second)
  return (
    <section className="run-part stack-3 plot-panel" aria-labelledby="escalation">
      <h2 className="h flush" id="escalation">
        {t('evaluation.escalation.title')}{' '}
        <span className="muted">
          {t('evaluation.escalation.runs', {
            run: run.number,
            second: second.number,
            model: second.model ? modelName(second.model.id) : t('evaluation.escalation.noModel'),
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

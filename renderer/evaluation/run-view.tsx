import { useState } from 'react'
import type { EvaluationRun, QuestionSet, RunSummary, TypeSummary } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatShare, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { CalibrationPanel, ConfidentWrong } from './calibration-panel.tsx'
import { ComparisonPanel, EscalationPanel } from './compared-run.tsx'
import { IntervalMark } from './plot.tsx'
import { KeptChart, type NamedMeasures, ReliabilityChart } from './confidence-charts.tsx'
import { type RowFilter, RowList } from './row-list.tsx'
import { useRows } from './use-evaluation.ts'

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
    one.summary?.confidence ? { name: `run ${one.number}`, measures: one.summary.confidence } : null
  const measured = named(run)
  return (
    <>
      <GoOn run={run} />
      <div className="run-panels">
        <section aria-label="Calibration">
          <h2 className="h">
            Calibration <span className="muted">how often answers at each confidence level were right</span>
          </h2>
          {measured ? (
            <ReliabilityChart run={measured} other={other ? named(other) : null} />
          ) : (
            <p className="small soft">
              Not measured. It takes 20 answers, of them 5 right and 5 wrong ones; run a larger set.
            </p>
          )}
        </section>
        <section aria-label="What looking at the least sure buys">
          <h2 className="h">
            What looking at the least sure buys <span className="muted">run {run.number}</span>
          </h2>
          {measured ? <KeptChart rows={rows.value ?? []} /> : <p className="small soft">Not measured.</p>}
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
        <span>{confidence ? HOW_WORDS[confidence.how] : 'Confidence not measured'}</span>
        <span>
          Scored by code as a careful reader would: every part asked, every fact and item of the known answer, nothing
          contradicted. Half an answer shown as a whole one counts as wrong
        </span>
        <span>Intervals of 95 %: Wilson’s, or by bootstrap</span>
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

const HOW_WORDS = {
  'held-out': 'Calibrated on other questions, measured on these',
  'cross-validated':
    'Each answer is scored by a fit that did not see it; method and bands were chosen on these same answers',
} as const

/** A run that stopped or failed can be gone on with. */
function GoOn({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  if (run.state !== 'stopped' && run.state !== 'failed') return null
  return (
    <div className="btns">
      <span className="soft">
        Run {run.number} ended after {run.done} of {run.of} questions. {run.failure}
      </span>
      <Button
        isSmall
        isOff={action.isBusy}
        onClick={() =>
          void action.run(
            () => client.evaluation.resume({ matter: run.matter, run: run.run }),
            'What was answered is kept.',
            'Then press “Go on” again.',
          )
        }
      >
        Go on
      </Button>
      <FailureNote failure={action.failure} />
    </div>
  )
}

const SHOWN = [
  ['green', 'Answered'],
  ['inPart', 'Answered in part, or not confirmed'],
  ['notWritten', 'No answer written'],
] as const

/** How the answers ended, by what was shown above them: whether a green mark can be relied on. */
export function ShownTable({ summary: { shown, wrongGreen } }: { readonly summary: RunSummary }) {
  if (!shown || !wrongGreen) return null
  return (
    <div className="table-scroll run-part" role="region" aria-label="By what was shown" tabIndex={0}>
      <table className="data" aria-label="By what was shown">
        <thead>
          <tr>
            <th scope="col">Shown as</th>
            <th scope="col" className="n">
              Right
            </th>
            <th scope="col" className="n">
              Half right
            </th>
            <th scope="col" className="n">
              Wrong
            </th>
            <th scope="col" className="n">
              Refused, though answerable
            </th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(([state, label]) => (
            <tr key={state}>
              <th scope="row">{label}</th>
              <td className="n">{shown[state].right}</td>
              <td className="n">{shown[state].half}</td>
              <td className="n">{shown[state].wrong}</td>
              <td className="n">{shown[state].refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">Shown as answered and not right: {formatShareWithInterval(wrongGreen)}.</p>
    </div>
  )
}

/** How the questions of each kind ended. */
function TypeTable({ types }: { readonly types: readonly TypeSummary[] }) {
  if (types.length < 2) return null
  return (
    <div className="table-scroll run-part" role="region" aria-label="By kind of question" tabIndex={0}>
      <table className="data" aria-label="By kind of question">
        <thead>
          <tr>
            <th scope="col">Kind of question</th>
            <th scope="col">Right</th>
            <th scope="col">
              <span className="visually-hidden">On a line</span>
            </th>
            <th scope="col">Half right</th>
            <th scope="col">Wrong</th>
            <th scope="col">Refused, though answerable</th>
            <th scope="col">Right refusals</th>
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
              <td>{half ? formatShare(half) : '–'}</td>
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

import { useState } from 'react'
import type { CalibrationSummary, ConfidenceMeasures } from '../../contract/answers/confidence.ts'
import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatInterval, formatPercent, formatShare } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { IntervalMark } from './plot.tsx'
import { useCalibrations, useGate } from './use-evaluation.ts'

/** What the model of a run is calibrated on, and the button that calibrates it on this run. */
export function CalibrationPanel({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  const [gateLeft, setGateLeft] = useState<string | null>(null)
  const known = useCalibrations().value?.find(({ model }) => model.sha256 === run.model?.sha256) ?? null
  const canCalibrate = run.settings.passages === 'on' && run.summary?.confidence !== null
  const calibrate = () =>
    void action.run(
      async () => setGateLeft((await client.evaluation.calibrate({ matter: run.matter, run: run.run })).gateLeft),
      'The model stays as it was calibrated before.',
    )
  const forget = () =>
    void action.run(
      () => client.evaluation.forgetCalibration({ sha256: run.model?.sha256 ?? '' }),
      'The calibration is still there.',
    )
  return (
    <section aria-labelledby="calibration">
      <h2 className="h" id="calibration">
        Calibration <span className="muted">{run.model?.id}</span>
      </h2>
      <p className="small soft" role="status">
        {known ? calibrationWords(known) : 'Not calibrated: answers of this model show no confidence.'}
      </p>
      <GateWords model={run.model} />
      {gateLeft === null ? null : (
        <p className="small soft" role="status">
          {gateLeft}
        </p>
      )}
      <FailureNote failure={action.failure} />
      <div className="btns above-2">
        <Button isSmall isOff={!canCalibrate || action.isBusy} onClick={calibrate}>
          Calibrate on this run
        </Button>
        {known ? (
          <Button look="quiet" isSmall isOff={action.isBusy} onClick={forget}>
            Forget
          </Button>
        ) : null}
        {canCalibrate ? null : (
          <span className="small muted">
            {run.settings.passages === 'off' ? 'This run was without documents.' : 'Too few right or wrong answers.'}
          </span>
        )}
      </div>
    </section>
  )
}

function GateWords({ model }: Pick<EvaluationRun, 'model'>) {
  const gate = useGate(model?.sha256 ?? null).value
  if (!gate) return null
  return (
    <p className="small soft">
      Cards are given below a margin of {gate.threshold.toFixed(2)}: {gate.source}.
    </p>
  )
}

function calibrationWords({ answers, right, set, at, limits, measures }: CalibrationSummary): string {
  const { high } = limits
  const reached =
    high === null
      ? 'The band “high” is not reachable with this model on these questions, so no answer is shown as high.'
      : `“High” begins at ${formatPercent(high)} %: ${measures.wrongInHigh.count} of ${measures.wrongInHigh.of} there were wrong.`
  return `On ${answers} answers of ${set}, ${right} of them right, ${formatDate(at)}. ${reached}`
}

type ConfidentWrongProps = {
  readonly measures: ConfidenceMeasures
  readonly before: ConfidenceMeasures | null
  readonly onRead: () => void
}

/** How often the program was sure and wrong: the figure that matters most. */
export function ConfidentWrong({ measures, before, onRead }: ConfidentWrongProps) {
  const { confidentWrong, highBand, wrongInHigh, auroc, aurocInterval, ece, eceInterval } = measures
  const { count, of, interval } = confidentWrong
  const was = before && before.confidentWrong.of > 0 ? before.confidentWrong.count / before.confidentWrong.of : null
  const two = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join('–')
  return (
    <section aria-labelledby="confident-wrong">
      <h2 className="h" id="confident-wrong">
        Confident and wrong
      </h2>
      {highBand.count === 0 ? (
        <p className="small soft">
          No answer is in the band “high”: with this model and these questions none of the scores is high enough to be
          wrong at most 5 times in 100. So nothing is shown as high.
        </p>
      ) : (
        <>
          <p className="figure">{formatPercent(count / of)} %</p>
          <p className="above-1 below-1">
            <IntervalMark share={confidentWrong} />
          </p>
          <p className="small soft">
            {count} of {of} in the band “high”, and wrong{interval ? `; 95 % interval ${formatInterval(interval)}` : ''}
            .{was === null ? '' : ` Compared run: ${formatPercent(was)} %.`} In the band: {highBand.count}, wrong{' '}
            {formatShare(wrongInHigh)}.{' '}
            {count > 0 ? (
              <Button look="link" isSmall onClick={onRead}>
                read the {count}
              </Button>
            ) : null}
          </p>
        </>
      )}
      <dl className="kv above-3">
        <dt>Area under the curve</dt>
        <dd>
          {auroc.toFixed(2)}, interval {two(aurocInterval)}; 0.50 is chance
        </dd>
        <dt>Calibration error</dt>
        <dd>
          {ece.toFixed(2)}, interval {two(eceInterval)}
        </dd>
        <dt>Answers</dt>
        <dd>
          {measures.answers}, {measures.right} right
        </dd>
      </dl>
    </section>
  )
}

import { useState } from 'react'
import type { CalibrationSummary, ConfidenceMeasures } from '../../contract/answers/confidence.ts'
import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatInterval, formatNumber, formatPercent, formatShare } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { IntervalMark } from './plot.tsx'
import { useCalibrations, useGate } from './use-evaluation.ts'
import type { Message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { modelName } from '../../wording/model-name.ts'

/** What the model of a run is calibrated on, and the button that calibrates it on this run. */
export function CalibrationPanel({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  const [gateLeft, setGateLeft] = useState<Message | null>(null)
  const known = useCalibrations().value?.find(({ model }) => model.sha256 === run.model?.sha256) ?? null
  const canCalibrate = run.settings.passages === 'on' && run.summary?.confidence !== null
  const calibrate = () =>
    void action.run(
      async () => setGateLeft((await client.evaluation.calibrate({ matter: run.matter, run: run.run })).gateLeft),
      t('evaluation.calibration.calibrateKept'),
    )
  const forget = () =>
    void action.run(
      () => client.evaluation.forgetCalibration({ sha256: run.model?.sha256 ?? '' }),
      t('evaluation.calibration.forgetKept'),
    )
  const why = canCalibrate
    ? null
    : t(run.settings.passages === 'off' ? 'evaluation.calibration.withoutDocuments' : 'evaluation.calibration.tooFew')
  return (
    <section aria-labelledby="calibration">
      <h2 className="h" id="calibration">
        {t('evaluation.calibration.title')} <span className="muted">{run.model && modelName(run.model.id)}</span>
      </h2>
      <p className="small soft" role="status">
        {known ? calibrationWords(known) : t('evaluation.calibration.none')}
      </p>
      <GateWords model={run.model} />
      {gateLeft === null ? null : (
        <p className="small soft" role="status">
          {messageText(gateLeft)}
        </p>
      )}
      <FailureNote failure={action.failure} />
      <div className="btns above-2">
        <Button isSmall isBusy={action.isBusy} whyOff={why} isWhyBeside onClick={calibrate}>
          {t('evaluation.calibration.calibrate')}
        </Button>
        {known ? (
          <Button look="quiet" isSmall isBusy={action.isBusy} onClick={forget}>
            {t('evaluation.calibration.forget')}
          </Button>
        ) : null}
        {why ? <span className="small muted">{why}</span> : null}
      </div>
    </section>
  )
}

function GateWords({ model }: Pick<EvaluationRun, 'model'>) {
  const gate = useGate(model?.sha256 ?? null).value
  if (!gate) return null
  return <p className="small soft">{t('evaluation.calibration.gate', { source: gate.source })}</p>
}

function calibrationWords({ answers, right, set, at, limits, measures }: CalibrationSummary): string {
  const { high } = limits
  const { count, of } = measures.wrongInHigh
  const reached =
    high === null
      ? t('evaluation.calibration.noHigh')
      : t('evaluation.calibration.high', { percent: formatPercent(high), count, of })
  return t('evaluation.calibration.known', { answers, set, right, date: formatDate(at), reached })
}

type ConfidentWrongProps = {
  readonly measures: ConfidenceMeasures
  readonly before: ConfidenceMeasures | null
  readonly onRead: () => void
}

/** How often the program was sure and wrong: the figure that matters most. */
export function ConfidentWrong({ measures, before, onRead }: ConfidentWrongProps) {
  return (
    <section aria-labelledby="confident-wrong">
      <h2 className="h" id="confident-wrong">
        {t('evaluation.confidentWrong.title')}
      </h2>
      {measures.highBand.count === 0 ? (
        <p className="small soft">{t('evaluation.confidentWrong.noHigh')}</p>
      ) : (
        <ConfidentWrongFigure measures={measures} before={before} onRead={onRead} />
      )}
      <details className="above-2">
        <summary>{t('evaluation.confidentWrong.forExperts')}</summary>
        <MeasureList measures={measures} />
      </details>
    </section>
  )
}

function ConfidentWrongFigure({ measures, before, onRead }: ConfidentWrongProps) {
  const { confidentWrong, highBand, wrongInHigh } = measures
  const { count, of, interval } = confidentWrong
  const was = before && before.confidentWrong.of > 0 ? before.confidentWrong.count / before.confidentWrong.of : null
  return (
    <>
      <p className="figure">{t('evaluation.confidentWrong.percent', { percent: formatPercent(count / of) })}</p>
      <p className="above-1 below-1">
        <IntervalMark share={confidentWrong} />
      </p>
      <p className="small soft">
        {interval
          ? t('evaluation.confidentWrong.wordsWithInterval', { count, of, interval: formatInterval(interval) })
          : t('evaluation.confidentWrong.words', { count, of })}{' '}
        {was === null ? '' : t('evaluation.confidentWrong.before', { percent: formatPercent(was) })}{' '}
        {t('evaluation.confidentWrong.inHigh', { count: highBand.count, share: formatShare(wrongInHigh) })}{' '}
        {count > 0 ? (
          <Button look="link" isSmall onClick={onRead}>
            {t('evaluation.confidentWrong.read', { count })}
          </Button>
        ) : null}
      </p>
    </>
  )
}

function MeasureList({ measures }: Pick<ConfidentWrongProps, 'measures'>) {
  const { auroc, aurocInterval, ece, eceInterval, answers, right } = measures
  const ends = (values: readonly number[]) => values.map((value) => formatNumber(value, 2)).join('–')
  return (
    <dl className="kv above-3">
      <dt>{t('evaluation.confidentWrong.auroc')}</dt>
      <dd>
        {t('evaluation.confidentWrong.aurocValue', {
          value: formatNumber(auroc, 2),
          interval: ends(aurocInterval),
          chance: formatNumber(0.5, 2),
        })}
      </dd>
      <dt>{t('evaluation.confidentWrong.ece')}</dt>
      <dd>{t('evaluation.confidentWrong.eceValue', { value: formatNumber(ece, 2), interval: ends(eceInterval) })}</dd>
      <dt>{t('evaluation.confidentWrong.answers')}</dt>
      <dd>{t('evaluation.confidentWrong.answersValue', { count: answers, right })}</dd>
    </dl>
  )
}

import { type QuestionSet, stageWords } from '../../contract/evaluation/evaluation.ts'
import type { Optimisation, OptimisationResult } from '../../contract/evaluation/optimisation.ts'
import { settingWords } from '../../contract/evaluation/answer-setting-words.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { messageText } from '../../wording/message-text.ts'
import { useState } from 'react'
import { TextField } from '../parts/text-field.tsx'
import { PLOT } from './plot.tsx'
import { modelName } from '../../wording/model-name.ts'

/** Looks for better settings on a set: begin, how far it is, what came of it. */
export function Optimise({ set }: { readonly set: QuestionSet }) {
  const all = useOptimisations(set)
  const [newest] = all.value ?? []
  return (
    <section aria-labelledby="optimise" className="stack-6">
      <div className="stack-2">
        <h2 className="h" id="optimise">
          {t('optimisation.title')} <span className="muted">{t('optimisation.what')}</span>
        </h2>
        <p className="soft">{t('optimisation.hint')}</p>
        <FailureNote failure={all.failure} />
      </div>
      {all.value ? <Begun set={set} newest={newest ?? null} /> : null}
      {newest?.result ? <OptimisationOutcome optimisation={newest} result={newest.result} /> : null}
      {newest && newest.tried.length > 0 ? <Tried optimisation={newest} /> : null}
    </section>
  )
}

/** One that goes on, or what begins it. */
function Begun({ set, newest }: { readonly set: QuestionSet; readonly newest: Optimisation | null }) {
  const isGoing = newest?.state === 'running' || newest?.state === 'waiting'
  return isGoing ? <OptimisationNote optimisation={newest} /> : <StartOptimisation set={set} before={newest} />
}

function Tried({ optimisation: { tried, settings } }: { readonly optimisation: Optimisation }) {
  return (
    <div className="run-panels">
      <section aria-label={t('optimisation.bestSoFar')}>
        <BestChart tried={tried} of={settings.evaluations} />
      </section>
      <TriedTable tried={tried} />
    </div>
  )
}

/** One that goes on, with what is left of it. */
function OptimisationNote({ optimisation: one }: { readonly optimisation: Optimisation }) {
  const client = useClient()
  const action = useAction()
  const { done, of, matter, optimisation, result } = one
  const stage = stageWords(one)
  const label = t('optimisation.label')
  return (
    <section className="sunk run-note" aria-label={label}>
      <div className="grow">
        <p>{progressWords(one)}</p>
        {stage ? <p className="small soft">{stage}</p> : null}
        {result === null ? null : <p className="small soft">{t('optimisation.earlierBelow')}</p>}
        <Meter label={label} done={done} all={of} />
        <FailureNote failure={action.failure} />
      </div>
      <Button
        isSmall
        isBusy={action.isBusy}
        onClick={() =>
          void action.run(() => client.optimisation.stop({ matter, optimisation }), t('optimisation.stopKept'))
        }
      >
        {t('frame.buttons.stop')}
      </Button>
    </section>
  )
}

/** `3 of 24 settings, 40 of 288 answers, about 4 min left`. */
function progressWords({ state, done, of, leftMs, tried, settings, result }: Optimisation): string {
  if (state === 'waiting') return t('optimisation.waiting')
  const measured =
    result === null ? t('optimisation.progress.settings', { tried: tried.length, most: settings.evaluations }) : ''
  const answers = t('optimisation.progress.answers', { done, of })
  return [measured, answers, formatTimeLeft(leftMs === null ? null : leftMs / 1000)].filter(Boolean).join(', ')
}

type OptimisationOutcomeProps = { readonly optimisation: Optimisation; readonly result: OptimisationResult }

/** What the best settings are worth on the questions that did not choose them, and whether they are used. */
function OptimisationOutcome({ optimisation: one, result }: OptimisationOutcomeProps) {
  const client = useClient()
  const action = useAction()
  const { matter, optimisation, model, isOther, isAgainstUsual, inUse } = one
  const use = () => client.optimisation.keep({ matter, optimisation })
  const reset = () => client.optimisation.reset({ sha256: model.sha256 })
  if (!isOther)
    return (
      <p role="status">{t(isAgainstUsual ? 'optimisation.nothingBetterThanUsual' : 'optimisation.nothingBetter')}</p>
    )
  return (
    <section aria-labelledby="best-settings" className="sunk run-note">
      <div className="grow stack-2" data-testid="optimised">
        <h3 className="h" id="best-settings">
          {t('optimisation.best')} <span className="muted">{modelName(model.id)}</span>
        </h3>
        <p>{settingWords(result.best)}</p>
        <p className="small">{resultWords(result, isAgainstUsual)}</p>
        <p className="small soft" role="status">
          {outcomeWords(result, inUse)}
        </p>
        <p className="small muted">{t('optimisation.score')}</p>
        <FailureNote failure={action.failure} />
      </div>
      {inUse ? (
        <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(reset, t('optimisation.resetKept'))}>
          {t('optimisation.reset')}
        </Button>
      ) : (
        <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(use, t('optimisation.useKept'))}>
          {t('optimisation.use')}
        </Button>
      )}
    </section>
  )
}

function resultWords(result: OptimisationResult, isAgainstUsual: boolean): string {
  const [low, high] = result.interval
  const words = {
    count: result.questions,
    found: formatNumber(result.found, 2),
    before: formatNumber(result.before, 2),
    difference: formatNumber(result.difference, 2),
    low: formatNumber(low, 2),
    high: formatNumber(high, 2),
  }
  return isAgainstUsual
    ? t('optimisation.resultAgainstUsual', words)
    : t('optimisation.result', { ...words, settings: settingWords(result.against) })
}

function outcomeWords({ isBetter }: OptimisationResult, inUse: boolean): string {
  if (inUse) return t(isBetter ? 'optimisation.outcome.betterInUse' : 'optimisation.outcome.inUse')
  return t(isBetter ? 'optimisation.outcome.better' : 'optimisation.outcome.notUsed')
}

/** Those of a set, newest first. */
function useOptimisations({ set, matter }: QuestionSet): Loaded<readonly Optimisation[]> {
  return useLoaded(
    (of) => of.optimisation.list,
    { matter },
    (all) => all.filter((one) => one.set === set),
  )
}

const MOST = 40
const USUALLY = 24

type Props = { readonly set: QuestionSet; readonly before: Optimisation | null }

/** Begins, or goes on with what was stopped: what was measured is not measured again. */
function StartOptimisation({ set, before }: Props) {
  const client = useClient()
  const action = useAction()
  const [evaluations, setEvaluations] = useState(String(before?.settings.evaluations ?? USUALLY))
  const [sample, setSample] = useState(String(before?.settings.sample ?? USUALLY))
  const isRight = isWithin(evaluations, 1, MOST) && isWithin(sample, 4, Number.MAX_SAFE_INTEGER)
  const start = () =>
    action.run(
      () =>
        client.optimisation.start({
          matter: set.matter,
          set: set.set,
          settings: { evaluations: Number(evaluations), sample: Number(sample) },
        }),
      t('optimisation.start.kept'),
    )
  return (
    <form
      className="stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight && !action.isBusy) void start()
      }}
    >
      <Stopped before={before} />
      <TextField
        label={t('optimisation.start.evaluations')}
        inputMode="numeric"
        value={evaluations}
        onText={setEvaluations}
        hint={t('optimisation.start.evaluationsHint', { most: MOST })}
      />
      <TextField
        label={t('optimisation.start.sample')}
        inputMode="numeric"
        value={sample}
        onText={setSample}
        hint={t('optimisation.start.sampleHint')}
      />
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button
          type="submit"
          look="primary"
          isBusy={action.isBusy}
          whyOff={isRight ? null : t('optimisation.start.missing')}
          isWhyBeside
        >
          {t(isStopped(before) ? 'optimisation.start.goOn' : 'optimisation.start.submit')}
        </Button>
        {isRight ? null : <span className="small muted">{t('optimisation.start.missing')}</span>}
      </div>
    </form>
  )
}

function Stopped({ before }: Pick<Props, 'before'>) {
  if (!before || !isStopped(before)) return null
  const { tried, done, failure, result } = before
  const words =
    result === null
      ? t('optimisation.start.stopped', { settings: tried.length, answers: done })
      : t('optimisation.start.stoppedAgain', { answers: done })
  return (
    <p role="status">
      {words} {failure ? messageText(failure) : null}
    </p>
  )
}

function isStopped(before: Optimisation | null): boolean {
  return before?.state === 'stopped' || before?.state === 'failed'
}

function isWithin(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}

/** What was tried, the best first. */
function TriedTable({ tried }: Pick<Optimisation, 'tried'>) {
  const ranked = tried
    .map(({ settings, score }, at) => ({ words: settingWords(settings), score, number: at + 1 }))
    .toSorted((one, other) => other.score - one.score)
  return (
    <div className="table-scroll">
      <table className="data" aria-label={t('optimisation.tried.label')}>
        <thead>
          <tr>
            <th scope="col" className="n">
              {t('optimisation.tried.score')}
            </th>
            <th scope="col">{t('optimisation.tried.settings')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ words, score, number }) => (
            <tr key={number} data-testid="tried">
              <td className="n">{formatNumber(score, 2)}</td>
              <td className="small">{number === 1 ? t('optimisation.tried.usual', { settings: words }) : words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const BOTTOM = PLOT.top + PLOT.height

/** The score of each of the settings in their order, and the best so far. */
function BestChart({ tried, of }: { readonly tried: Optimisation['tried']; readonly of: number }) {
  const best = bestCurve(tried)
  const scores = tried.map(({ score }) => score)
  const low = Math.min(...scores)
  const high = Math.max(...scores)
  const x = (at: number) => PLOT.left + (PLOT.width * at) / Math.max(1, of - 1)
  // All alike: one line in the middle.
  const y = (score: number) => BOTTOM - PLOT.height * (high === low ? 0.5 : (score - low) / (high - low))
  const last = best.at(-1) ?? 0
  const words = t('optimisation.tried.summary', {
    usual: formatNumber(scores[0] ?? 0, 2),
    count: tried.length,
    best: formatNumber(last, 2),
  })
  return (
    <>
      <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${BOTTOM + 40}`} role="img" aria-label={words}>
        {[...new Set([low, high])].map((score) => (
          <g key={score}>
            <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={y(score)} y2={y(score)} />
            <text x={PLOT.left - 6} y={y(score) + 4} textAnchor="end">
              {formatNumber(score, 2)}
            </text>
          </g>
        ))}
        <polyline className="a" points={best.map((score, at) => `${x(at)},${y(score)}`).join(' ')} />
        {scores.map((score, at) => (
          <circle key={at} className="a-fill" cx={x(at)} cy={y(score)} r={3} />
        ))}
        <text x={PLOT.left + PLOT.width / 2} y={BOTTOM + 36} textAnchor="middle">
          {t('optimisation.tried.axis', { of })}
        </text>
        <text x={0} y={6}>
          {t('optimisation.tried.scoreAxis')}
        </text>
      </svg>
      <p className="small soft above-3">{words}</p>
    </>
  )
}

/** The best score so far after each of the settings. */
function bestCurve(tried: Optimisation['tried']): readonly number[] {
  const best: number[] = []
  for (const { score } of tried) best.push(Math.max(score, best.at(-1) ?? Number.NEGATIVE_INFINITY))
  return best
}

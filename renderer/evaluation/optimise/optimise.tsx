import { stageWords } from '../../../contract/evaluation/evaluation.ts'
import type { QuestionSet } from '../../../contract/evaluation/evaluation.ts'
import type { Optimisation, OptimisationResult } from '../../../contract/evaluation/optimisation.ts'
import { settingWords } from '../../../contract/evaluation/answer-setting-words.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Meter } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { BestChart, TriedTable } from './tried-settings.tsx'
import { StartOptimisation } from './start-optimisation.tsx'

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
        isOff={action.isBusy}
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
          {t('optimisation.best')} <span className="muted">{model.id}</span>
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
        <Button isSmall isOff={action.isBusy} onClick={() => void action.run(reset, t('optimisation.resetKept'))}>
          {t('optimisation.reset')}
        </Button>
      ) : (
        <Button isSmall isOff={action.isBusy} onClick={() => void action.run(use, t('optimisation.useKept'))}>
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

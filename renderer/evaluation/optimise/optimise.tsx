import type { QuestionSet } from '../../../contract/evaluation/evaluation.ts'
import type { Optimisation, OptimisationResult } from '../../../contract/evaluation/optimisation.ts'
import { settingWords } from '../../../contract/evaluation/answer-setting-words.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Meter } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { formatTimeLeft } from '../../../wording/format-time.ts'
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
          Optimise <span className="muted">how answers are made</span>
        </h2>
        <p className="soft">
          Tries other instructions, and how much of how many passages is read, on half of the questions; what the best
          is worth is measured on the other half. It takes minutes to hours, goes on in the background, and can be
          stopped at any time.
        </p>
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
      <section aria-label="Best so far">
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
  const { state, done, of, leftMs, stage, tried, settings, matter, optimisation, result } = one
  const left = formatTimeLeft(leftMs === null ? null : leftMs / 1000)
  const words =
    state === 'waiting'
      ? 'Waits for the run before it.'
      : [
          result === null ? `${tried.length} of ${settings.evaluations} settings` : null,
          `${done} of ${of} answers`,
          left,
        ]
          .filter(Boolean)
          .join(', ')
  return (
    <section className="sunk run-note" aria-label="Optimisation">
      <div className="grow">
        <p>
          {words}
          {stage && stage !== 'answering' ? `; ${stage}` : ''}
        </p>
        {result === null ? null : <p className="small soft">What was found before stands below until then.</p>}
        <Meter label="Optimisation" done={done} all={of} />
        <FailureNote failure={action.failure} />
      </div>
      <Button
        isSmall
        isOff={action.isBusy}
        onClick={() =>
          void action.run(() => client.optimisation.stop({ matter, optimisation }), 'What was measured is kept.')
        }
      >
        Stop
      </Button>
    </section>
  )
}

type OptimisationOutcomeProps = { readonly optimisation: Optimisation; readonly result: OptimisationResult }

/** What the best settings are worth on the questions that did not choose them, and whether they are used. */
function OptimisationOutcome({ optimisation: one, result }: OptimisationOutcomeProps) {
  const client = useClient()
  const action = useAction()
  const { matter, optimisation, model, isOther, isAgainstUsual, inUse } = one
  const use = () => client.optimisation.keep({ matter, optimisation })
  const reset = () => client.optimisation.reset({ sha256: model.sha256 })
  const [low, high] = result.interval
  if (!isOther)
    return (
      <p role="status">Nothing better than the {isAgainstUsual ? 'usual settings' : 'settings in use'} was found.</p>
    )
  return (
    <section aria-labelledby="best-settings" className="sunk run-note">
      <div className="grow stack-2" data-testid="optimised">
        <h3 className="h" id="best-settings">
          Best settings <span className="muted">{model.id}</span>
        </h3>
        <p>{settingWords(result.best)}</p>
        <p className="small">
          On {result.questions} other questions they score {result.found.toFixed(2)},{' '}
          {isAgainstUsual ? 'the usual ones' : `those in use before (${settingWords(result.against)})`}{' '}
          {result.before.toFixed(2)}: a difference of {result.difference.toFixed(2)}, interval {low.toFixed(2)} to{' '}
          {high.toFixed(2)}.
        </p>
        <p className="small soft" role="status">
          {outcomeWords(result, inUse)}
        </p>
        <p className="small muted">
          Score of an answer: the share of what the right answer says, less one if it is wrong; a right refusal is 1.
        </p>
        <FailureNote failure={action.failure} />
      </div>
      {inUse ? (
        <Button isSmall isOff={action.isBusy} onClick={() => void action.run(reset, 'They are still used.')}>
          Answer as usual again
        </Button>
      ) : (
        <Button isSmall isOff={action.isBusy} onClick={() => void action.run(use, 'Answers are made as before.')}>
          Use them
        </Button>
      )}
    </section>
  )
}

function outcomeWords({ isBetter }: OptimisationResult, inUse: boolean): string {
  const shown = isBetter ? 'The whole interval is above 0' : 'They were not shown to be better'
  return inUse
    ? `${shown}. Answers of this model are made so now; how sure they are was measured with other settings, so calibrate again.`
    : `${shown}. They are not used.`
}

/** Those of a set, newest first. */
function useOptimisations({ set, matter }: QuestionSet): Loaded<readonly Optimisation[]> {
  return useLoaded(
    (of) => of.optimisation.list,
    { matter },
    (all) => all.filter((one) => one.set === set),
  )
}

import type { Optimisation, OptimisationResult } from '../../../contract/optimisation.ts'
import { settingWords } from '../../../contract/setting-words.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'

type Props = { readonly optimisation: Optimisation; readonly result: OptimisationResult }

/** What the best settings are worth on the questions that did not choose them, and whether they are used. */
export function OptimisationOutcome({ optimisation: one, result }: Props) {
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
      <div className="grow grid gap-2" data-testid="optimised">
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

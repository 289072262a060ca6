import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLongWork } from '../use-long-work.ts'

const SAMPLES = 3

/** The list of this computer, made by its model from the sources; and how firm its first choice is. */
export function RankHere({ consultation }: { readonly consultation: string }) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork('The list stays as it was.')
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
  const rank = () =>
    start(async (tell, signal) => {
      let [done, items] = [0, SAMPLES]
      for await (const event of await client.opinion.rank({ matter, consultation, samples: SAMPLES }, { signal })) {
        if (event.type === 'ranking-begin') items = event.names.length + SAMPLES
        else if (event.type !== 'ranked') done += 1
        tell(done, items)
      }
    })
  return (
    <div className="mt-2">
      {progress ? (
        <StoppableProgress
          words={`Ranking here: step ${Math.min(progress.done + 1, progress.items)} of ${progress.items}.`}
          label="Ranked on this computer"
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <div className="btns">
          <Button isSmall isOff={why !== null || isBusy} onClick={() => void rank()}>
            {isBusy ? 'Ranking here…' : 'Rank on this computer'}
          </Button>
          <span className="small muted">
            {why ?? `reads the sources for each candidate, and asks ${SAMPLES} times in other orders which comes first`}
          </span>
        </div>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}

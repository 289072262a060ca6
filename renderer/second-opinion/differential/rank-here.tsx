import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'

const SAMPLES = 3

/** The list of this computer, made by its model from the sources; and how firm its first choice is. */
export function RankHere({ consultation }: { readonly consultation: string }) {
  const matter = useMatter()
  const client = useClient()
  const { status } = useShell()
  const action = useAction()
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
  const rank = async () => {
    const events = await client.opinion.rank({ matter: matter.id, consultation, samples: SAMPLES })
    for await (const _ of events);
  }
  return (
    <div className="btns">
      <Button
        isSmall
        isOff={why !== null || action.isBusy}
        onClick={() => void action.run(rank, 'The list stays as it was.')}
      >
        {action.isBusy ? 'Ranking here…' : 'Rank on this computer'}
      </Button>
      <span className="small muted">
        {why ?? `reads the sources for each candidate, and asks ${SAMPLES} times in other orders which comes first`}
      </span>
      <FailureNote failure={action.failure} />
    </div>
  )
}

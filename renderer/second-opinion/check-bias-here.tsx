import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StoppableProgress } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useLongWork } from './use-long-work.ts'

type Props = { readonly consultation: string; readonly isAgain: boolean }

/** The bias check of the model of this computer: asked the same text twice, once swapped. Nothing leaves, so nobody agrees to anything. */
export function CheckBiasHere({ consultation, isAgain }: Props) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork(isAgain ? 'The earlier result stays.' : 'Nothing was kept.')
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
  const check = () =>
    start(async (tell, signal) => {
      const events = await client.opinion.checkBias({ matter, consultation }, { signal })
      for await (const { done, items } of events) tell(done, items)
    })
  if (progress)
    return (
      <StoppableProgress
        words={
          progress.done < progress.items / 2 ? 'Answering as it was asked.' : 'Answering with sex and origin swapped.'
        }
        label="Both answers of this computer"
        done={progress.done}
        all={progress.items}
        onStop={progress.stop}
      />
    )
  return (
    <>
      <div className="btns">
        <Button isSmall isOff={why !== null || isBusy} onClick={() => void check()}>
          {isAgain ? 'Check again on this computer' : 'Check on this computer'}
        </Button>
        <span className="small muted">
          {why ?? 'asks the model here the packet as it was and swapped; nothing leaves'}
        </span>
      </div>
      <FailureNote failure={failure} />
    </>
  )
}

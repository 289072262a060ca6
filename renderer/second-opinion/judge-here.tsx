import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StoppableProgress } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { useLongWork } from './use-long-work.ts'

type Props = { readonly consultation: string; readonly children: string }

/** Has the local model judge the pairs of a consultation that rules cannot tell; `children`: what the button says. */
export function JudgeHere({ consultation, children }: Props) {
  const client = useClient()
  const { id: matter } = useMatter()
  const { progress, isBusy, failure, start } = useLongWork('What was judged is kept.')
  const judge = () =>
    start(async (tell, signal) => {
      const events = await client.opinion.compare({ matter, consultation }, { signal })
      for await (const { done, items } of events) tell(done, items)
    })
  return (
    <>
      {progress ? (
        <StoppableProgress
          words={`${progress.done} of ${formatCount(progress.items, 'pair')} judged.`}
          label="Pairs judged"
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <Button isSmall isOff={isBusy} onClick={() => void judge()}>
          {children}
        </Button>
      )}
      <FailureNote failure={failure} />
    </>
  )
}

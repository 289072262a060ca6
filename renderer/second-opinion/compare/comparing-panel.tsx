import type { Anchoring, Judging } from '../../../contract/opinions/comparing.ts'
import type { Agreement } from '../../../contract/opinions/opinion.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import { useLongWork } from './use-long-work.ts'

type Props = { readonly consultation: string; readonly agreement: Agreement }

/** Above the table: how the informed opinion moved, and what rules could not tell, for the local model to judge. */
export function ComparingPanel({ consultation, agreement: { judging, anchoring } }: Props) {
  const { languageModel } = useShell().status
  const moved = anchoring && anchoringWords(anchoring)
  const measured = measuredWords(judging)
  return (
    <div className="below-3" data-testid="comparing">
      {moved ? (
        <p className="small soft above-2" data-testid="anchoring">
          {moved}
        </p>
      ) : null}
      {measured ? <p className="small soft above-2">{measured}</p> : null}
      {judging.open > 0 ? (
        <div className="small soft above-2">
          Rules cannot tell {formatCount(judging.open, 'pair')} of sentences.{' '}
          {languageModel ? (
            <JudgeHere consultation={consultation}>Compare with the local model</JudgeHere>
          ) : (
            'A model of this computer could judge them.'
          )}
        </div>
      ) : null}
    </div>
  )
}

type JudgeProps = { readonly consultation: string; readonly children: string }

/** Has the local model judge the pairs of a consultation that rules cannot tell; `children`: what the button says. */
export function JudgeHere({ consultation, children }: JudgeProps) {
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

/** Who compared the sentences. */
export function comparedWords({ judged }: Judging): string {
  if (judged === 0) return 'words compared by rule; no model judged'
  return `words compared by rule first; the model judged ${formatCount(judged, 'pair')}`
}

/** How far its judging can be relied on; null where none was judged. */
export function measuredWords({ judged, model, measured }: Judging): string | null {
  if (judged === 0 || model === null) return null
  if (!measured) return `${model} judged. How often it is right was never measured.`
  return `${model} judged. It agreed with our own labels in ${measured.right} of ${measured.of} such pairs.`
}

/** What became of the blind sentences in the informed opinion; null where no row has both. */
export function anchoringWords({ toward, away, elsewhere, stayed, unclear, takenUp }: Anchoring): string | null {
  if (toward + away + elsewhere + stayed + unclear + takenUp === 0) return null
  const changed = [
    ...(toward > 0 ? [`${formatCount(toward, 'sentence')} toward ours`] : []),
    ...(away > 0 ? [`${away} away from ours`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} to something else`] : []),
  ]
  const rest = [
    ...(stayed > 0 ? [`${stayed} stayed`] : []),
    ...(unclear > 0 ? [`${unclear} unclear`] : []),
    ...(takenUp > 0 ? [`${takenUp} taken up that only ours said`] : []),
  ]
  const first =
    changed.length === 0
      ? 'The informed opinion changed no sentence'
      : `The informed opinion changed ${changed.join(', ')}`
  return rest.length === 0 ? `${first}.` : `${first}: ${rest.join(', ')}.`
}

import { Button } from '../../parts/button.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useShell } from '../../state/shell-context.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import type { PacketWork } from './use-packet-work.ts'

/** A second reading, by the model of this computer. It only adds to what is replaced, and each can be undone like the others. */
export function LookAgain({ work }: { readonly work: PacketWork }) {
  const { packet, looking, isBusy, lookAgain } = work
  const { languageModel } = useShell().status
  const named = packet.terms.filter(({ by }) => by === 'model').length
  if (languageModel === null && named === 0) return null
  return (
    <div className="rule-top" data-testid="look-again">
      <h2 className="h">Local model</h2>
      {looking ? (
        <StoppableProgress
          words={`${looking.done} of ${formatCount(looking.items, 'piece')} read.`}
          label="Pieces read"
          done={looking.done}
          all={looking.items}
          onStop={looking.stop}
        />
      ) : languageModel ? (
        <Button isSmall isOff={isBusy} onClick={() => void lookAgain()}>
          Look again with the local model
        </Button>
      ) : null}
      <p className="small muted above-1">
        {named > 0 ? `${formatCount(named, 'term')} replaced because it named them. ` : ''}
        It reads on this computer and only adds to what is replaced; undo what it got wrong.
      </p>
    </div>
  )
}

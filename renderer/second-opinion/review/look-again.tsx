import { Button } from '../../parts/button.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useShell } from '../../state/shell-context.ts'
import { t } from '../../../wording/translate.ts'
import type { PacketWork } from './use-packet-work.ts'

/** A second reading, by the model of this computer. It only adds to what is replaced, and each can be undone like the others. */
export function LookAgain({ work }: { readonly work: PacketWork }) {
  const { packet, looking, isBusy, lookAgain } = work
  const { languageModel } = useShell().status
  const named = packet.terms.filter(({ by }) => by === 'model').length
  if (languageModel === null && named === 0) return null
  return (
    <div className="rule-top" data-testid="look-again">
      <h2 className="h">{t('outgoing.look.title')}</h2>
      {looking ? (
        <StoppableProgress
          words={t('outgoing.look.progress', { done: looking.done, count: looking.items })}
          label={t('outgoing.look.progressLabel')}
          done={looking.done}
          all={looking.items}
          onStop={looking.stop}
        />
      ) : languageModel ? (
        <Button isSmall isOff={isBusy} onClick={() => void lookAgain()}>
          {t('outgoing.look.again')}
        </Button>
      ) : null}
      <p className="small muted above-1">
        {named > 0 ? t('outgoing.look.named', { count: named }) : null} {t('outgoing.look.hint')}
      </p>
    </div>
  )
}

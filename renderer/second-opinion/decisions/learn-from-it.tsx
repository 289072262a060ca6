import { useState } from 'react'
import type { DecisionRow } from '../../../contract/decision.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { TurnIntoCard } from './turn-into-card.tsx'

type Props = {
  readonly decided: DecisionRow | null
  /** Who gave the second opinion. */
  readonly provider: string | null
}

/** What a decided line becomes: a card, or the proposal of a rule. Nothing is in use before a person has approved it. */
export function LearnFromIt({ decided, provider }: Props) {
  const { go } = useNavigation()
  const [isOpen, setOpen] = useState(false)
  const isDecided = decided !== null && decided.outcome !== 'unknown'
  const why = !isDecided ? 'choose an outcome first' : decided.correction === null ? 'this computer was right' : null
  return (
    <>
      <p className="small soft">
        When you know, this can become a knowledge card. It is tested before anyone approves it.
      </p>
      <div className="btns">
        {decided?.card ? (
          <PlaceLink className="btn small" to={{ name: 'knowledge', knowledgeTab: 'cards', card: decided.card }}>
            The card that was begun
          </PlaceLink>
        ) : (
          <>
            <Button isSmall isOff={why !== null} onClick={() => setOpen(true)}>
              Turn into a knowledge card…
            </Button>
            {why ? <span className="small muted">{why}</span> : null}
          </>
        )}
        <Button
          look="quiet"
          isSmall
          isOff={!isDecided}
          onClick={() =>
            go({ name: 'knowledge', knowledgeTab: 'rules', rule: null, proposed: decided?.decisionId ?? null })
          }
        >
          Propose a rule…
        </Button>
      </div>
      {isOpen && decided ? <TurnIntoCard decided={decided} provider={provider} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

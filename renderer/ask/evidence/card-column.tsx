import { useState } from 'react'
import type { CardSource, CardStatus } from '../../../contract/knowledge/card.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'

type Props = { readonly source: CardSource; readonly answerId: string | null }

/** A card that an answer was written with, as the model was given it; and what a person says that it did. */
export function CardColumn({ source: { card, version, title, summary, knowledge }, answerId }: Props) {
  return (
    <div className="stack-4 inset-4" data-testid="used-card">
      <h3 className="question">{title}</h3>
      <p className="small soft">
        The model got this card before the question. It is general knowledge, not evidence: no sentence relies on it
        alone.
      </p>
      <section aria-labelledby="used-summary">
        <h4 className="h" id="used-summary">
          Learning summary
        </h4>
        <p className="read">{summary}</p>
      </section>
      {knowledge.length > 0 ? (
        <section aria-labelledby="used-knowledge">
          <h4 className="h" id="used-knowledge">
            Supplementary knowledge
          </h4>
          <ul className="read ksup">
            {knowledge.map(({ text, source }) => (
              <li key={text}>
                {text} {source === null ? null : <span className="small soft">{source}</span>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {answerId === null ? null : <Effect card={card} answerId={answerId} />}
      <p className="small">
        Version {version}.{' '}
        <PlaceLink to={{ name: 'knowledge', knowledgeTab: 'cards', card }}>The card as it is now</PlaceLink>
      </p>
    </div>
  )
}

type EffectProps = { readonly card: string; readonly answerId: string }

/** Said once for each answer; harm is counted for ever, so it is not done by a slip. */
function Effect({ card, answerId }: EffectProps) {
  const client = useClient()
  const matter = useMatter().id
  const action = useAction()
  const [status, setStatus] = useState<CardStatus | null>(null)
  const answer = useLoaded((of) => of.answer.get, { matter, answerId })
  const said = answer.value?.knowledge.judged[card]
  const say = (effect: 'helped' | 'hurt') =>
    void action.run(async () => {
      const after = await client.card.judge({ matter, answerId, card, effect })
      setStatus(after.status)
    }, 'Nothing was counted.')
  if (!answer.value) return null
  return (
    <section className="rule-top" aria-labelledby="card-effect">
      <h4 className="h" id="card-effect">
        Did it help here?
      </h4>
      <FailureNote failure={action.failure} />
      {said ? (
        <p className="small soft" role="status">
          {effectWords(said, status)}
        </p>
      ) : (
        <div className="btns">
          <Button isSmall isOff={action.isBusy} onClick={() => say('helped')}>
            It helped
          </Button>
          <Button isSmall isOff={action.isBusy} onClick={() => say('hurt')}>
            It made the answer wrong
          </Button>
        </div>
      )}
    </section>
  )
}

/** What was counted of a card; `status`: how the card stands after it, null where that was not asked. */
export function effectWords(effect: 'helped' | 'hurt', status: CardStatus | null): string {
  if (effect === 'helped') return 'Marked helpful.'
  if (status === 'draft') return 'Marked harmful. Returned to draft.'
  if (status === 'retired') return 'Marked harmful. The card was already retired.'
  if (status === null) return 'Marked harmful.'
  return 'Marked harmful. The card was rewritten since and stays as it is.'
}

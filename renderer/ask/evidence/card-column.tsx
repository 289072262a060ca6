import { useState } from 'react'
import type { CardSource, CardStatus } from '../../../contract/knowledge/card.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'

type Props = { readonly source: CardSource; readonly answerId: string | null }

/** A card that an answer was written with, as the model was given it; and what a person says that it did. */
export function CardColumn({ source: { card, version, title, summary, knowledge }, answerId }: Props) {
  return (
    <div className="stack-4 inset-4" data-testid="used-card">
      <h3 className="question">{title}</h3>
      <p className="small soft">{t('ask.lesson.hint')}</p>
      <section aria-labelledby="used-summary">
        <h4 className="h" id="used-summary">
          {t('ask.lesson.summary')}
        </h4>
        <p className="read">{summary}</p>
      </section>
      {knowledge.length > 0 ? (
        <section aria-labelledby="used-knowledge">
          <h4 className="h" id="used-knowledge">
            {t('ask.lesson.knowledge')}
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
        {t.rich('ask.lesson.version', {
          version,
          link: (chunks) => <PlaceLink to={{ name: 'knowledge', knowledgeTab: 'cards', card }}>{chunks}</PlaceLink>,
        })}
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
    }, t('ask.lesson.kept'))
  if (!answer.value) return null
  return (
    <section className="rule-top" aria-labelledby="card-effect">
      <h4 className="h" id="card-effect">
        {t('ask.lesson.effect')}
      </h4>
      <FailureNote failure={action.failure} />
      {said ? (
        <p className="small soft" role="status">
          {effectWords(said, status)}
        </p>
      ) : (
        <div className="btns">
          <Button isSmall isBusy={action.isBusy} onClick={() => say('helped')}>
            {t('ask.lesson.helped')}
          </Button>
          <Button isSmall isBusy={action.isBusy} onClick={() => say('hurt')}>
            {t('ask.lesson.hurt')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What was counted of a card; `status`: how the card stands after it, null where that was not asked. */
export function effectWords(effect: 'helped' | 'hurt', status: CardStatus | null): string {
  if (effect === 'helped') return t('ask.lesson.markedHelpful')
  if (status === 'draft') return t('ask.lesson.returned')
  if (status === 'retired') return t('ask.lesson.retired')
  return status === null ? t('ask.lesson.markedHarmful') : t('ask.lesson.rewritten')
}

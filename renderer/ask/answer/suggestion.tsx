import { messageText } from '../../../wording/message-text.ts'
import { useId } from 'react'
import { costWords, type Routing } from '../../../contract/answers/routing.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'

/** Whether a second opinion may help with an answer: why, what it would cost, and two ways on. Nothing is asked from here. */
export function Suggestion({ answerId }: { readonly answerId: string }) {
  const matter = useMatter().id
  const routing = useLoaded((of) => of.routing.get, { matter, answerId })
  if (routing.value?.withheld === 'network-off') return <Withheld routing={routing.value} />
  if (!routing.value?.suggested) return null
  return routing.value.outcome === 'none' ? (
    <Open routing={routing.value} onDismissed={routing.reload} />
  ) : (
    <p className="small muted above-3" data-testid="suggestion-decided">
      {routing.value.outcome === 'asked' ? t('ask.suggestion.asked') : t('ask.suggestion.dismissed')}
    </p>
  )
}

/** Nothing could be asked now; the reasons are worth knowing all the same. */
function Withheld({ routing: { reasons } }: { readonly routing: Routing }) {
  return (
    <p className="small muted above-3" data-testid="suggestion-withheld">
      {t('ask.suggestion.withheld', { reasons: reasons.map(({ text }) => messageText(text)).join('; ') })}
    </p>
  )
}

type OpenProps = { readonly routing: Routing; readonly onDismissed: () => void }

function Open({ routing: { answerId, reasons, cost }, onDismissed }: OpenProps) {
  const client = useClient()
  const matter = useMatter().id
  const { go } = useNavigation()
  const action = useAction()
  const title = useId()
  const dismiss = async () => {
    if (await action.run(() => client.routing.dismiss({ matter, answerId }), t('ask.suggestion.kept'))) onDismissed()
  }
  return (
    <div className="suggest" role="group" aria-labelledby={title} data-testid="suggestion">
      <h3 className="h" id={title}>
        {t('ask.suggestion.title')}
      </h3>
      <ul className="small soft" aria-label={t('ask.suggestion.reasons')}>
        {reasons
          .map(({ text }) => messageText(text))
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
      {cost ? (
        <ul className="small muted" aria-label={t('ask.suggestion.cost')}>
          {costWords(cost).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <div className="btns">
        <Button isSmall onClick={() => go({ name: 'opinion', answer: answerId, packet: null, consultation: null })}>
          {t('ask.suggestion.prepare')}
        </Button>
        <Button look="quiet" isSmall isOff={action.isBusy} onClick={() => void dismiss()}>
          {t('ask.suggestion.dismiss')}
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </div>
  )
}

import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import { identifierTypeWords } from '../../contract/opinions/packet-groups.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatTime } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { TypeSelect } from './type-select.tsx'

/** The matter's own list: what is replaced wherever it stands, in every packet of the matter. */
export function KnownTerms({ matter }: { readonly matter: string }) {
  const client = useClient()
  const action = useAction()
  const terms = useLoaded((of) => of.term.list, { matter })
  const list = terms.value ?? []
  const change = (work: () => Promise<unknown>) =>
    void action.run(work, t('opinions.terms.unchanged')).then((isDone) => isDone && terms.reload())
  return (
    <Collapsible.Root className="rule-top" asChild>
      <section aria-label={t('opinions.terms.label')}>
        <Collapsible.Trigger className="h fold flush">
          <span className="chev" aria-hidden="true" />
          {t('opinions.terms.title')}
          <span className="muted">{terms.value ? t('opinions.terms.count', { count: list.length }) : ''}</span>
        </Collapsible.Trigger>
        <Collapsible.Content className="stack-3 above-2">
          <p className="small soft">{t('opinions.terms.hint')}</p>
          <FailureNote failure={terms.failure ?? action.failure} />
          <AddTerm
            isBusy={action.isBusy}
            onAdd={(term, type) => change(() => client.term.add({ matter, term, type }))}
          />
          <ul className="subs">
            {list.map(({ term, type, from }) => (
              <li key={`${type} ${term}`}>
                <span className="muted">{identifierTypeWords(type)}</span>
                <span>
                  <b>{term}</b>, {t(`opinions.terms.from.${from}`)}{' '}
                  {from === 'user' ? (
                    <Button
                      look="link"
                      isSmall
                      aria-label={t('opinions.terms.removeTerm', { term })}
                      onClick={() => change(() => client.term.remove({ matter, term }))}
                    >
                      {t('frame.buttons.remove')}
                    </Button>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </Collapsible.Content>
      </section>
    </Collapsible.Root>
  )
}

type AddProps = { readonly isBusy: boolean; readonly onAdd: (term: string, type: string) => void }

function AddTerm({ isBusy, onAdd }: AddProps) {
  const [term, setTerm] = useState('')
  const [type, setType] = useState('person')
  const why = term.trim() === '' ? t('frame.off.noWords') : null
  return (
    <form
      className="row-2 wraps at-end"
      onSubmit={(event) => {
        event.preventDefault()
        if (isBusy || why !== null) return
        onAdd(term.trim(), type)
        setTerm('')
      }}
    >
      <TextField label={t('opinions.terms.term')} value={term} onText={setTerm} />
      <TypeSelect value={type} onType={setType} />
      <Button type="submit" isSmall isBusy={isBusy} whyOff={why}>
        {t('frame.buttons.add')}
      </Button>
    </form>
  )
}

/** The words that the packets of a matter ask about no more, each with who said so. */
export function KeptWords({ matter }: { readonly matter: string }) {
  const client = useClient()
  const action = useAction()
  const words = useLoaded((of) => of.term.kept, { matter })
  const list = words.value ?? []
  if (list.length === 0 && !words.failure) return null
  const askAgain = (word: string) =>
    void action
      .run(() => client.term.askAgain({ matter, word }), t('opinions.terms.unchanged'))
      .then((isDone) => isDone && words.reload())
  return (
    <Collapsible.Root className="rule-top" asChild>
      <section aria-label={t('opinions.terms.keptTitle')}>
        <Collapsible.Trigger className="h fold flush">
          <span className="chev" aria-hidden="true" />
          {t('opinions.terms.keptTitle')}
          <span className="muted">{t('opinions.terms.keptCount', { count: list.length })}</span>
        </Collapsible.Trigger>
        <Collapsible.Content className="stack-3 above-2">
          <p className="small soft">{t('opinions.terms.keptHint')}</p>
          <FailureNote failure={words.failure ?? action.failure} />
          <ul className="subs">
            {list.map(({ word, by, at }) => (
              <li key={word}>
                <b>{word}</b>
                <span>
                  {by}, {formatTime(at)}{' '}
                  <Button
                    look="link"
                    isSmall
                    aria-label={t('opinions.terms.askAgainAbout', { word })}
                    onClick={() => askAgain(word)}
                  >
                    {t('opinions.terms.askAgain')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Collapsible.Content>
      </section>
    </Collapsible.Root>
  )
}

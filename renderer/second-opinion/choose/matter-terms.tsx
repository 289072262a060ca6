import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { KnownTerm } from '../../../contract/opinions/packet.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { typeWords } from '../packet-words.ts'
import { TypeSelect } from '../type-select.tsx'

const FROM: Readonly<Record<KnownTerm['from'], string>> = {
  user: 'added by you',
  matter: 'from the name of the matter',
  facts: 'from its facts',
  documents: 'from its documents',
}

/** The matter's own list: what is replaced wherever it stands, in every packet of the matter. */
export function KnownTerms({ matter }: { readonly matter: string }) {
  const client = useClient()
  const action = useAction()
  const terms = useLoaded((of) => of.term.list, { matter })
  const list = terms.value ?? []
  const change = (work: () => Promise<unknown>) =>
    void action.run(work, 'The list is as it was.').then((isDone) => isDone && terms.reload())
  return (
    <Collapsible.Root className="rule-top" asChild>
      <section aria-label="Always replaced">
        <Collapsible.Trigger className="h fold flush">
          <span className="chev" aria-hidden="true" />
          Always replaced in this matter
          <span className="muted">{terms.value ? formatCount(list.length, 'term') : ''}</span>
        </Collapsible.Trigger>
        <Collapsible.Content className="stack-3 above-2">
          <p className="small soft">
            Parties, patients, counsel, staff: names and numbers that never leave this matter, in any of their forms.
          </p>
          <FailureNote failure={terms.failure ?? action.failure} />
          <AddTerm
            isBusy={action.isBusy}
            onAdd={(term, type) => change(() => client.term.add({ matter, term, type }))}
          />
          <ul className="subs">
            {list.map(({ term, type, from }) => (
              <li key={`${type} ${term}`}>
                <span className="muted">{typeWords(type)}</span>
                <span>
                  <b>{term}</b>, {FROM[from]}{' '}
                  {from === 'user' ? (
                    <Button
                      look="link"
                      isSmall
                      aria-label={`Remove ${term}`}
                      onClick={() => change(() => client.term.remove({ matter, term }))}
                    >
                      remove
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
  const isOff = isBusy || term.trim() === ''
  return (
    <form
      className="row-2 wraps at-end"
      onSubmit={(event) => {
        event.preventDefault()
        if (isOff) return
        onAdd(term.trim(), type)
        setTerm('')
      }}
    >
      <TextField label="Name or number" value={term} onText={setTerm} />
      <TypeSelect value={type} onType={setType} />
      <Button type="submit" isSmall isOff={isOff}>
        Add
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
      .run(() => client.term.askAgain({ matter, word }), 'The list is as it was.')
      .then((isDone) => isDone && words.reload())
  return (
    <Collapsible.Root className="rule-top" asChild>
      <section aria-label="Kept in this matter">
        <Collapsible.Trigger className="h fold flush">
          <span className="chev" aria-hidden="true" />
          Kept in this matter
          <span className="muted">{formatCount(list.length, 'word')}</span>
        </Collapsible.Trigger>
        <Collapsible.Content className="stack-3 above-2">
          <p className="small soft">
            You are not asked about these words again. A name or number that is found is replaced all the same.
          </p>
          <FailureNote failure={words.failure ?? action.failure} />
          <ul className="subs">
            {list.map(({ word, by, at }) => (
              <li key={word}>
                <b>{word}</b>
                <span>
                  {by}, {formatTime(at)}{' '}
                  <Button look="link" isSmall aria-label={`Ask again about ${word}`} onClick={() => askAgain(word)}>
                    ask again
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

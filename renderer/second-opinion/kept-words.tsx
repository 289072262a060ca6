import { Collapsible } from 'radix-ui'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { formatTime } from '../wording/format-time.ts'

/** The words that the packets of a matter ask about no more, each with who said so. */
export function KeptWords({ matter }: { readonly matter: string }) {
  const client = useClient()
  const action = useAction()
  const words = useLoaded(
    matter,
    (assistant, signal) => assistant.term.kept({ matter }, { signal }),
    (event) => event.type === 'packets-changed' && event.matter === matter,
  )
  const list = words.value ?? []
  if (list.length === 0 && !words.failure) return null
  const askAgain = (word: string) =>
    void action
      .run(() => client.term.askAgain({ matter, word }), 'The list is as it was.')
      .then((isDone) => isDone && words.reload())
  return (
    <Collapsible.Root className="rule-top" asChild>
      <section aria-label="Kept in this matter">
        <Collapsible.Trigger className="h fold mb-0">
          <span className="chev" aria-hidden="true" />
          Kept in this matter
          <span className="muted">{formatCount(list.length, 'word')}</span>
        </Collapsible.Trigger>
        <Collapsible.Content className="grid gap-3 mt-2">
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

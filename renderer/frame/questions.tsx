import { useState } from 'react'
import { threadsOf } from '../ask/threads.ts'
import { usePending } from '../ask/use-pending.ts'
import { Button } from '../parts/button.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { PlaceLink } from './place-link.tsx'
import { questionRows } from './question-rows.ts'

const AT_FIRST = 30

/** The questions of a matter, newest first; the older ones on request. */
export function Questions({ matter }: { readonly matter: string }) {
  const { place } = useNavigation()
  const pending = usePending(matter)
  const [areAllShown, setAllShown] = useState(false)
  const answers = useLoaded(
    matter,
    (client, signal) => client.answer.list({ matter }, { signal }),
    (event) => event.type === 'answers-changed' && event.matter === matter,
  )
  const rows = questionRows(threadsOf(answers.value ?? []), pending)
  const older = areAllShown ? 0 : Math.max(0, rows.length - AT_FIRST)
  const damaged = <DamagedEntries matter={matter} kinds={['answer', 'correction']} />
  if (rows.length === 0) return damaged
  return (
    <div className="hist">
      <h2>Questions in this matter</h2>
      <ul>
        {rows.slice(0, rows.length - older).map(({ address, question, state }) => {
          const isCurrent = place.name === 'ask' && place.answer === address
          return (
            <li key={address}>
              <PlaceLink
                to={{ name: 'ask', answer: address }}
                title={question}
                aria-current={isCurrent ? 'true' : undefined}
              >
                <span>{question}</span>
                {state ? <span className="count">{state}</span> : null}
              </PlaceLink>
            </li>
          )
        })}
        {older > 0 ? (
          <li>
            <Button look="link" isSmall onClick={() => setAllShown(true)}>
              {older} older {older === 1 ? 'question' : 'questions'}
            </Button>
          </li>
        ) : null}
      </ul>
      {damaged}
    </div>
  )
}

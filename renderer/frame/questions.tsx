import { useState } from 'react'
import { t } from '../../wording/translate.ts'
import { isWriting } from '../ask/live-answer.ts'
import type { Pending } from '../ask/create-asking.ts'
import { type Thread, threadsOf } from '../ask/threads.ts'
import { Button } from '../parts/button.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { usePending } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { PlaceLink } from './place-link.tsx'

const AT_FIRST = 30

/** The questions of a matter, newest first; the older ones on request. */
export function Questions({ matter }: { readonly matter: string }) {
  const { place } = useNavigation()
  const pending = usePending(matter)
  const [areAllShown, setAllShown] = useState(false)
  const answers = useLoaded((of) => of.answer.list, { matter })
  const rows = questionRows(threadsOf(answers.value ?? []), pending)
  const older = areAllShown ? 0 : Math.max(0, rows.length - AT_FIRST)
  const damaged = <DamagedEntries matter={matter} kinds={['answer', 'correction']} />
  if (rows.length === 0) return damaged
  return (
    <div className="hist">
      <h2>{t('frame.questions.title')}</h2>
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
                {state ? <span className="count">{t(`frame.questions.states.${state}`)}</span> : null}
              </PlaceLink>
            </li>
          )
        })}
        {older > 0 ? (
          <li>
            <Button look="link" isSmall onClick={() => setAllShown(true)}>
              {t('frame.questions.older', { count: older })}
            </Button>
          </li>
        ) : null}
      </ul>
      {damaged}
    </div>
  )
}

type QuestionRow = {
  /** Where it is shown: the name of its answer, or the key of a question that has none yet. */
  readonly address: string
  readonly question: string
  readonly state: 'waiting' | 'writing' | null
}

/** The first questions of a matter's threads, newest first; before them those that wait or are being answered. */
export function questionRows(threads: readonly Thread[], { lives, waiting }: Pending): readonly QuestionRow[] {
  const stored = threads.map(({ root }): QuestionRow => {
    const isWritten = lives.some((live) => isWriting(live) && live.answerId === root.answerId)
    return { address: root.answerId, question: root.question, state: isWritten ? 'writing' : null }
  })
  const isStored = (address: string) => stored.some((row) => row.address === address)
  const written = lives
    .filter((live) => live.follows === null && live.partOf === null && !live.failure)
    .map(({ key, answerId, question, finished }): QuestionRow => {
      return { address: answerId ?? key, question, state: finished ? null : 'writing' }
    })
    .filter(({ address }) => !isStored(address))
  const next = waiting
    .filter(({ follows, partOf }) => follows === null && partOf === undefined)
    .map(({ key, question }): QuestionRow => ({ address: key, question, state: 'waiting' }))
  return [...next.toReversed(), ...written.toReversed(), ...stored]
}

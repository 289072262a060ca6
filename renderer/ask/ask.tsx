import { useEffect, useState } from 'react'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, usePending, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { typedDay } from '../../wording/typed-day.ts'
import { AskThread } from './ask-thread.tsx'
import { addressOf, threadParts, threadsOf } from './threads.ts'
import { exactGlob } from '../library/document-picker.tsx'
import { AS_MEASURED, type HowToAnswer } from './question/how-to-answer.ts'
import { NewQuestion } from './question/new-question.tsx'

/** The place where questions are asked: a new one, or a thread of answers. */
export function Ask() {
  const matter = useMatter()
  const { asking } = useShell()
  const { place, go, replace } = useNavigation()
  const pending = usePending(matter.id)
  const [day, setDay] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [how, setHow] = useState<HowToAnswer>(AS_MEASURED)
  const answers = useLoaded((of) => of.answer.list, { matter: matter.id })
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })

  // The thread gets its lasting address as soon as the answer has a name.
  const named = place.answer === null ? null : asking.nameOf(place.answer)
  useEffect(() => {
    if (named) replace({ answer: named })
  }, [named, replace])

  const ask = (question: string, follows: string | null, asOf: string | null) => {
    const key = asking.ask({
      matter: matter.id,
      question,
      follows,
      documents: chosen.map(exactGlob),
      asOf: typedDay(asOf ?? ''),
      how,
    })
    // A day that was chosen belongs to the thread, not to the next question of another one.
    setDay('')
    if (!follows) go({ answer: key })
  }
  const choice = { documents: documents.value, chosen, onChoose: setChosen }
  const dayChoice = { day, onDay: setDay }
  const howChoice = { how, onHow: setHow }
  if (place.answer === null)
    return <NewQuestion {...{ choice, dayChoice, howChoice }} onAsk={(question) => ask(question, null, day || null)} />
  const address = named ?? place.answer
  const thread = threadParts(threadsOf(answers.value ?? []), pending, address)
  const [first] = thread.blocks
  const root = first ? addressOf(first) : (thread.waiting[0]?.key ?? address)
  // One a thread, from its question on: where it is scrolled, what is closed and half typed belongs to it alone.
  const name = asking.keyOf(root) ?? root
  return (
    <AskThread
      key={name}
      name={name}
      thread={thread}
      answers={answers.value}
      failure={answers.failure}
      choice={choice}
      dayChoice={dayChoice}
      howChoice={howChoice}
      onAsk={ask}
      onGone={() => go({ answer: null })}
    />
  )
}

import { useState } from 'react'
import type { CardStart, DecisionRow } from '../../../contract/decision.ts'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'
import { AskLesson } from './ask-lesson.tsx'

type Props = {
  readonly decided: DecisionRow
  readonly provider: string | null
  readonly onClose: () => void
}

/** Begins a card of a decision: who writes it, or with which words it starts. */
export function TurnIntoCard({ decided, provider, onClose }: Props) {
  const client = useClient()
  const matter = useMatter().id
  const { go } = useNavigation()
  const action = useAction()
  const { decisionId, right, said, lesson } = decided
  const hasLesson = lesson?.hasCome ?? false
  const choices = startsOf(said.second !== null, hasLesson)
  const [start, setStart] = useState<CardStart>(hasLesson ? 'lesson' : 'blank')
  const begin = () =>
    action.run(async () => {
      const { card } = await client.opinion.card({ matter, decisionId, start })
      onClose()
      go({ name: 'knowledge', knowledgeTab: 'cards', card })
    }, 'No card was begun.')
  return (
    <Modal title="Turn into a knowledge card" onClose={onClose}>
      <div className="grid gap-3 justify-items-start">
        <p className="soft">{right}</p>
        <p className="small muted">It starts with</p>
        <ChoiceButtons label="It starts with" value={start} choices={choices} onChoose={setStart} />
        <p className="small soft">{WORDS[start]}</p>
        <p className="small soft">
          The question and what is right stay in this matter. The card is a draft of a general lesson: you write it, its
          tests are run, and a person approves it before it is used.
        </p>
        {!hasLesson && provider !== null ? <AskLesson decided={decided} provider={provider} /> : null}
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button look="primary" isOff={action.isBusy} onClick={() => void begin()}>
            Begin a card
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function startsOf(hasWords: boolean, hasLesson: boolean): Readonly<Record<CardStart, string>> {
  const all = { blank: 'nothing', second: 'the second opinion’s words', lesson: 'its lesson' }
  const here = { blank: true, second: hasWords, lesson: hasLesson }
  return Object.fromEntries(Object.entries(all).filter(([key]) => here[key as CardStart])) as Record<CardStart, string>
}

const WORDS: Readonly<Record<CardStart, string>> = {
  blank: 'You write the lesson yourself.',
  second: 'Its sentence is here already, and nothing is sent. Names are taken out; say it in general before the tests.',
  lesson: 'What came back when it was asked for the general lesson. Read it and change it before the tests.',
}

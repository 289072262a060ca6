import { useEffect, useId, useRef, useState } from 'react'
import type { SheetGoal } from '../../contract/sheet.ts'
import { QUESTION_BOX } from '../ask/question-box.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter } from '../state/shell-context.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = {
  /** A sheet is open below: the list stands only while something is typed. */
  readonly isChosen: boolean
  readonly onChoose: (goal: string) => void
}

const TYPING_MS = 120

/** Finds a score, a dose or a deadline by name, by subject or by the words of a question; the arrows choose, Enter opens. */
export function GoalBox({ isChosen, onChoose }: Props) {
  const matter = useMatter().id
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const box = useRef<HTMLInputElement>(null)
  const { goals, isFound, failure } = useGoals(matter, text)
  const isOpen = !isChosen || text !== ''
  const shown = isOpen ? goals : []
  const setEntered = useEntered(isFound ? shown[at] : undefined, onChoose)
  // A new place gives the focus to its heading; whoever has just chosen goes on here.
  useEffect(() => {
    if (isChosen) box.current?.focus()
  }, [isChosen])
  const press = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && shown.length > 0) {
      event.preventDefault()
      setAt((at + step + shown.length) % shown.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) setEntered(true)
  }
  return (
    <div className="goal">
      <label htmlFor={`${list}-box`}>What do you want to know?</label>
      <input
        {...{ [QUESTION_BOX]: '' }}
        ref={box}
        id={`${list}-box`}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        placeholder="CHA2DS2-VASc, enoxaparin dose, last day to serve a defence"
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
          setEntered(false)
        }}
        onKeyDown={press}
      />
      <p className="small soft" role="status">
        {text.trim() === '' ? '' : isFound ? foundWords(goals.length) : 'Looking.'}
      </p>
      <FailureNote failure={failure} />
      <ul id={list} role="listbox" aria-label="Scores, doses and deadlines" className="goals" hidden={!isOpen}>
        {goalItems(shown, { list, at: isFound ? at : -1, onChoose })}
      </ul>
    </div>
  )
}

/** Enter may come before the goals for what was typed: it waits for them, and never opens one that was found for other words. */
function useEntered(best: SheetGoal | undefined, onChoose: Props['onChoose']) {
  const [isEntered, setEntered] = useState(false)
  useEffect(() => {
    if (isEntered && best) onChoose(best.goal)
  }, [isEntered, best, onChoose])
  return setEntered
}

/** The goals for what is typed; until they are found those that have its words in their title. */
function useGoals(matter: string, text: string) {
  const question = useDelayed(text.trim(), TYPING_MS)
  const loaded = useLoaded(
    `${matter} ${question}`,
    (client, signal) => client.sheet.goals({ matter, question }, { signal }),
    (event) => event.type === 'packs-changed',
  )
  const all = useLoaded(
    matter,
    (client, signal) => client.sheet.goals({ matter }, { signal }),
    (event) => event.type === 'packs-changed',
  )
  const isFound = question === text.trim() && loaded.value !== null
  const words = text.toLowerCase().split(/\s+/)
  const titled = (all.value ?? []).filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
  return { goals: isFound ? (loaded.value ?? []) : titled, isFound, failure: loaded.failure }
}

function foundWords(count: number): string {
  return count === 0 ? 'Nothing here answers that. Try a name or a subject.' : `${formatCount(count, 'result')}.`
}

type Items = { readonly list: string; readonly at: number } & Pick<Props, 'onChoose'>

function goalItems(goals: readonly SheetGoal[], { list, at, onChoose }: Items) {
  return goals.map((goal, index) => (
    <Goal
      key={`${goal.pack} ${goal.goal}`}
      goal={goal}
      id={`${list}-${index}`}
      isChosen={index === at}
      onChoose={onChoose}
    />
  ))
}

type GoalProps = { readonly goal: SheetGoal; readonly id: string; readonly isChosen: boolean } & Pick<Props, 'onChoose'>

function Goal({ goal: { goal, title, pack, jurisdictions }, id, isChosen, onChoose }: GoalProps) {
  return (
    // The keyboard chooses in the box above.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li id={id} role="option" aria-selected={isChosen} onClick={() => onChoose(goal)}>
      {title} <small className="soft">{[...jurisdictions, pack].join(', ')}</small>
    </li>
  )
}

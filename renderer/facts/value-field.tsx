import { useId, useState } from 'react'
import type { FactInput } from '../../contract/fact.ts'
import { type DraftValue, draftOf } from './draft-value.ts'
import type { FormRow } from './form-rows.ts'
import { PlaceInput } from './place-input.tsx'
import { knownValue, takeValue } from './value-input.ts'

type Props = {
  readonly row: FormRow
  readonly place: number
  readonly onSet: (input: FactInput, row: FormRow) => void
}

type Typed = {
  readonly text: DraftValue
  readonly day: string
  /** The fact that stood in the line then. */
  readonly over: string | null
  /** It has been handed on to be recorded; then another fact in the line is what became of it. */
  readonly isTaken: boolean
}

/**
 * A value, and the day it is of where the latest counts. It is taken when the focus leaves it, or by Enter; Esc takes it back.
 * What is typed while something else is being recorded stays typed.
 */
export function ValueField({ row, place, onSet }: Props) {
  const { relation, facts, label } = row
  const form = relation.places[place]
  const over = facts[0]?.id ?? null
  const note = useId()
  const [held, setHeld] = useState<Typed | null>(null)
  const [problem, setProblem] = useState('')
  if (!form) return null
  const typed = held?.isTaken && held.over !== over ? null : held
  const shown = typed ?? { text: draftOf(form, knownValue(row, place)), day: facts[0]?.at ?? '' }
  const type = (change: Partial<Typed>) => setHeld({ ...shown, ...change, over, isTaken: false })
  const take = (now: Pick<Typed, 'text' | 'day'>) => {
    const taken = takeValue(row, place, now.text, now.day)
    setProblem(taken !== 'nothing' && 'problem' in taken ? taken.problem : '')
    if (taken === 'nothing' || !('input' in taken)) return
    setHeld({ ...now, over, isTaken: true })
    onSet(taken.input, row)
  }
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault()
        take(shown)
      }}
      onBlur={(event) => {
        const isLeft = !event.currentTarget.contains(event.relatedTarget)
        if (isLeft && typed && !typed.isTaken) take(shown)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        setHeld(null)
        setProblem('')
      }}
    >
      <PlaceInput
        label={label}
        place={form}
        value={shown.text}
        describedBy={note}
        onValue={(text) => {
          // A list has no half-typed state.
          if (form.kind === 'name' && !form.open) take({ ...shown, text })
          else type({ text })
        }}
      />
      {relation.latest ? (
        <DayInput label={`${label}, day`} note={note} value={shown.day} onDay={(day) => type({ day })} />
      ) : null}
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        Record
      </button>
      <span id={note} className="bad small row-problem" role="status">
        {problem}
      </span>
    </form>
  )
}

type DayProps = {
  readonly label: string
  readonly note: string
  readonly value: string
  readonly onDay: (day: string) => void
}

function DayInput({ label, note, value, onDay }: DayProps) {
  return (
    <input
      type="text"
      className="num day"
      inputMode="numeric"
      placeholder="day"
      autoComplete="off"
      aria-label={label}
      aria-describedby={note}
      value={value}
      onChange={({ target }) => onDay(target.value)}
    />
  )
}

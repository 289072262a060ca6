import { useId, useState } from 'react'
import type { FactInput } from '../../contract/fact.ts'
import { draftOf } from './draft-value.ts'
import type { FormRow } from './form-rows.ts'
import { PlaceInput } from './place-input.tsx'
import { knownValue, takeValue } from './value-input.ts'

type Props = {
  readonly row: FormRow
  readonly place: number
  readonly onSet: (input: FactInput, row: FormRow) => void
}

/** A value, and the day it is of where the latest counts. It is taken when the focus leaves it, or by Enter; Esc takes it back. */
export function ValueField({ row, place, onSet }: Props) {
  const { relation, facts, label } = row
  const form = relation.places[place]
  const day = facts[0]?.at ?? ''
  const note = useId()
  const [typed, setTyped] = useState<{ readonly text: ReturnType<typeof draftOf>; readonly day: string } | null>(null)
  const [problem, setProblem] = useState('')
  if (!form) return null
  const shown = typed ?? { text: draftOf(form, knownValue(row, place)), day }
  const take = (now = shown) => {
    const taken = takeValue(row, place, now.text, now.day)
    setProblem(taken !== 'nothing' && 'problem' in taken ? taken.problem : '')
    if (taken !== 'nothing' && 'input' in taken) onSet(taken.input, row)
  }
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || take()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        setTyped(null)
        setProblem('')
      }}
    >
      <PlaceInput
        label={label}
        place={form}
        value={shown.text}
        describedBy={note}
        onValue={(text) => {
          setTyped({ ...shown, text })
          // A list has no half-typed state.
          if (form.kind === 'name' && !form.open) take({ ...shown, text })
        }}
      />
      {relation.latest ? (
        <input
          type="text"
          className="num day"
          inputMode="numeric"
          placeholder="day"
          autoComplete="off"
          aria-label={`${label}, day`}
          aria-describedby={note}
          value={shown.day}
          onChange={({ target }) => setTyped({ ...shown, day: target.value })}
        />
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

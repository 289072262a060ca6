import { useId, useState } from 'react'
import type { FactInput } from '../../../contract/knowledge/fact.ts'
import { draftOf, type DraftValue, readDraft } from './typed-values.ts'
import type { FormRow } from './form-rows.ts'
import { PlaceInput } from './place-input.tsx'
import { t } from '../../../wording/translate.ts'
import { dayAsTyped, readTypedDay } from '../../../wording/typed-day.ts'

type Props = {
  readonly row: ValueLine
  readonly place: number
  /** What is shown while nothing is typed. */
  readonly value: string | null
  /** Whether the day is asked for as well. */
  readonly hasDay: boolean
  /** What a list says while nothing is chosen. */
  readonly empty?: string
  readonly onSet: (input: FactInput) => void
  /** Enter, where nothing is typed. */
  readonly onAccept?: () => void
  /** What is typed so far; null: nothing that can be read. */
  readonly onType?: (input: FactInput | null) => void
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
 * A value, and the day that it is of. It is taken when the focus leaves it, or by Enter; Esc takes it back.
 * What is typed while something else is being recorded stays typed.
 */
export function ValueField(props: Props) {
  const { row, hasDay, empty } = props
  const form = row.relation.places[props.place]
  const note = useId()
  const { shown, typed, problem, type, take, forget } = useTyped(props)
  if (!form) return null
  return (
    <form
      className="unboxed"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed) take(typed)
        else props.onAccept?.()
      }}
      onBlur={(event) => {
        const isLeft = !event.currentTarget.contains(event.relatedTarget)
        if (isLeft && typed && !typed.isTaken) take(typed)
      }}
      onKeyDown={(event) => {
        // Of itself it would send no form.
        const isInList = event.key === 'Enter' && event.target instanceof HTMLSelectElement
        if (!isInList && (event.key !== 'Escape' || !typed)) return
        event.preventDefault()
        if (isInList) props.onAccept?.()
        else forget()
      }}
    >
      <PlaceInput
        label={row.label}
        place={form}
        value={shown.text}
        {...(empty === undefined ? {} : { empty })}
        describedBy={note}
        onValue={(text) => {
          // A list has no half-typed state.
          if (form.kind === 'name' && !form.open) take({ ...shown, text })
          else type({ text })
        }}
      />
      {hasDay ? (
        <DayInput
          label={t('facts.form.dayOf', { name: row.label })}
          note={note}
          value={shown.day}
          onDay={(day) => type({ day })}
        />
      ) : null}
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {t('facts.form.record')}
      </button>
      <span id={note} className="bad small row-problem" role="status">
        {problem}
      </span>
    </form>
  )
}

/** The text of the field, and what typing, taking and forgetting do to it. */
function useTyped({ row, place, value, hasDay, onSet, onType }: Props) {
  const { relation, facts } = row
  const over = facts[0]?.id ?? null
  const [held, setHeld] = useState<Typed | null>(null)
  const [problem, setProblem] = useState('')
  const form = relation.places[place]
  const typed = held?.isTaken && held.over !== over ? null : held
  const stands = form ? draftOf(form, value) : { text: '', unit: '' }
  const shown = typed ?? { text: stands, day: hasDay ? dayAsTyped(facts[0]?.at ?? '') : '' }
  const read = (now: Pick<Typed, 'text' | 'day'>) => takeValue(row, place, now.text, now.day)
  const type = (change: Partial<Typed>) => {
    const now = { ...shown, ...change, over, isTaken: false }
    setHeld(now)
    setProblem('')
    const taken = read(now)
    onType?.(taken !== 'nothing' && 'input' in taken ? taken.input : null)
  }
  const forget = () => {
    setHeld(null)
    setProblem('')
    onType?.(null)
  }
  const take = (now: Pick<Typed, 'text' | 'day'>) => {
    const taken = read(now)
    // Of a line without a day nothing is left that waits for its other half.
    if (taken === 'nothing') return hasDay ? setProblem('') : forget()
    setProblem('problem' in taken ? taken.problem : '')
    if (!('input' in taken)) return
    setHeld({ ...now, over, isTaken: true })
    onSet(taken.input)
  }
  return { shown, typed, problem, type, take, forget }
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
      placeholder={t('facts.form.day')}
      autoComplete="off"
      aria-label={label}
      aria-describedby={note}
      value={value}
      onChange={({ target }) => onDay(target.value)}
    />
  )
}

/** What leaving a field means: nothing to do, something wrong, or a fact. */
type TakenValue = 'nothing' | { readonly problem: string } | { readonly input: FactInput }

/** What a line of the form says now, at its place of the value, by one source or several; null: nothing, or values that conflict. */
export function knownValue({ facts }: Pick<FormRow, 'facts'>, place: number): string | null {
  const [value = null, second] = new Set(
    facts.map(({ holds, args }) => (holds === 'yes' ? (args[place] ?? null) : null)),
  )
  return second === undefined ? value : null
}

type ValueLine = Pick<FormRow, 'relation' | 'args' | 'label' | 'facts'>

/** Reads a line as it is typed: its value, and the day that it is of (empty: undated). */
export function takeValue(row: ValueLine, place: number, draft: DraftValue, day: string): TakenValue {
  const form = row.relation.places[place]
  const known = knownValue(row, place)
  if (!form || (draft.text.trim() === '' && known === null)) return 'nothing'
  if (draft.text.trim() === '') return { problem: t('facts.problem.unset') }
  const read = readDraft(form, draft)
  if ('problem' in read) return read
  const readDay = day.trim() === '' ? { day: null } : readTypedDay(day)
  if ('problem' in readDay) return readDay
  const at = readDay.day
  const before = row.facts[0] ?? { at: null, validFrom: null, validTo: null }
  if (read.value === known && at === before.at) return 'nothing'
  const { validFrom, validTo } = before
  const args = row.args.map((arg) => arg ?? read.value)
  return { input: { relation: row.relation.relation, args, at, validFrom, validTo } }
}

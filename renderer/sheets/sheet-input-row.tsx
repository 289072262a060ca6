import { useState } from 'react'
import type { Fact, FactInput } from '../../contract/fact.ts'
import type { SheetInput } from '../../contract/sheet.ts'
import { askedPlace } from '../facts/calculator-inputs.ts'
import { type DraftValue, draftOf, readDraft } from '../facts/draft-value.ts'
import { dateWords, originWords } from '../facts/fact-words.ts'
import { HOLDS_WORDS } from '../facts/holds-words.ts'
import { PlaceInput } from '../facts/place-input.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = {
  readonly input: SheetInput
  /** Typed and not recorded yet; null: nothing that can be read. */
  readonly onType: (answer: FactInput | null) => void
  readonly onRecord: (answer: FactInput) => void
  readonly onOpenFact: (fact: Fact) => void
}

/** What is asked, the answer, where it is from or what each answer would make of the result, and the points. */
export function SheetInputRow({ input, onType, onRecord, onOpenFact }: Props) {
  const { label, state, points } = input
  return (
    <li className={state === 'missing' || state === 'conflict' ? 'missing' : undefined}>
      <span className="name">{label}</span>
      <span className="ctl">
        {input.args.includes(null) ? (
          <Value input={input} onType={onType} onRecord={onRecord} />
        ) : (
          <ChoiceButtons
            label={label}
            value={input.holds}
            choices={HOLDS_WORDS}
            onChoose={(holds) =>
              onRecord({ relation: input.relation, args: input.args.map((arg) => arg ?? ''), holds })
            }
          />
        )}
      </span>
      <span className="from">
        <Said input={input} onRecord={onRecord} onOpenFact={onOpenFact} />
      </span>
      <span className="pts">{points}</span>
    </li>
  )
}

function Value({ input, onType, onRecord }: Omit<Props, 'onOpenFact'>) {
  const { relation, args, label, value } = input
  const place = askedPlace(input)
  const [draft, setDraft] = useState<DraftValue | null>(null)
  if (!place) return null
  const shown = draft ?? draftOf(place, value)
  const answerOf = (one: DraftValue): FactInput | null => {
    const read = readDraft(place, one)
    return 'problem' in read ? null : { relation, args: args.map((arg) => arg ?? read.value) }
  }
  const record = () => {
    const answer = draft && answerOf(draft)
    if (answer) onRecord(answer)
    if (answer) setDraft(null)
  }
  const read = draft && draft.text.trim() !== '' ? readDraft(place, draft) : null
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault()
        record()
      }}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || record()}
    >
      <PlaceInput
        label={label}
        place={place}
        empty="not known"
        value={shown}
        onValue={(next) => {
          setDraft(next)
          const answer = answerOf(next)
          // A list has no half-typed state.
          if (place.kind === 'name' && !place.open && answer) {
            onRecord(answer)
            setDraft(null)
          } else onType(answer)
        }}
      />
      {read && 'problem' in read ? (
        <span className="bad small row-problem" role="status">
          {read.problem}
        </span>
      ) : null}
    </form>
  )
}

const STATES: Readonly<Record<SheetInput['state'], string>> = {
  recorded: '',
  read: 'Not confirmed.',
  typed: 'Not recorded yet. Enter records it.',
  conflict: 'These values conflict. Choose one.',
  missing: 'Not recorded.',
}

function Said({ input, onRecord, onOpenFact }: Omit<Props, 'onType'>) {
  const { state, facts, answers } = input
  const { settings } = useShell()
  const [fact, ...more] = facts
  const others = answers.map(({ answer, result }) => `If ${answer}: ${result ?? 'no result'}.`).join(' ')
  return (
    <>
      {others === '' ? null : state === 'missing' ? <b>{others}</b> : null}
      {fact && state !== 'conflict' ? (
        <>
          {fact.source.kind === 'passage' ? `“${fact.source.quote}”` : null}
          <small>
            <Button
              look="link"
              isSmall
              aria-label={`${sourceWords(fact, settings.userName)}, source of ${input.label}`}
              onClick={() => onOpenFact(fact)}
            >
              {sourceWords(fact, settings.userName)}
            </Button>
            {[dateWords(fact), more.length > 0 ? `and ${formatCount(more.length, 'more source')}` : '']
              .filter(Boolean)
              .map((words) => ` ${words}`)}
          </small>
        </>
      ) : null}
      {state === 'conflict' ? (
        <Conflicting facts={facts} input={input} onRecord={onRecord} onOpenFact={onOpenFact} />
      ) : null}
      {STATES[state] === '' ? null : <small>{STATES[state]}</small>}
      {others !== '' && state !== 'missing' ? <small>{others}</small> : null}
    </>
  )
}

function sourceWords({ source }: Fact, userName: string): string {
  const words = originWords(source, userName)
  return source.kind === 'user' ? `Answered by ${words}` : words
}

/** Each value once, with its quote; choosing one records it. */
function Conflicting({
  facts,
  input,
  onRecord,
  onOpenFact,
}: Omit<Props, 'onType'> & { readonly facts: readonly Fact[] }) {
  const asked = input.args.indexOf(null)
  const valueOf = ({ args, holds }: Fact) => (asked < 0 ? HOLDS_WORDS[holds] : (args[asked] ?? ''))
  const each = [...new Map(facts.map((fact) => [valueOf(fact), fact])).values()]
  return each.map((fact) => (
    <small key={fact.id}>
      <Button
        isSmall
        onClick={() =>
          onRecord({
            relation: input.relation,
            args: input.args.map((arg, at) => arg ?? fact.args[at] ?? ''),
            holds: fact.holds,
            at: fact.at,
          })
        }
      >
        {valueOf(fact)}
      </Button>{' '}
      {fact.source.kind === 'passage' ? `“${fact.source.quote}” ` : ''}
      <Button look="link" isSmall onClick={() => onOpenFact(fact)}>
        Show
      </Button>
    </small>
  ))
}

import { useId, useState } from 'react'
import type { RuleExample } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = {
  readonly example: RuleExample
  readonly isNew: boolean
  readonly onPut: (example: RuleExample) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** What is typed, line by line where there are several. */
type Draft = Readonly<Record<'title' | 'asOf' | 'facts' | 'holds' | 'not' | 'ask', string>> & {
  readonly exception: boolean
}

const FIELDS = [
  { name: 'facts', label: 'Facts, one a line', hint: 'weight(p, 58 kg) @2026-06-01' },
  { name: 'holds', label: 'Must hold', hint: 'recommend(p, oral_anticoagulation)' },
  { name: 'not', label: 'Must not hold', hint: '' },
  { name: 'ask', label: 'Must be asked', hint: '' },
] as const

/** A test of a rule: facts of an invented case, and what must follow, must not, or must be asked. */
export function EditExample({ example, isNew, onPut, onRemove, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(example))
  const made = exampleOf(draft)
  const isEmpty = made.title === '' || made.holds.length + made.not.length + made.ask.length === 0
  const end = (work: () => void) => {
    work()
    onClose()
  }
  return (
    <Modal title={isNew ? 'A new test' : 'Edit a test'} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) end(() => onPut(made))
        }}
      >
        <TextField
          label="Case"
          value={draft.title}
          onText={(title) => setDraft({ ...draft, title })}
          placeholder="bleeding is not known"
        />
        {FIELDS.map(({ name, ...field }) => (
          <LineField
            key={name}
            {...field}
            value={draft[name]}
            onText={(text) => setDraft({ ...draft, [name]: text })}
          />
        ))}
        <TextField
          label="As of"
          value={draft.asOf}
          onText={(asOf) => setDraft({ ...draft, asOf })}
          placeholder="today"
        />
        <label className="flex items-baseline gap-2">
          <input
            type="checkbox"
            checked={draft.exception}
            onChange={({ target }) => setDraft({ ...draft, exception: target.checked })}
          />
          It shows that an exception stops the rule
        </label>
        <div className="btns">
          <Button type="submit" look="primary" isOff={isEmpty}>
            {isNew ? 'Add' : 'Change'}
          </Button>
          {isNew ? null : <Button onClick={() => end(onRemove)}>Remove</Button>}
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {isEmpty ? <span className="small muted">Name the case, and say what must follow.</span> : null}
        </div>
      </form>
    </Modal>
  )
}

function draftOf({ title, asOf, facts, holds, not, ask, exception }: RuleExample): Draft {
  const lines = { facts: facts.join('\n'), holds: holds.join('\n'), not: not.join('\n'), ask: ask.join('\n') }
  return { title, asOf: asOf ?? '', exception, ...lines }
}

function exampleOf({ title, asOf, facts, holds, not, ask, exception }: Draft): RuleExample {
  const lines = { facts: linesOf(facts), holds: linesOf(holds), not: linesOf(not), ask: linesOf(ask) }
  return { title: title.trim(), asOf: asOf.trim() || null, exception, ...lines }
}

type LineProps = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint: string
}

function LineField({ label, value, onText, hint }: LineProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="mono"
        rows={2}
        spellCheck={false}
        autoComplete="off"
        placeholder={hint}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

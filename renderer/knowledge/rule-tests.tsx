import { useState } from 'react'
import type { ExampleRun, RuleCheck, RuleExample, RuleForm } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { EditExample } from './edit-example.tsx'
import type { RuleWork } from './use-rule-draft.ts'
import { kindWords } from './why-not-yet.ts'

type Props = { readonly work: RuleWork; readonly check: RuleCheck }

/** An example of the form by its place; null: a new one. */
type Editing = { readonly at: number | null; readonly isException: boolean }

/** The rule's own examples as they came out, and those that are still missing. In the form they can be edited. */
export function RuleTests({ work, check }: Props) {
  const { draft } = work
  const [editing, setEditing] = useState<Editing | null>(null)
  const form = draft?.mode === 'form' ? draft.form : null
  const put = (examples: readonly RuleExample[]) =>
    form && work.edit({ mode: 'form', form: { ...form, examples: [...examples] } })
  const add = (isException: boolean) => setEditing({ at: null, isException })
  const example = editing && form ? exampleAt(form, editing) : null
  return (
    <>
      <table className="calc">
        <caption className="visually-hidden">Tests</caption>
        <thead>
          <tr>
            <th scope="col" className="small muted">
              case
            </th>
            <th scope="col" className="n small muted">
              result
            </th>
          </tr>
        </thead>
        <tbody>
          {check.examples.map((run, index) => (
            <RunRow
              key={`${run.title} ${run.kind} ${index}`}
              run={run}
              form={form}
              onEdit={(at) => setEditing({ at, isException: false })}
            />
          ))}
          {check.examplesMissing.map((kind) => (
            <MissingRow key={kind} kind={kind} onWrite={form ? () => add(kind === 'exception') : null} />
          ))}
        </tbody>
      </table>
      {form ? (
        <Button look="link" isSmall className="justify-self-start" onClick={() => add(false)}>
          add a test
        </Button>
      ) : null}
      {editing && form && example ? (
        <EditExample
          example={example}
          isNew={editing.at === null}
          onPut={(made) => put(editing.at === null ? [...form.examples, made] : form.examples.with(editing.at, made))}
          onRemove={() => put(form.examples.filter((_, at) => at !== editing.at))}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  )
}

const BLANK: RuleExample = { title: '', facts: [], asOf: null, holds: [], not: [], ask: [], exception: false }

function exampleAt({ examples }: RuleForm, { at, isException }: Editing): RuleExample {
  return (at === null ? null : examples[at]) ?? { ...BLANK, exception: isException }
}

type RunProps = {
  readonly run: ExampleRun
  readonly form: RuleForm | null
  readonly onEdit: (at: number) => void
}

function RunRow({ run: { title, kind, expected, got, passed }, form, onEdit }: RunProps) {
  // An example is known by its title; in the text it is edited there.
  const at = form?.examples.findIndex((example) => example.title === title) ?? -1
  return (
    <tr>
      <th scope="row">
        {at < 0 ? (
          title
        ) : (
          <Button look="link" className="text-left" onClick={() => onEdit(at)}>
            {title}
          </Button>
        )}
        <small>
          {kind === 'exception' ? 'With the exception: ' : ''}
          {expected}
        </small>
        {passed ? null : <small className="bad">Came out: {got}</small>}
      </th>
      <td className={`n ${passed ? 'ok' : 'bad'}`}>
        <b>{passed ? 'passes' : 'fails'}</b>
      </td>
    </tr>
  )
}

type MissingProps = { readonly kind: string; readonly onWrite: (() => void) | null }

function MissingRow({ kind, onWrite }: MissingProps) {
  return (
    <tr>
      <th scope="row">
        {kindWords(kind)}
        <small>required before it can be called tested</small>
      </th>
      <td className="n bad">
        <b>missing</b>
        {onWrite ? (
          <small>
            <Button look="link" isSmall aria-label={`write it: ${kindWords(kind)}`} onClick={onWrite}>
              write it
            </Button>
          </small>
        ) : null}
      </td>
    </tr>
  )
}

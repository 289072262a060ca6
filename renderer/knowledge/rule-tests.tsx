import { useId, useState } from 'react'
import type { ExampleRun, RuleCheck, RuleExample, RuleForm } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { t } from '../../wording/translate.ts'
import { kindWords, type RuleWork } from './use-shown-rule.ts'

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
        <caption className="visually-hidden">{t('rules.tests.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className="small muted">
              {t('rules.tests.case')}
            </th>
            <th scope="col" className="n small muted">
              {t('rules.tests.result')}
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
        <Button look="link" isSmall className="start-self" onClick={() => add(false)}>
          {t('rules.tests.add')}
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
          <Button look="link" className="left-text" onClick={() => onEdit(at)}>
            {title}
          </Button>
        )}
        <small>{kind === 'exception' ? t('rules.tests.withException', { expected }) : expected}</small>
        {passed ? null : <small className="bad">{t('rules.tests.cameOut', { got })}</small>}
      </th>
      <td className={`n ${passed ? 'ok' : 'bad'}`}>
        <b>{t(passed ? 'rules.tests.passes' : 'rules.tests.fails')}</b>
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
        <small>{t('rules.tests.required')}</small>
      </th>
      <td className="n bad">
        <b>{t('rules.tests.missing')}</b>
        {onWrite ? (
          <small>
            <Button
              look="link"
              isSmall
              aria-label={t('rules.tests.writeLabel', { kind: kindWords(kind) })}
              onClick={onWrite}
            >
              {t('rules.tests.write')}
            </Button>
          </small>
        ) : null}
      </td>
    </tr>
  )
}

type EditExampleProps = {
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

/** What is given and expected, line by line; what has an example shows it. */
const FIELDS = ['facts', 'holds', 'not', 'ask'] as const
const EXAMPLES = { facts: 'rules.example.factsExample', holds: 'rules.example.holdsExample' } as const

/** A test of a rule: facts of an invented case, and what must follow, must not, or must be asked. */
function EditExample({ example, isNew, onPut, onRemove, onClose }: EditExampleProps) {
  const [draft, setDraft] = useState(() => draftOf(example))
  const made = exampleOf(draft)
  const isEmpty = made.title === '' || made.holds.length + made.not.length + made.ask.length === 0
  const remove = () => {
    onRemove()
    onClose()
  }
  return (
    <FormDialog
      title={t(isNew ? 'rules.example.new' : 'rules.example.edit')}
      submit={t(isNew ? 'frame.buttons.add' : 'rules.example.change')}
      missing={isEmpty ? t('rules.example.missing') : null}
      work={() => onPut(made)}
      others={isNew ? null : <Button onClick={remove}>{t('frame.buttons.remove')}</Button>}
      onClose={onClose}
    >
      <TextField
        label={t('rules.example.case')}
        value={draft.title}
        onText={(title) => setDraft({ ...draft, title })}
        placeholder={t('rules.example.caseExample')}
      />
      {FIELDS.map((name) => (
        <LineField
          key={name}
          label={t(`rules.example.${name}`)}
          hint={name in EXAMPLES ? t(EXAMPLES[name as keyof typeof EXAMPLES]) : ''}
          value={draft[name]}
          onText={(text) => setDraft({ ...draft, [name]: text })}
        />
      ))}
      <TextField
        label={t('rules.example.asOf')}
        value={draft.asOf}
        onText={(asOf) => setDraft({ ...draft, asOf })}
        placeholder={t('rules.example.today')}
      />
      <CheckBox isOn={draft.exception} onChange={(isOn) => setDraft({ ...draft, exception: isOn })}>
        {t('rules.example.exception')}
      </CheckBox>
    </FormDialog>
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

import type { RuleForm, RuleWord } from '../../contract/knowledge/rule.ts'
import { CheckBox } from '../parts/choices.tsx'
import { TextField } from '../parts/text-field.tsx'
import { t, texts } from '../../wording/translate.ts'
import { ConditionField, ConditionList, variablesIn } from './condition-field.tsx'
import { Button } from '../parts/button.tsx'
import { readTypedNumber, typedNumber } from '../../wording/typed-number.ts'

type Props = {
  readonly form: RuleForm
  readonly words: readonly RuleWord[]
  readonly onForm: (form: RuleForm) => void
}

/** A rule as a form. What it cannot express the engine does not accept. */
export function RuleFields({ form, words, onForm }: Props) {
  const put = (change: Partial<RuleForm>) => onForm({ ...form, ...change })
  const variables = variablesIn([
    form.then,
    ...form.conditions,
    ...(form.sum ? [form.sum.into] : []),
    ...form.aggregates.map(({ into }) => into),
  ])
  const common = { words, variables }
  return (
    <form className="ruleform" aria-label={t('rules.rule')} onSubmit={(event) => event.preventDefault()}>
      <ConditionList
        {...common}
        kind="condition"
        texts={form.conditions}
        onTexts={(conditions) => put({ conditions: [...conditions] })}
      />
      {form.sum ? <SumFields sum={form.sum} {...common} onSum={(sum) => put({ sum })} /> : null}
      <AggregateFields aggregates={form.aggregates} {...common} onAggregates={(aggregates) => put({ aggregates })} />
      <fieldset>
        <legend className="h">{t('rules.fields.then')}</legend>
        <ConditionField
          {...common}
          before=""
          label={t('rules.fields.conclusion')}
          canBeNot={false}
          text={form.then}
          onText={(then) => put({ then })}
          onRemove={null}
        />
      </fieldset>
      <ConditionList
        {...common}
        kind="exception"
        texts={form.exceptions}
        onTexts={(exceptions) => put({ exceptions: [...exceptions] })}
      />
      <TextField
        label={t('rules.fields.sentence')}
        hint={t('rules.fields.sentenceHint', { example: '{p}', variable: '?p' })}
        value={form.say ?? ''}
        onText={(say) => put({ say: say || null })}
      />
      <SourceFields form={form} put={put} />
    </form>
  )
}

type SourceProps = { readonly form: RuleForm; readonly put: (change: Partial<RuleForm>) => void }

function SourceFields({ form, put }: SourceProps) {
  return (
    <fieldset className="stack-3">
      <legend className="visually-hidden">{t('rules.fields.sourceAndValidity')}</legend>
      <div className="stack-2">
        <TextField
          label={t('rules.fields.source')}
          value={form.source ?? ''}
          onText={(source) => put({ source: source || null })}
        />
        <CheckBox isSmall isOn={form.sourceRead} onChange={(isOn) => put({ sourceRead: isOn })}>
          {t('rules.fields.sourceRead')}
        </CheckBox>
      </div>
      <div className="row-3">
        <TextField
          label={t('rules.fields.from')}
          placeholder={t('rules.fields.open')}
          value={form.validFrom ?? ''}
          onText={(day) => put({ validFrom: day || null })}
        />
        <TextField
          label={t('rules.fields.to')}
          placeholder={t('rules.fields.open')}
          value={form.validTo ?? ''}
          onText={(day) => put({ validTo: day || null })}
        />
        <TextField
          label={t('rules.fields.where')}
          placeholder={t('rules.fields.everywhere')}
          value={form.jurisdiction ?? ''}
          onText={(place) => put({ jurisdiction: place || null })}
        />
      </div>
    </fieldset>
  )
}

type Sum = NonNullable<RuleForm['sum']>
type Part = Sum['items'][number][number]

type SumFieldsProps = {
  readonly sum: Sum
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onSum: (sum: Sum) => void
}

/** The points of a rule: each part with its number and when it counts. Of parts that stand together at most one can hold. */
function SumFields({ sum, words, variables, onSum }: SumFieldsProps) {
  const putPart = (item: number, part: number, change: Partial<Part>) =>
    onSum({
      ...sum,
      items: sum.items.map((parts, at) =>
        at === item ? parts.map((one, index) => (index === part ? { ...one, ...change } : one)) : parts,
      ),
    })
  return (
    <fieldset>
      <legend className="h">
        {t('rules.fields.sum', { result: sum.into })} <span className="muted">{t('rules.fields.sumHint')}</span>
      </legend>
      <div className="stack-2">
        {sum.items.map((parts, item) => (
          <div key={item} className={parts.length > 1 ? 'one-of' : ''}>
            {parts.map((part, index) => (
              <div key={index} className="sum-part">
                <input
                  type="text"
                  className="num"
                  autoComplete="off"
                  aria-label={t('rules.fields.points', { part: part.say })}
                  value={typedNumber(part.add)}
                  onChange={({ target }) =>
                    putPart(item, index, { add: readTypedNumber(target.value) ?? target.value })
                  }
                />
                <input
                  type="text"
                  autoComplete="off"
                  aria-label={t('rules.fields.partName', { item: item + 1, part: index + 1 })}
                  value={part.say}
                  onChange={({ target }) => putPart(item, index, { say: target.value })}
                />
                <div>
                  {part.when.map((text, at) => (
                    <ConditionField
                      key={at}
                      before={t(at > 0 ? 'rules.fields.and' : 'rules.fields.when')}
                      label={t('rules.fields.partCondition', { part: part.say, number: at + 1 })}
                      text={text}
                      words={words}
                      variables={variables}
                      onText={(changed) =>
                        putPart(item, index, { when: part.when.map((old, place) => (place === at ? changed : old)) })
                      }
                      onRemove={null}
                    />
                  ))}
                </div>
              </div>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type Aggregates = RuleForm['aggregates']
type Aggregate = Aggregates[number]

type AggregateFieldsProps = {
  readonly aggregates: Aggregates
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onAggregates: (aggregates: Aggregates) => void
}

const BLANK: Aggregate = { kind: 'count', into: '?n', value: '?x', of: [] }

/** What is counted or added up, or the least or greatest of what is found. */
function AggregateFields({ aggregates, onAggregates, ...common }: AggregateFieldsProps) {
  return (
    <>
      {aggregates.map((aggregate, index) => (
        <AggregateFieldset
          // They have no names but their places.
          key={index}
          {...common}
          label={t('rules.aggregates.label', { number: index + 1 })}
          aggregate={aggregate}
          onAggregate={(changed) => onAggregates(aggregates.with(index, changed))}
          onRemove={() => onAggregates(aggregates.toSpliced(index, 1))}
        />
      ))}
      <Button
        look="link"
        isSmall
        className="start-self"
        onClick={() => onAggregates([...aggregates, { ...BLANK, into: freeVariable(common.variables) }])}
      >
        {t('rules.aggregates.add')}
      </Button>
    </>
  )
}

function freeVariable(variables: readonly string[]): string {
  return ['?n', '?m', '?k'].find((one) => !variables.includes(one)) ?? '?n1'
}

type OneProps = Omit<AggregateFieldsProps, 'aggregates' | 'onAggregates'> & {
  readonly label: string
  readonly aggregate: Aggregate
  readonly onAggregate: (aggregate: Aggregate) => void
  readonly onRemove: () => void
}

function AggregateFieldset({ label, aggregate, words, variables, onAggregate, onRemove }: OneProps) {
  const put = (change: Partial<Aggregate>) => onAggregate({ ...aggregate, ...change })
  return (
    <fieldset aria-label={label}>
      <legend className="h">{t('rules.aggregates.legend')}</legend>
      <div className="cond" role="group" aria-label={label}>
        <span className="k" />
        <div className="c">
          <VariableField
            label={t('rules.aggregates.result', { label })}
            value={aggregate.into}
            onValue={(into) => put({ into })}
          />
          <span>{t('rules.aggregates.isThe')}</span>
          <select
            aria-label={t('rules.aggregates.kind', { label })}
            value={aggregate.kind}
            onChange={({ target }) => put({ kind: target.value as Aggregate['kind'] })}
          >
            {Object.entries(texts('rules.aggregates.kinds')).map(([kind, said]) => (
              <option key={kind} value={kind}>
                {said}
              </option>
            ))}
          </select>
          <span>{t('rules.aggregates.ofAll')}</span>
          <VariableField
            label={t('rules.aggregates.of', { label })}
            value={aggregate.value}
            onValue={(value) => put({ value })}
          />
        </div>
        <Button look="quiet" isSmall aria-label={t('rules.conditions.removeLabel', { label })} onClick={onRemove}>
          {t('frame.buttons.remove')}
        </Button>
      </div>
      <ConditionList
        kind="found"
        texts={aggregate.of}
        words={words}
        variables={[...new Set([...variables, aggregate.value])]}
        onTexts={(of) => put({ of: [...of] })}
      />
    </fieldset>
  )
}

type VariableProps = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}

function VariableField({ label, value, onValue }: VariableProps) {
  return (
    <input
      type="text"
      className="mono arg"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      value={value}
      onChange={({ target }) => onValue(target.value)}
    />
  )
}

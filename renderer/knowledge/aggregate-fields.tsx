import type { RuleForm, RuleWord } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { t, texts } from '../../wording/translate.ts'
import { ConditionList } from './condition-field.tsx'

type Aggregates = RuleForm['aggregates']
type Aggregate = Aggregates[number]

type Props = {
  readonly aggregates: Aggregates
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onAggregates: (aggregates: Aggregates) => void
}

const BLANK: Aggregate = { kind: 'count', into: '?n', value: '?x', of: [] }

/** What is counted or added up, or the least or greatest of what is found. */
export function AggregateFields({ aggregates, onAggregates, ...common }: Props) {
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

type OneProps = Omit<Props, 'aggregates' | 'onAggregates'> & {
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

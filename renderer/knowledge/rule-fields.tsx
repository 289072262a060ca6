import type { RuleForm, RuleWord } from '../../contract/knowledge/rule.ts'
import { CheckBox } from '../parts/choices.tsx'
import { TextField } from '../parts/text-field.tsx'
import { t } from '../../wording/translate.ts'
import { AggregateFields } from './aggregate-fields.tsx'
import { variablesIn } from './atom-text.ts'
import { ConditionField, ConditionList } from './condition-field.tsx'

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
                  value={part.add}
                  onChange={({ target }) => putPart(item, index, { add: target.value })}
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

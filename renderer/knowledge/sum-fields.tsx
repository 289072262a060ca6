import type { RuleForm, RuleWord } from '../../contract/rule.ts'
import { ConditionField } from './condition-field.tsx'

type Sum = NonNullable<RuleForm['sum']>
type Part = Sum['items'][number][number]

type Props = {
  readonly sum: Sum
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onSum: (sum: Sum) => void
}

/** The points of a rule: each part with its number and when it counts. Of parts that stand together at most one can hold. */
export function SumFields({ sum, words, variables, onSum }: Props) {
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
        {sum.into} is the sum of <span className="muted">parts that share a frame exclude each other</span>
      </legend>
      <div className="grid gap-2">
        {sum.items.map((parts, item) => (
          <div key={item} className={parts.length > 1 ? 'one-of' : ''}>
            {parts.map((part, index) => (
              <div key={index} className="sum-part">
                <input
                  type="text"
                  className="num"
                  autoComplete="off"
                  aria-label={`Points for ${part.say}`}
                  value={part.add}
                  onChange={({ target }) => putPart(item, index, { add: target.value })}
                />
                <input
                  type="text"
                  autoComplete="off"
                  aria-label={`Name of part ${item + 1}.${index + 1}`}
                  value={part.say}
                  onChange={({ target }) => putPart(item, index, { say: target.value })}
                />
                <div>
                  {part.when.map((text, at) => (
                    <ConditionField
                      key={at}
                      before={at > 0 ? 'and' : 'when'}
                      label={`${part.say}, condition ${at + 1}`}
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

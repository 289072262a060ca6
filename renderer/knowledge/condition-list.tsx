import type { RuleWord } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { writeAtom } from './atom-text.ts'
import { ConditionField } from './condition-field.tsx'

type Props = {
  readonly legend: string
  /** What one is called: "Condition", "Exception". */
  readonly one: string
  readonly before: string
  readonly texts: readonly string[]
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onTexts: (texts: readonly string[]) => void
}

/** All conditions of one kind, in the author's order. */
export function ConditionList({ legend, one, before, texts, words, variables, onTexts }: Props) {
  const [first] = words
  const blank = first
    ? writeAtom({ negated: false, relation: first.relation, args: first.places.map((_, at) => variables[at] ?? '?_') })
    : ''
  return (
    <fieldset>
      <legend className="h">{legend}</legend>
      {texts.map((text, index) => (
        <ConditionField
          // They have no names but their places.
          key={index}
          before={index > 0 ? before : ''}
          label={`${one} ${index + 1}`}
          text={text}
          words={words}
          variables={variables}
          onText={(changed) => onTexts(texts.map((other, at) => (at === index ? changed : other)))}
          onRemove={() => onTexts(texts.filter((_, at) => at !== index))}
        />
      ))}
      <div className="btns">
        <Button look="link" isSmall onClick={() => onTexts([...texts, blank])}>
          add {one === 'Exception' ? 'an exception' : 'a condition'}
        </Button>
        <Button
          look="link"
          isSmall
          aria-label={`add a comparison: ${legend}`}
          onClick={() => onTexts([...texts, `${variables.at(-1) ?? '?x'} >= 1`])}
        >
          add a comparison
        </Button>
      </div>
    </fieldset>
  )
}

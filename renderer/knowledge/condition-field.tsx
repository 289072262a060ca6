import { useId } from 'react'
import { relationName } from '../../contract/knowledge/calculator-input.ts'
import type { RuleWord } from '../../contract/knowledge/rule.ts'
import { placeLabel } from '../facts/fact-wording.ts'
import { Button } from '../parts/button.tsx'
import { t } from '../../wording/translate.ts'

type Props = {
  /** "and", before all but the first. */
  readonly before: string
  /** What it is called to a screen reader: "Condition 2". */
  readonly label: string
  readonly text: string
  readonly words: readonly RuleWord[]
  /** `?p`, `?s`: those of the rule. */
  readonly variables: readonly string[]
  readonly onText: (text: string) => void
  /** Null: it has to be there. */
  readonly onRemove: (() => void) | null
  /** False for what a rule concludes. */
  readonly canBeNot?: boolean
}

/** One condition: a relation of the vocabulary with its places, or a comparison or computed value as text. */
export function ConditionField({ before, label, text, words, variables, onText, onRemove, canBeNot = true }: Props) {
  const atom = readAtom(text)
  const word = atom ? words.find(({ relation }) => relation === atom.relation) : undefined
  return (
    <div className="cond" role="group" aria-label={label}>
      <span className="k">{before}</span>
      <div className="c">
        {atom && word && atom.args.length === word.places.length ? (
          <AtomFields
            label={label}
            atom={atom}
            word={word}
            words={words}
            variables={variables}
            canBeNot={canBeNot || atom.negated}
            onText={onText}
          />
        ) : (
          <input
            type="text"
            className="mono"
            autoComplete="off"
            spellCheck={false}
            aria-label={t('rules.conditions.asText', { label })}
            value={text}
            onChange={({ target }) => onText(target.value)}
          />
        )}
      </div>
      {onRemove ? (
        <Button look="quiet" isSmall aria-label={t('rules.conditions.removeLabel', { label })} onClick={onRemove}>
          {t('frame.buttons.remove')}
        </Button>
      ) : null}
    </div>
  )
}

type AtomProps = Pick<Props, 'label' | 'words' | 'variables' | 'onText'> & {
  readonly atom: AtomText
  readonly word: RuleWord
  readonly canBeNot: boolean
}

function AtomFields({ label, atom, word, words, variables, canBeNot, onText }: AtomProps) {
  const put = (change: Partial<AtomText>) => onText(writeAtom({ ...atom, ...change }))
  return (
    <>
      <select
        aria-label={t('rules.conditions.relation', { label })}
        value={word.relation}
        onChange={({ target }) => {
          const next = words.find(({ relation }) => relation === target.value)
          // What stands at the same place stays, if it may be another kind the check says so.
          if (next) put({ relation: next.relation, args: next.places.map((_, at) => atom.args[at] ?? '?_') })
        }}
      >
        {words.map((one) => (
          <option key={one.relation} value={one.relation}>
            {relationName(one)}
          </option>
        ))}
      </select>
      {word.places.map((_, at) => (
        <ArgumentField
          key={`${word.relation} ${at}`}
          label={t('rules.conditions.place', { label, place: placeLabel(word, at) })}
          value={atom.args[at] ?? ''}
          choices={choicesAt(word, at, variables)}
          onValue={(value) => put({ args: atom.args.map((arg, index) => (index === at ? value : arg)) })}
        />
      ))}
      {canBeNot ? (
        <label className="small soft row-1 centred one-line">
          <input
            type="checkbox"
            checked={atom.negated}
            aria-label={t('rules.conditions.mustNot', { label })}
            onChange={({ target }) => put({ negated: target.checked })}
          />
          {t('rules.conditions.not')}
        </label>
      ) : null}
    </>
  )
}

type ArgumentProps = {
  readonly label: string
  readonly value: string
  readonly choices: readonly string[]
  readonly onValue: (value: string) => void
}

function ArgumentField({ label, value, choices, onValue }: ArgumentProps) {
  const list = useId()
  return (
    <>
      <input
        type="text"
        className="mono arg"
        list={list}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
      <datalist id={list}>
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  )
}

function choicesAt({ places }: RuleWord, at: number, variables: readonly string[]): readonly string[] {
  const place = places[at]
  const names = place?.kind === 'name' ? place.choices.map(({ name }) => name) : []
  return [...variables, '?_', ...names]
}

type ConditionListProps = {
  /** What is listed; `found`: what a computed value is found by. */
  readonly kind: 'condition' | 'exception' | 'found'
  readonly texts: readonly string[]
  readonly words: readonly RuleWord[]
  readonly variables: readonly string[]
  readonly onTexts: (texts: readonly string[]) => void
}

/** All conditions of one kind, in the author's order. */
export function ConditionList({ kind, texts, words, variables, onTexts }: ConditionListProps) {
  const [first] = words
  const blank = first
    ? writeAtom({ negated: false, relation: first.relation, args: first.places.map((_, at) => variables[at] ?? '?_') })
    : ''
  return (
    <fieldset>
      <legend className="h">{t(`rules.conditions.${kind}.legend`)}</legend>
      {texts.map((text, index) => (
        <ConditionField
          // They have no names but their places.
          key={index}
          before={index > 0 ? t(`rules.conditions.${kind}.before`) : ''}
          label={t(`rules.conditions.${kind}.label`, { number: index + 1 })}
          text={text}
          words={words}
          variables={variables}
          onText={(changed) => onTexts(texts.map((other, at) => (at === index ? changed : other)))}
          onRemove={() => onTexts(texts.filter((_, at) => at !== index))}
        />
      ))}
      <div className="btns">
        <Button look="link" isSmall onClick={() => onTexts([...texts, blank])}>
          {t(`rules.conditions.${kind}.add`)}
        </Button>
        <Button
          look="link"
          isSmall
          aria-label={t(`rules.conditions.${kind}.comparisonLabel`)}
          onClick={() => onTexts([...texts, `${variables.at(-1) ?? '?x'} >= 1`])}
        >
          {t('rules.conditions.comparison')}
        </Button>
      </div>
    </fieldset>
  )
}

/** A condition of a rule as a form can show it: a relation with its places. */
type AtomText = { readonly negated: boolean; readonly relation: string; readonly args: readonly string[] }

const ATOM = /^\s*(not\s+)?([a-z][a-z0-9_]*)\s*\((.*)\)\s*$/s

/** Takes apart `not has(?p, af)`; null for a comparison, a computed value, and what cannot be read. */
export function readAtom(text: string): AtomText | null {
  const [, not, relation, inside] = ATOM.exec(text) ?? []
  if (relation === undefined || inside === undefined) return null
  const args = splitArguments(inside)
  return args && { negated: not !== undefined, relation, args }
}

export function writeAtom({ negated, relation, args }: AtomText): string {
  return `${negated ? 'not ' : ''}${relation}(${args.join(', ')})`
}

/** At the commas outside of parentheses; null when those do not match, as in `has(?p) and has(?q)`. */
function splitArguments(text: string): readonly string[] | null {
  const parts: string[] = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) return null
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  if (depth !== 0) return null
  const trimmed = parts.map((part) => part.trim())
  return trimmed.length === 1 && trimmed[0] === '' ? [] : trimmed
}

/** The variables that stand anywhere in the texts of a rule, in their order: what its fields offer. */
export function variablesIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(/\?[a-z][a-z0-9_]*/gi) ?? []))]
}

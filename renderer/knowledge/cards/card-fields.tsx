import { useId } from 'react'
import type { CardText, KnowledgeItem, MistakeKind } from '../../../contract/knowledge/card.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/choices.tsx'
import { TextArea, TextField } from '../../parts/text-field.tsx'
import { MISTAKES } from './card-words.ts'

type Props = { readonly text: CardText; readonly onText: (text: CardText) => void }

/** A card as a form. */
export function CardFields({ text, onText }: Props) {
  const put = (change: Partial<CardText>) => onText({ ...text, ...change })
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  return (
    <div className="ruleform above-4">
      <TextField label="Title" value={text.title} onText={(title) => put({ title })} />
      <TextArea
        label="Learning summary"
        hint="The line of thought, and what to watch for. General: no names, dates or amounts of a matter."
        value={text.summary}
        onText={(summary) => put({ summary })}
      />
      <KnowledgeFields items={text.knowledge} onItems={(knowledge) => put({ knowledge })} />
      <TextField
        label="Shown when a question looks like"
        value={text.trigger}
        onText={(trigger) => put({ trigger })}
        hint="As one would ask it; kinds of thing in brackets in the place of names."
      />
      <div className="stack-3 halves">
        <TextField label="Domain" value={text.domain ?? ''} onText={(value) => put({ domain: orNull(value) })} />
        <TextField
          label="Jurisdiction"
          value={text.jurisdiction ?? ''}
          onText={(value) => put({ jurisdiction: orNull(value) })}
        />
        <TextField
          label="Valid from"
          placeholder="2026-01-01"
          value={text.validFrom ?? ''}
          onText={(value) => put({ validFrom: orNull(value) })}
        />
        <TextField
          label="Valid to"
          placeholder="2026-12-31"
          value={text.validTo ?? ''}
          onText={(value) => put({ validTo: orNull(value) })}
        />
        <MistakeSelect value={text.mistake} onChoose={(mistake) => put({ mistake })} />
      </div>
      <CheckBox isOn={text.always} onChange={(always) => put({ always })}>
        Always use it where it fits, however sure the model is
      </CheckBox>
    </div>
  )
}

type ItemsProps = { readonly items: readonly KnowledgeItem[]; readonly onItems: (items: KnowledgeItem[]) => void }

function KnowledgeFields({ items, onItems }: ItemsProps) {
  const put = (at: number, change: Partial<KnowledgeItem>) =>
    onItems(items.map((item, index) => (index === at ? { ...item, ...change } : item)))
  return (
    <fieldset className="stack-2">
      <legend className="small soft">Supplementary knowledge: definitions and rules, each with a source</legend>
      {items.map((item, at) => (
        // An item is known by its place alone.
        <div key={at} className="stack-1 one-of">
          <TextArea label={`Item ${at + 1}`} rows={2} value={item.text} onText={(text) => put(at, { text })} />
          <div className="row-2 at-end">
            <div className="grow">
              <TextField
                label={`Source of item ${at + 1}`}
                value={item.source ?? ''}
                onText={(source) => put(at, { source: source.trim() === '' ? null : source })}
              />
            </div>
            <Button
              look="quiet"
              isSmall
              aria-label={`Remove item ${at + 1}`}
              onClick={() => onItems(items.toSpliced(at, 1))}
            >
              Remove
            </Button>
          </div>
        </div>
      ))}
      <Button
        look="link"
        isSmall
        className="start-self"
        onClick={() => onItems([...items, { text: '', source: null }])}
      >
        add an item
      </Button>
    </fieldset>
  )
}

type MistakeSelectProps = { readonly value: MistakeKind; readonly onChoose: (kind: MistakeKind) => void }

/** What went wrong. */
export function MistakeSelect({ value, onChoose }: MistakeSelectProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>What went wrong</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value as MistakeKind)}>
        {Object.entries(MISTAKES).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

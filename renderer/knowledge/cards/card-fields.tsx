import { useId } from 'react'
import type { CardText, KnowledgeItem, MistakeKind } from '../../../contract/knowledge/card.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/choices.tsx'
import { TextArea, TextField } from '../../parts/text-field.tsx'
import { t, texts } from '../../../wording/translate.ts'

type Props = {
  readonly text: CardText
  /** Whether its summary begins with words that were written of a matter. */
  readonly isFromCorrection: boolean
  readonly onText: (text: CardText) => void
}

/** A card as a form. */
export function CardFields({ text, isFromCorrection, onText }: Props) {
  const put = (change: Partial<CardText>) => onText({ ...text, ...change })
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  return (
    <div className="ruleform above-4">
      <TextField label={t('knowledge.fields.title')} value={text.title} onText={(title) => put({ title })} />
      <TextArea
        label={t('knowledge.fields.summary')}
        hint={t(isFromCorrection ? 'knowledge.fields.fromCorrection' : 'knowledge.fields.summaryHint')}
        value={text.summary}
        onText={(summary) => put({ summary })}
      />
      <KnowledgeFields items={text.knowledge} onItems={(knowledge) => put({ knowledge })} />
      <TextField
        label={t('knowledge.fields.trigger')}
        value={text.trigger}
        onText={(trigger) => put({ trigger })}
        hint={t('knowledge.fields.triggerHint')}
      />
      <div className="stack-3 halves">
        <TextField
          label={t('knowledge.fields.domain')}
          value={text.domain ?? ''}
          onText={(value) => put({ domain: orNull(value) })}
        />
        <TextField
          label={t('knowledge.fields.jurisdiction')}
          value={text.jurisdiction ?? ''}
          onText={(value) => put({ jurisdiction: orNull(value) })}
        />
        <TextField
          label={t('knowledge.fields.validFrom')}
          placeholder={t('knowledge.fields.validFromExample')}
          value={text.validFrom ?? ''}
          onText={(value) => put({ validFrom: orNull(value) })}
        />
        <TextField
          label={t('knowledge.fields.validTo')}
          placeholder={t('knowledge.fields.validToExample')}
          value={text.validTo ?? ''}
          onText={(value) => put({ validTo: orNull(value) })}
        />
        <MistakeSelect value={text.mistake} onChoose={(mistake) => put({ mistake })} />
      </div>
      <CheckBox isOn={text.always} onChange={(always) => put({ always })}>
        {t('knowledge.fields.always')}
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
      <legend className="small soft">{t('knowledge.fields.knowledge')}</legend>
      {items.map((item, at) => (
        // An item is known by its place alone.
        <div key={at} className="stack-1 one-of">
          <TextArea
            label={t('knowledge.fields.item', { number: at + 1 })}
            rows={2}
            value={item.text}
            onText={(text) => put(at, { text })}
          />
          <div className="row-2 at-end">
            <div className="grow">
              <TextField
                label={t('knowledge.fields.itemSource', { number: at + 1 })}
                value={item.source ?? ''}
                onText={(source) => put(at, { source: source.trim() === '' ? null : source })}
              />
            </div>
            <Button
              look="quiet"
              isSmall
              aria-label={t('knowledge.fields.removeItem', { number: at + 1 })}
              onClick={() => onItems(items.toSpliced(at, 1))}
            >
              {t('frame.buttons.remove')}
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
        {t('knowledge.fields.addItem')}
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
      <label htmlFor={id}>{t('knowledge.fields.mistake')}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value as MistakeKind)}>
        {Object.entries(texts('knowledge.lessons.mistakes')).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

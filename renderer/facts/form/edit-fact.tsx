import { useId, useState } from 'react'
import { relationName } from '../../../contract/knowledge/calculator-input.ts'
import type { Fact, FactInput, FormRelation } from '../../../contract/knowledge/fact.ts'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import type { UserFailure } from '../../state/user-failure.ts'
import { placeLabel } from '../fact-wording.ts'
import { PlaceInput } from './place-input.tsx'
import { draftOf, type DraftValue, readDraft } from './typed-values.ts'
import { t, texts } from '../../../wording/translate.ts'
import { dayAsTyped, readTypedDay } from '../../../wording/typed-day.ts'

type Props = {
  readonly title: string
  readonly relations: readonly FormRelation[]
  /** What is changed; null: a new one. */
  readonly fact: Fact | null
  /** The relation to begin with; null: the first. */
  readonly relation: string | null
  readonly submit: string
  /** Tells whether it was done. */
  readonly onSubmit: (input: FactInput) => Promise<boolean>
  readonly failure: UserFailure | null
  readonly onClose: () => void
}

/** A fact with all its parts: relation, every place, whether it holds, its dates. */
export function EditFact({ title, relations, fact, relation: first, submit, onSubmit, failure, onClose }: Props) {
  const begin = (name: string | undefined) => beginDraft(named(relations, name), fact)
  const [draft, setDraft] = useState(() => begin(first ?? relations[0]?.relation))
  const [isSent, setSent] = useState(false)
  const relation = named(relations, draft.relation)
  const read = relation ? readFactDraft(relation, draft) : null
  const problem = read && 'problem' in read ? read.problem : ''
  const send = async () => {
    setSent(true)
    if (read && 'input' in read && (await onSubmit(read.input))) onClose()
  }
  return (
    <Modal title={title} onClose={onClose}>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {fact ? null : (
          <RelationChoice relations={relations} value={draft.relation} onChoose={(name) => setDraft(begin(name))} />
        )}
        {relation ? <DraftFields relation={relation} draft={draft} onDraft={setDraft} /> : null}
        {isSent && !problem ? <FailureNote failure={failure} /> : null}
        <div className="btns">
          <Button type="submit" look="primary">
            {submit}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.rich('frame.buttons.cancelByKey', TEXT_TAGS)}
          </Button>
          <span className="small bad" role="status">
            {isSent ? problem : ''}
          </span>
        </div>
      </form>
    </Modal>
  )
}

function named(relations: readonly FormRelation[], name: string | undefined): FormRelation | undefined {
  return relations.find(({ relation }) => relation === name)
}

type FieldsProps = {
  readonly relation: FormRelation
  readonly draft: FactDraft
  readonly onDraft: (draft: FactDraft) => void
}

function DraftFields({ relation, draft, onDraft }: FieldsProps) {
  const days = [
    { name: 'at', label: t('facts.form.ofDay'), placeholder: t('facts.form.undated') },
    { name: 'validFrom', label: t('facts.form.validFrom'), placeholder: t('facts.form.open') },
    { name: 'validTo', label: t('facts.form.validTo'), placeholder: t('facts.form.open') },
  ] as const
  return (
    <>
      {relation.places.map((place, at) => (
        <div key={`${relation.relation} ${at}`} className="field">
          <span className="label">{placeLabel(relation, at)}</span>
          <div className="val">
            <PlaceInput
              label={placeLabel(relation, at)}
              place={place}
              value={draft.values[at] ?? { text: '', unit: '' }}
              onValue={(value) => onDraft({ ...draft, values: draft.values.with(at, value) })}
            />
          </div>
        </div>
      ))}
      <div className="field">
        <span className="label">{t('facts.form.holds')}</span>
        <div>
          <ChoiceButtons
            label={t('facts.form.holds')}
            value={draft.holds}
            choices={texts('proof.holds')}
            onChoose={(holds) => onDraft({ ...draft, holds })}
          />
        </div>
      </div>
      <div className="row-3">
        {days.map(({ name, label, placeholder }) => (
          <TextField
            key={name}
            label={label}
            placeholder={placeholder}
            value={draft[name]}
            onText={(day) => onDraft({ ...draft, [name]: day })}
          />
        ))}
      </div>
    </>
  )
}

type ChoiceProps = {
  readonly relations: readonly FormRelation[]
  readonly value: string
  readonly onChoose: (relation: string) => void
}

function RelationChoice({ relations, value, onChoose }: ChoiceProps) {
  const id = useId()
  const groupOf = ({ group }: FormRelation) => group ?? t('facts.form.otherGroup')
  const groups = [...new Set(relations.map(groupOf))]
  return (
    <div className="field">
      <label htmlFor={id}>{t('facts.form.about')}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {relations
              .filter((relation) => groupOf(relation) === group)
              .map((relation) => (
                <option key={relation.relation} value={relation.relation}>
                  {relationName(relation)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** A fact as it stands in a form with all its parts; days are as typed, empty for none. */
type FactDraft = {
  readonly relation: string
  readonly values: readonly DraftValue[]
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly at: string
  readonly validFrom: string
  readonly validTo: string
}

/** What a form begins with: the fact that is changed, else what can be known of a new one. */
export function beginDraft(relation: FormRelation | undefined, fact: Fact | null): FactDraft {
  const name = relation?.relation ?? ''
  const places = relation?.places ?? []
  if (!fact || fact.relation !== name)
    return { ...NO_DATES, relation: name, holds: 'yes', values: places.map((place) => draftOf(place, onlyName(place))) }
  const { holds, at, validFrom, validTo } = fact
  const values = places.map((place, index) => draftOf(place, fact.args[index] ?? null))
  const typed = (day: string | null) => dayAsTyped(day ?? '')
  return { relation: name, holds, values, at: typed(at), validFrom: typed(validFrom), validTo: typed(validTo) }
}

const NO_DATES = { at: '', validFrom: '', validTo: '' }

/** Of an open type the one name in use, or one called like the type: mostly there is one patient, one contract. */
function onlyName(place: FormRelation['places'][number]): string | null {
  if (place.kind !== 'name' || !place.open || place.choices.length > 1) return null
  return place.choices[0]?.name ?? place.type
}

/** The fact, or what keeps the draft from being one. */
export function readFactDraft(
  relation: FormRelation,
  { values, holds, at, validFrom, validTo }: FactDraft,
): { readonly input: FactInput } | { readonly problem: string } {
  const args: string[] = []
  for (const [index, place] of relation.places.entries()) {
    const read = readDraft(place, values[index] ?? { text: '', unit: '' })
    if ('problem' in read)
      return { problem: t('facts.form.ofPlace', { name: placeLabel(relation, index), problem: read.problem }) }
    args.push(read.value)
  }
  const days: Record<'at' | 'validFrom' | 'validTo', string | null> = { at: null, validFrom: null, validTo: null }
  for (const [name, typed] of Object.entries({ at, validFrom, validTo }) as [keyof typeof days, string][]) {
    if (typed.trim() === '') continue
    const read = readTypedDay(typed)
    if ('problem' in read) return read
    days[name] = read.day
  }
  return { input: { relation: relation.relation, args, holds, ...days } }
}

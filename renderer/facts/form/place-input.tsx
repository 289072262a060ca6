import { useId } from 'react'
import type { FormPlace } from '../../../contract/knowledge/fact.ts'
import { type DraftValue, typedUnit } from './typed-values.ts'
import { t } from '../../../wording/translate.ts'
import { unitWords } from '../../../wording/phrases.ts'

type Props = {
  /** The accessible name; a visible label may say the same. */
  readonly label: string
  readonly place: FormPlace
  readonly value: DraftValue
  readonly onValue: (value: DraftValue) => void
  readonly describedBy?: string
  /** What a list says while nothing is chosen. */
  readonly empty?: string
}

/** A field for one place of a relation: a name of a list or one's own, a number with its unit, a day. */
export function PlaceInput({ place, empty = t('facts.form.notRecorded'), ...field }: Props) {
  if (place.kind === 'number') return <NumberInput place={place} {...field} />
  if (place.kind === 'date')
    return <TextInput {...field} className="num day" placeholder={t('facts.form.dayForm')} inputMode="numeric" />
  return place.open ? <OpenName place={place} {...field} /> : <ClosedName place={place} empty={empty} {...field} />
}

type OneProps<K extends FormPlace['kind']> = Omit<Props, 'place' | 'empty'> & {
  readonly place: Extract<FormPlace, { kind: K }>
}

function NumberInput({ place: { unit, units }, ...field }: OneProps<'number'>) {
  const { label, value, onValue } = field
  const choices = [...new Set([unit ?? '', ...units, value.unit])].filter(Boolean)
  return (
    <>
      <TextInput
        {...field}
        className="num"
        inputMode="decimal"
        onValue={({ text }) => onValue({ text, unit: typedUnit(text, choices)?.unit ?? value.unit })}
      />
      {choices.length > 1 ? (
        <select
          className="unit"
          aria-label={t('facts.form.unitOf', { name: label })}
          value={value.unit}
          onChange={({ target }) =>
            onValue({ text: typedUnit(value.text, choices)?.amount ?? value.text, unit: target.value })
          }
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {unitWords(one)}
            </option>
          ))}
        </select>
      ) : (
        choices.map((one) => (
          <span key={one} className="unit">
            {unitWords(one)}
          </span>
        ))
      )}
    </>
  )
}

type ClosedProps = OneProps<'name'> & { readonly empty: string }

function ClosedName({ place: { choices }, label, value, onValue, describedBy, empty }: ClosedProps) {
  return (
    <select
      aria-label={label}
      aria-describedby={describedBy}
      value={value.text}
      onChange={({ target }) => onValue({ text: target.value, unit: '' })}
    >
      {value.text === '' ? <option value="">{empty}</option> : null}
      {choices.map(({ name, label: words }) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  )
}

function OpenName({ place: { choices }, ...field }: OneProps<'name'>) {
  const list = useId()
  return (
    <>
      <TextInput {...field} list={list} placeholder={t('facts.form.openName')} />
      <datalist id={list}>
        {choices.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

type TextProps = Omit<Props, 'place' | 'empty'> & Omit<React.ComponentProps<'input'>, 'value' | 'aria-label'>

function TextInput({ label, value, onValue, describedBy, ...rest }: TextProps) {
  return (
    <input
      {...rest}
      type="text"
      autoComplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      value={value.text}
      onChange={({ target }) => onValue({ ...value, text: target.value })}
    />
  )
}

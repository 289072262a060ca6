import { useId } from 'react'
import { identifierTypeWords } from '../../contract/opinions/packet-groups.ts'
import { t } from '../../wording/translate.ts'

/** The kinds of identifiers that a person is likely to name; any other is kept as it came. */
const TYPES = [
  'person',
  'organisation',
  'hospital',
  'place',
  'address',
  'date',
  'age',
  'amount',
  'phone',
  'email',
  'account',
  'record',
  'docket',
  'id',
]

type Props = { readonly value: string; readonly onType: (type: string) => void }

/** What something is, which decides what it leaves as. */
export function TypeSelect({ value, onType }: Props) {
  const id = useId()
  const types = TYPES.includes(value) ? TYPES : [value, ...TYPES]
  return (
    <div className="field">
      <label htmlFor={id}>{t('outgoing.mask.type')}</label>
      <select id={id} value={value} onChange={({ target }) => onType(target.value)}>
        {types.map((type) => (
          <option key={type} value={type}>
            {identifierTypeWords(type)}
          </option>
        ))}
      </select>
    </div>
  )
}

import { useId } from 'react'
import type { MistakeKind } from '../../../contract/card.ts'
import { MISTAKES } from './card-words.ts'

type Props = { readonly value: MistakeKind; readonly onChoose: (kind: MistakeKind) => void }

/** What went wrong. */
export function MistakeSelect({ value, onChoose }: Props) {
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

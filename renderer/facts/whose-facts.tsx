import type { KnownInputs } from '../../contract/rule.ts'
import { plainName } from './plain-name.ts'

type Props = {
  readonly whose: KnownInputs['whose']
  /** The names that are meant, one of each type that was chosen. */
  readonly onChoose: (about: readonly string[]) => void
}

/** Asks whose facts are meant where the matter has those of several: they are never mixed. */
export function WhoseFacts({ whose, onChoose }: Props) {
  return whose.map(({ type, names, chosen }) => (
    <label key={type} className="small flex gap-2 items-center my-2">
      <span className="whitespace-nowrap">Facts of which {plainName(type)}?</span>
      <select
        value={chosen ?? ''}
        onChange={({ target }) => {
          const others = whose.flatMap((one) => (one.type === type ? [] : (one.chosen ?? [])))
          onChoose([...others, target.value].filter(Boolean))
        }}
      >
        <option value="">none chosen</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  ))
}

import type { Fact, FactForm } from '../../contract/fact.ts'
import { AsideColumn } from '../parts/aside-column.tsx'
import { FactColumn } from './fact-column.tsx'
import type { Shown } from './shown.ts'

type Props = {
  readonly shown: Shown | null
  readonly form: FactForm | null
  readonly facts: readonly Fact[]
  readonly onClose: () => void
}

/** The right column of facts: the fact that was opened, if it is still there. */
export function FactsColumn({ shown, form, facts, onClose }: Props) {
  const fact = facts.find(({ id }) => id === shown?.id)
  if (!fact)
    return (
      <AsideColumn label="Fact" isPlain isWide isOpened={false} focusKey="" onClose={onClose}>
        <div className="bar">
          <h2>Fact</h2>
        </div>
        <p className="soft p-4">Open where a fact comes from to see its passage and dates here.</p>
      </AsideColumn>
    )
  const isPlain = fact.source.kind === 'user'
  const focusKey = `${fact.id} ${shown?.times}`
  return (
    <AsideColumn label="Fact" isPlain={isPlain} isWide isOpened focusKey={focusKey} onClose={onClose}>
      <FactColumn key={fact.id} fact={fact} facts={facts} relations={form?.relations ?? []} onClose={onClose} />
    </AsideColumn>
  )
}

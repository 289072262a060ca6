import type { Fact, FactForm } from '../../contract/fact.ts'
import type { Conclusions } from '../../contract/rule.ts'
import { AsideColumn } from '../parts/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { FactColumn } from './fact-column.tsx'
import type { Shown } from './shown.ts'
import { WhatWouldChange } from './what-would-change.tsx'

type Props = {
  readonly shown: Shown | null
  readonly form: FactForm | null
  readonly facts: readonly Fact[]
  readonly conclusions: Conclusions | null
  readonly onClose: () => void
  /** What the tab shows by itself. */
  readonly children: React.ReactNode
}

/** The right column of facts and rules: what was opened in it and is still there, else what belongs to the tab. */
export function FactsColumn({ shown, form, facts, conclusions, onClose, children }: Props) {
  if (shown?.kind === 'fact') {
    const fact = facts.find(({ id }) => id === shown.id)
    if (fact) return <OpenFact {...{ fact, facts, form, onClose }} focusKey={`${fact.id} ${shown.times}`} />
  }
  if (shown?.kind === 'what-if' && conclusions?.conclusions[shown.conclusion])
    return <OpenWhatIf {...{ conclusions, onClose }} at={shown.conclusion} focusKey={shown.times} />
  const isSheet = shown?.kind === 'own'
  return (
    <AsideColumn label="Details" isPlain isWide isOpened={isSheet} focusKey={shown?.times ?? 0} onClose={onClose}>
      {isSheet ? (
        <div className="only-sheet p-3">
          <Button look="quiet" isSmall onClick={onClose}>
            Close <kbd>Esc</kbd>
          </Button>
        </div>
      ) : null}
      {children}
    </AsideColumn>
  )
}

type WhatIfProps = Pick<Props, 'onClose'> & {
  readonly conclusions: Conclusions
  readonly at: number
  readonly focusKey: number
}

function OpenWhatIf({ conclusions, at, focusKey, onClose }: WhatIfProps) {
  const conclusion = conclusions.conclusions[at]
  return (
    <AsideColumn label="What would change it" isPlain isWide isOpened focusKey={focusKey} onClose={onClose}>
      <ViewerBar title="What would change it" onClose={onClose} />
      <div className="p-4">
        {conclusion ? <WhatWouldChange mark={`R${at + 1}`} conclusion={conclusion} asOf={conclusions.asOf} /> : null}
      </div>
    </AsideColumn>
  )
}

type OpenProps = Pick<Props, 'form' | 'facts' | 'onClose'> & { readonly fact: Fact; readonly focusKey: string }

function OpenFact({ fact, form, facts, focusKey, onClose }: OpenProps) {
  const isPlain = fact.source.kind === 'user'
  return (
    <AsideColumn label="Fact" isPlain={isPlain} isWide isOpened focusKey={focusKey} onClose={onClose}>
      <FactColumn key={fact.id} fact={fact} facts={facts} relations={form?.relations ?? []} onClose={onClose} />
    </AsideColumn>
  )
}

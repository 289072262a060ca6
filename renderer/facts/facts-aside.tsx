import type { Conclusion } from '../../contract/rule.ts'
import { isNear } from '../proof/conclusion-list.tsx'
import { SheetProof } from '../sheets/sheet-result.tsx'
import type { SheetWork } from '../sheets/use-sheet-work.ts'
import type { FactsTab } from '../state/place.ts'
import { isDated } from './deadlines.tsx'
import { FactsColumn } from './facts-column.tsx'
import type { FactsWork } from './use-facts-work.ts'
import { WhatWouldChange } from './what-would-change.tsx'

type Props = {
  readonly tab: FactsTab
  readonly work: FactsWork
  readonly sheet: SheetWork
}

/** The right column: what was opened in it, else what belongs to the tab. */
export function FactsAside({ tab, work, sheet: { sheet, failure, whose } }: Props) {
  const isCurrent = !failure && whose.every(({ chosen }) => chosen !== null)
  return (
    <FactsColumn {...work} onClose={work.close}>
      {tab === 'sheets' ? (
        <SheetProof sheet={isCurrent ? sheet : null} />
      ) : tab === 'deadlines' ? (
        <FirstWhatIf work={work} isMeant={isDated} empty="Nothing has a date yet." />
      ) : (
        <FirstWhatIf work={work} isMeant={isNear} empty="Choose a fact or a conclusion to see what it rests on." />
      )}
    </FactsColumn>
  )
}

type FirstProps = Pick<Props, 'work'> & {
  readonly isMeant: (conclusion: Conclusion) => boolean
  readonly empty: string
}

/** Of the first conclusion that is meant. */
function FirstWhatIf({ work: { conclusions }, isMeant, empty }: FirstProps) {
  const first = conclusions?.conclusions.findIndex(isMeant) ?? -1
  const conclusion = conclusions?.conclusions[first]
  return (
    <>
      <div className="bar">
        <h2>What would change it</h2>
      </div>
      <div className="p-4">
        {conclusions && conclusion ? (
          <WhatWouldChange mark={`R${first + 1}`} conclusion={conclusion} asOf={conclusions.asOf} />
        ) : (
          <p className="soft">{empty}</p>
        )}
      </div>
    </>
  )
}

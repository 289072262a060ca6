import type { Fact } from '../../contract/fact.ts'
import type { KeptSheet } from '../../contract/sheet.ts'
import type { Proposing } from '../facts/use-proposing.ts'
import { WhoseFacts } from '../facts/whose-facts.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter } from '../state/shell-context.ts'
import type { Loaded } from '../state/use-loaded.ts'
import { useFactActions } from '../facts/fact-actions.ts'
import { GoalBox } from './goal-box.tsx'
import { KeepSheet } from './keep-sheet.tsx'
import { KeptSheets } from './kept-sheets.tsx'
import { LookInDocuments, UseRules } from './rules-of-sheet.tsx'
import { SheetInputs } from './sheet-inputs.tsx'
import { SheetResult, SheetSteps } from './sheet-result.tsx'
import type { SheetWork } from './use-sheet-work.ts'

type Props = {
  readonly work: SheetWork
  readonly kept: Loaded<readonly KeptSheet[]>
  readonly proposing: Proposing
  readonly onOpenFact: (fact: Fact) => void
  readonly onOpenKept: (sheet: KeptSheet) => void
  /** Opens how the result was calculated, where that has no column. */
  readonly onSteps: () => void
}

/** One box, and the case sheet of the goal that was chosen in it. */
export function CaseSheets({ work, kept, proposing, onOpenFact, onOpenKept, onSteps }: Props) {
  const { goal, title, sheet, failure, whose, onChoose, onAbout } = work
  const isWhoOpen = whose.some(({ chosen }) => chosen === null)
  return (
    <div className="grid gap-5">
      <GoalBox goal={goal} onChoose={onChoose} />
      {goal === null ? null : (
        <div>
          <WhoseFacts whose={whose} onChoose={onAbout} />
          {sheet && !isWhoOpen && !failure ? (
            <SheetResult sheet={sheet} />
          ) : title === null ? null : (
            <h2 className="h">{title}</h2>
          )}
          {isWhoOpen ? <p className="soft">Choose whose facts first.</p> : null}
        </div>
      )}
      <FailureNote failure={failure} />
      {sheet && !isWhoOpen ? (
        <OpenSheet
          key={`${sheet.calculator.name} ${work.about.join(' ')}`}
          {...{ work, sheet, proposing, onOpenFact, onSteps }}
        />
      ) : null}
      {goal === null || sheet || failure ? null : <Opening>Opening the case sheet.</Opening>}
      <KeptSheets kept={kept} onOpen={onOpenKept} />
    </div>
  )
}

type OpenProps = Omit<Props, 'onOpenKept' | 'kept'> & { readonly sheet: NonNullable<SheetWork['sheet']> }

function OpenSheet({ work, sheet, proposing, onOpenFact, onSteps }: OpenProps) {
  const { failure, about, typed, isRecorded, onType } = work
  const actions = useFactActions(useMatter().id)
  const isOpen = sheet.inputs.some(({ state }) => state === 'missing')
  return (
    <>
      {sheet.isUsed ? (
        <LookInDocuments isOffered={isOpen} proposing={proposing} />
      ) : (
        <UseRules pack={sheet.calculator.pack} />
      )}
      <FailureNote failure={failure ? null : actions.failure} />
      <SheetInputs sheet={sheet} actions={actions} onType={onType} onOpenFact={onOpenFact} />
      <div className="print-only">
        <SheetSteps sheet={sheet} />
      </div>
      <div className="btns no-print">
        <Button look="primary" isSmall className="only-sheet" onClick={onSteps}>
          How this was calculated
        </Button>
        <KeepSheet
          key={JSON.stringify([sheet.asOf, about])}
          sheet={sheet}
          about={about}
          typed={typed}
          isRecorded={isRecorded && !actions.isBusy && !failure}
        />
      </div>
    </>
  )
}

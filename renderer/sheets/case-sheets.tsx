import type { Fact } from '../../contract/fact.ts'
import { WhoseFacts } from '../facts/whose-facts.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { KeepSheet } from './keep-sheet.tsx'
import { KeptSheets } from './kept-sheets.tsx'
import { GoalBox } from './goal-box.tsx'
import { SheetInputs } from './sheet-inputs.tsx'
import { SheetResult } from './sheet-result.tsx'
import type { SheetWork } from './use-sheet-work.ts'

type Props = { readonly work: SheetWork; readonly onOpenFact: (fact: Fact) => void }

/** One box, and the case sheet of the goal that was chosen in it. */
export function CaseSheets({ work, onOpenFact }: Props) {
  const { goal, sheet, failure, about, typed, onChoose, onAbout, onType } = work
  return (
    <div className="grid gap-5">
      <GoalBox key={goal} isChosen={goal !== null} onChoose={onChoose} />
      {sheet ? (
        <>
          <div>
            <WhoseFacts whose={sheet.whose} onChoose={onAbout} />
            <SheetResult sheet={sheet} />
          </div>
          <FailureNote failure={failure} />
          <SheetInputs sheet={sheet} typed={typed} onType={onType} onOpenFact={onOpenFact} />
          <KeepSheet key={JSON.stringify([sheet.calculator.name, sheet.asOf, about])} sheet={sheet} about={about} />
        </>
      ) : failure ? (
        <FailureNote failure={failure} />
      ) : goal === null ? null : (
        <Opening>Opening the case sheet.</Opening>
      )}
      <KeptSheets onOpen={onChoose} />
    </div>
  )
}

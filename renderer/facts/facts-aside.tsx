import { inputLabel } from '../../contract/calculator-input.ts'
import type { FactsTab } from '../state/place.ts'
import { useMatter } from '../state/shell-context.ts'
import { SheetProof } from '../sheets/sheet-result.tsx'
import type { SheetWork } from '../sheets/use-sheet-work.ts'
import { CalculationPanel } from './calculation-panel.tsx'
import { calculatorKey } from './calculator-key.ts'
import { enteredFacts, factsFilledIn, inputProblem, typedFacts } from './calculator-inputs.ts'
import { isDated } from './deadlines.tsx'
import { FactsColumn } from './facts-column.tsx'
import { MatterCalculator } from './matter-calculator.tsx'
import { RecordInputs } from './record-inputs.tsx'
import type { CalculatorWork } from './use-calculator-work.ts'
import { useCalculators } from './use-calculators.ts'
import type { FactsWork } from './use-facts-work.ts'
import { WhatWouldChange } from './what-would-change.tsx'

type Props = {
  readonly tab: FactsTab
  readonly work: FactsWork
  readonly calculator: CalculatorWork
  readonly sheet: SheetWork
}

/** The right column: what was opened in it, else what belongs to the tab. */
export function FactsAside({ tab, work, calculator, sheet: { sheet, failure, whose } }: Props) {
  const ofMatter = useCalculators(useMatter().id)
  const isCurrent = !failure && whose.every(({ chosen }) => chosen !== null)
  return (
    <FactsColumn {...work} onClose={work.close}>
      {tab === 'sheets' ? (
        <SheetProof sheet={isCurrent ? sheet : null} />
      ) : tab === 'calculators' ? (
        <Result calculator={calculator} work={work} />
      ) : tab === 'deadlines' ? (
        <FirstWhatIf work={work} />
      ) : (
        <MatterCalculator calculators={ofMatter.value ?? []} asOf={work.asOf} />
      )}
    </FactsColumn>
  )
}

function Result({ calculator: { chosen, entered }, work }: Omit<Props, 'tab' | 'sheet'>) {
  const inputs = chosen ? enteredFacts(chosen.inputs, entered) : []
  const problems = (chosen?.inputs ?? []).flatMap((input) => {
    const problem = inputProblem(input, entered[input.key])
    return problem === null ? [] : `${inputLabel(input)}: ${problem}`
  })
  return (
    <>
      <div className="bar">
        <h2>{chosen?.title ?? 'Result'}</h2>
      </div>
      {chosen ? (
        <div className="p-4">
          <CalculationPanel
            key={calculatorKey(chosen)}
            calculator={chosen}
            inputs={inputs}
            problems={problems}
            asOf={work.asOf}
          />
          <div className="mt-4">
            <RecordInputs
              key={`${chosen.name} ${JSON.stringify(inputs)}`}
              calculator={chosen}
              typed={typedFacts(chosen.inputs, entered)}
              filledIn={factsFilledIn(entered)}
              facts={work.facts}
              packs={work.form?.packs ?? []}
            />
          </div>
        </div>
      ) : null}
    </>
  )
}

/** Of the first conclusion that has dates. */
function FirstWhatIf({ work: { conclusions } }: Pick<Props, 'work'>) {
  const first = conclusions?.conclusions.findIndex(isDated) ?? -1
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
          <p className="soft">Nothing has a date yet.</p>
        )}
      </div>
    </>
  )
}

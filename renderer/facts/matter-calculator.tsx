import { useState } from 'react'
import type { Fact } from '../../contract/fact.ts'
import type { Calculator } from '../../contract/rule.ts'
import { enteredFacts, enteredFromFacts } from './calculator-inputs.ts'
import { CalculationPanel } from './calculation-panel.tsx'

type Props = {
  readonly calculators: readonly Calculator[]
  readonly facts: readonly Fact[]
  readonly asOf: string | null
}

/** A calculator of the matter's packs on the matter's own facts. */
export function MatterCalculator({ calculators, facts, asOf }: Props) {
  const [name, setName] = useState<string | null>(null)
  const calculator = calculators.find((one) => one.name === name) ?? calculators[0]
  if (!calculator)
    return (
      <>
        <div className="bar">
          <h2>Details</h2>
        </div>
        <p className="soft p-4">Open where a fact comes from, or what would change a conclusion, to see it here.</p>
      </>
    )
  return (
    <>
      <div className="bar">
        <h2>{calculator.title}</h2>
        {calculators.length > 1 ? (
          <div className="end">
            <select
              aria-label="Calculator"
              className="small"
              value={calculator.name}
              onChange={({ target }) => setName(target.value)}
            >
              {calculators.map((one) => (
                <option key={one.name} value={one.name}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
        ) : null}
      </div>
      <div className="p-4">
        <CalculationPanel
          key={calculator.name}
          calculator={calculator}
          inputs={enteredFacts(calculator.inputs, enteredFromFacts(calculator.inputs, facts))}
          asOf={asOf}
        />
      </div>
    </>
  )
}

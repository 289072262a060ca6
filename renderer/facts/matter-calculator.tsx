import { useState } from 'react'
import type { Calculator, KnownInputs } from '../../contract/rule.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter } from '../state/shell-context.ts'
import { useLast } from '../state/use-last.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { CalculationPanel } from './calculation-panel.tsx'
import { calculatorKey } from './calculator-key.ts'
import { WhoseFacts } from './whose-facts.tsx'

type Props = {
  readonly calculators: readonly Calculator[]
  readonly asOf: string | null
}

/** A calculator of the matter's packs on the matter's own facts. */
export function MatterCalculator({ calculators, asOf }: Props) {
  const [key, setKey] = useState<string | null>(null)
  const calculator = calculators.find((one) => calculatorKey(one) === key) ?? calculators[0]
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
              value={calculatorKey(calculator)}
              onChange={({ target }) => setKey(target.value)}
            >
              {calculators.map((one) => (
                <option key={calculatorKey(one)} value={calculatorKey(one)}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
        ) : null}
      </div>
      <OnFacts key={calculatorKey(calculator)} calculator={calculator} asOf={asOf} />
    </>
  )
}

function OnFacts({ calculator, asOf }: Pick<Props, 'asOf'> & { readonly calculator: Calculator }) {
  const matter = useMatter().id
  const [about, setAbout] = useState<readonly string[]>([])
  const { name, pack } = calculator
  const asked = { matter, name, pack, about: [...about], asOf }
  const known = useLoaded(
    JSON.stringify(asked),
    (client, signal) => client.calculator.known(asked, { signal }),
    (event) => event.type === 'packs-changed' || (event.type === 'facts-changed' && event.matter === matter),
  )
  // Who is asked for stays while the facts of the chosen one are read: the keyboard is there.
  const whose = useLast(known.value)?.whose ?? []
  return (
    <div className="p-4">
      <WhoseFacts whose={known.value ? whose : chosenOf(whose, about)} onChoose={setAbout} />
      {known.failure ? (
        <FailureNote failure={known.failure} />
      ) : known.value ? (
        <CalculationPanel
          // The result of one person must not stand under the name of another.
          key={about.join(' ')}
          calculator={calculator}
          inputs={known.value.given.map(({ input }) => input)}
          problems={[]}
          asOf={asOf}
        />
      ) : (
        <Opening>Looking for facts.</Opening>
      )}
    </div>
  )
}

function chosenOf(whose: KnownInputs['whose'], about: readonly string[]): KnownInputs['whose'] {
  return whose.map((one) => ({ ...one, chosen: one.names.find((name) => about.includes(name)) ?? null }))
}

import { useState } from 'react'
import type { Calculator, KnownInputs } from '../../contract/rule.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { calculatorKey } from './calculator-key.ts'
import { type EnteredValues, knownValues, typedValues } from './calculator-inputs.ts'
import { useCalculators } from './use-calculators.ts'

/** What is entered into a calculator, and whose facts are among it where the matter has those of several. */
type Work = { readonly entered: EnteredValues; readonly whose: KnownInputs['whose'] }

/** The calculators of all packs, the one that is chosen, and what is entered into each. */
export type CalculatorWork = Work & {
  readonly calculators: readonly Calculator[] | null
  readonly failure: UserFailure | null
  readonly chosen: Calculator | null
  readonly onChoose: (calculator: Calculator) => void
  /** Opens one with what is known; what was typed before stays, and nothing that was filled in of another. */
  readonly onFound: (calculator: Calculator, known: KnownInputs) => void
  /** Enters what is known instead of what was entered; where nothing is, what was typed stays. */
  readonly onFill: (known: KnownInputs) => void
  readonly onEnter: (entered: EnteredValues) => void
  readonly onClear: () => void
}

const EMPTY: Work = { entered: {}, whose: [] }

export function useCalculatorWork(): CalculatorWork {
  const { value, failure } = useCalculators(null)
  const [key, setKey] = useState<string | null>(null)
  const [works, setWorks] = useState<Readonly<Record<string, Work>>>({})
  const chosen = value?.find((one) => calculatorKey(one) === key) ?? value?.[0] ?? null
  const work = (chosen && works[calculatorKey(chosen)]) ?? EMPTY
  const set = (next: Work) => chosen && setWorks({ ...works, [calculatorKey(chosen)]: next })
  return {
    ...work,
    calculators: value,
    failure,
    chosen,
    onChoose: (calculator) => setKey(calculatorKey(calculator)),
    onFound: (calculator, { given, whose }) => {
      const found = calculatorKey(calculator)
      setKey(found)
      const entered = { ...knownValues(calculator.inputs, given), ...typedValues(works[found]?.entered ?? {}) }
      setWorks({ ...works, [found]: { entered, whose } })
    },
    onFill: ({ given, whose }) => {
      const entered = chosen && given.length > 0 ? knownValues(chosen.inputs, given) : typedValues(work.entered)
      set({ entered, whose })
    },
    onEnter: (entered) => set({ ...work, entered }),
    onClear: () => set(EMPTY),
  }
}

import { useState } from 'react'
import type { Calculator } from '../../contract/rule.ts'
import type { UserFailure } from '../state/user-failure.ts'
import type { EnteredValues } from './calculator-inputs.ts'
import { useCalculators } from './use-calculators.ts'

/** The calculators of all packs, the one that is chosen, and what is entered into each. */
export type CalculatorWork = {
  readonly calculators: readonly Calculator[] | null
  readonly failure: UserFailure | null
  readonly chosen: Calculator | null
  readonly entered: EnteredValues
  /** `given`: what is known already; what was entered before stays. */
  readonly onChoose: (name: string, given?: EnteredValues) => void
  readonly onEnter: (entered: EnteredValues) => void
}

export function useCalculatorWork(): CalculatorWork {
  const { value, failure } = useCalculators(null)
  const [name, setName] = useState<string | null>(null)
  const [entered, setEntered] = useState<Readonly<Record<string, EnteredValues>>>({})
  const chosen = value?.find((one) => one.name === name) ?? value?.[0] ?? null
  return {
    calculators: value,
    failure,
    chosen,
    entered: chosen ? (entered[chosen.name] ?? {}) : {},
    onChoose: (wanted, given) => {
      setName(wanted)
      if (given) setEntered({ ...entered, [wanted]: { ...given, ...entered[wanted] } })
    },
    onEnter: (given) => chosen && setEntered({ ...entered, [chosen.name]: given }),
  }
}

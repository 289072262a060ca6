import type { Calculator } from '../../contract/rule.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** The day of a calculation is given as such, beside what is entered. */
function withoutToday(calculator: Calculator): Calculator {
  return { ...calculator, inputs: calculator.inputs.filter(({ relation }) => relation !== 'today') }
}

/** The calculators of the packs that a matter uses; null: of all packs. */
export function useCalculators(matter: string | null): Loaded<readonly Calculator[]> {
  return useLoaded(
    `calculators ${matter}`,
    async (client, signal) => (await client.calculator.list({ matter }, { signal })).map(withoutToday),
    // Which packs a matter uses is said with its facts.
    (event) => event.type === 'packs-changed' || (event.type === 'facts-changed' && event.matter === matter),
  )
}

import { calculatorsOf, runCalculator } from '../rules/calculators.ts'
import { localDay } from '../rules/local-day.ts'
import { packsOf } from '../rules/matter-packs.ts'
import { api } from './contract-base.ts'

export const calculatorRouter = {
  list: api.calculator.list.handler(async ({ input, context: { assistant } }) => {
    if (input.matter === null) return calculatorsOf(assistant.knowledge, null)
    const { store } = await assistant.matters.open(input.matter)
    return calculatorsOf(assistant.knowledge, packsOf(store.settings))
  }),
  run: api.calculator.run.handler(({ input: { name, inputs, asOf }, context: { assistant } }) =>
    runCalculator(assistant.knowledge, { name, inputs, asOf: asOf ?? localDay(assistant.now()) }),
  ),
}

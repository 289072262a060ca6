import { calculatorsInMatter, calculatorsOf, runCalculator } from '../rules/calculators.ts'
import { localDay } from '../rules/local-day.ts'
import { api } from './contract-base.ts'

export const calculatorRouter = {
  list: api.calculator.list.handler(async ({ input, context: { assistant } }) => {
    if (input.matter === null) return calculatorsOf(assistant.knowledge, null)
    return calculatorsInMatter(assistant.knowledge, await assistant.matters.open(input.matter))
  }),
  run: api.calculator.run.handler(({ input: { name, inputs, asOf }, context: { assistant } }) =>
    runCalculator(assistant.knowledge, { name, inputs, asOf: asOf ?? localDay(assistant.now()) }),
  ),
}

import {
  calculatorsInMatter,
  calculatorsOf,
  inputsKnownIn,
  runCalculator,
  suggestCalculators,
} from '../rules/sheets/calculators.ts'
import { localDay } from '../home/local-day.ts'
import { api, signalOr } from './contract-base.ts'

export const calculatorRouter = {
  list: api.calculator.list.handler(async ({ input, context: { assistant } }) => {
    if (input.matter === null) return calculatorsOf(assistant.knowledge, null)
    return calculatorsInMatter(assistant.knowledge, await assistant.matters.open(input.matter))
  }),
  run: api.calculator.run.handler(({ input: { asOf, ...wanted }, context: { assistant } }) =>
    runCalculator(assistant.knowledge, { ...wanted, asOf: asOf ?? localDay(assistant.now()) }),
  ),
  known: api.calculator.known.handler(async ({ input: { matter, asOf, ...wanted }, context: { assistant } }) => {
    const { knowledge, matters, now } = assistant
    return inputsKnownIn(knowledge, await matters.open(matter), { ...wanted, asOf: asOf ?? localDay(now()) })
  }),
  suggest: api.calculator.suggest.handler(async ({ input, context: { assistant }, signal }) => {
    const { question, matter: wanted, ofAllPacks, asOf } = input
    const { knowledge, shelf, matters, now } = assistant
    const matter = wanted === null ? null : await matters.open(wanted)
    const asked = { question, matter, ofAllPacks, asOf: asOf ?? localDay(now()) }
    return suggestCalculators(knowledge, asked, await shelf.embedder(), signalOr(signal))
  }),
}

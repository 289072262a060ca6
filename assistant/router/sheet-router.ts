import { openSheet, sheetGoals } from '../rules/case-sheet.ts'
import { localDay } from '../rules/local-day.ts'
import { api, signalOr } from './contract-base.ts'

export const sheetRouter = {
  goals: api.sheet.goals.handler(async ({ input, context: { assistant }, signal }) => {
    const { knowledge, matters, shelf } = assistant
    const matter = await matters.open(input.matter)
    return sheetGoals(knowledge, matter, input.question, await shelf.embedder(), signalOr(signal))
  }),
  open: api.sheet.open.handler(async ({ input: { matter, asOf, ...asked }, context: { assistant } }) => {
    const { knowledge, matters, now } = assistant
    return openSheet(knowledge, await matters.open(matter), { ...asked, asOf: asOf ?? localDay(now()) })
  }),
}

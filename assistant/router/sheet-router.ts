import { exportName } from '../paper/paper-block.ts'
import { exportPaper } from '../answers/export/answer-on-paper.ts'
import { openSheet } from '../rules/sheets/case-sheet.ts'
import { sheetGoals } from '../rules/sheets/sheet-goals.ts'
import { forgetSheet, keepSheet, keptSheets, sheetOnPaper } from '../rules/sheets/kept-sheets.ts'
import { localDay } from '../home/local-day.ts'
import { sha256 } from '../home/sha256.ts'
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
  export: api.sheet.export.handler(async ({ input, context: { assistant } }) => {
    const { matter: wanted, format, asOf, ...asked } = input
    const { knowledge, matters, now, fontsFolder } = assistant
    const matter = await matters.open(wanted)
    const sheet = await openSheet(knowledge, matter, { ...asked, asOf: asOf ?? localDay(now()) })
    const bytes = await exportPaper(sheetOnPaper(sheet, matter.name), format, fontsFolder)
    matter.store.ledger.append('case-sheet-exported', { goal: sheet.calculator.name, format, sha256: sha256(bytes) })
    const name = `${exportName(sheet.calculator.title)}.${format}`
    return { file: new File([bytes as Uint8Array<ArrayBuffer>], name) }
  }),
  kept: api.sheet.kept.handler(async ({ input, context: { assistant }, signal }) => {
    const { knowledge, matters, now } = assistant
    return keptSheets(knowledge, await matters.open(input.matter), localDay(now()), signalOr(signal))
  }),
  keep: api.sheet.keep.handler(async ({ input: { matter: wanted, asOf, ...asked }, context: { assistant } }) => {
    const { knowledge, matters, now, events } = assistant
    const matter = await matters.open(wanted)
    await keepSheet(knowledge, matter, { ...asked, asOf: asOf ?? localDay(now()) })
    events.tell({ type: 'sheets-changed', matter: matter.id })
  }),
  forget: api.sheet.forget.handler(async ({ input: { matter: wanted, ...asked }, context: { assistant } }) => {
    const matter = await assistant.matters.open(wanted)
    forgetSheet(matter, asked)
    assistant.events.tell({ type: 'sheets-changed', matter: matter.id })
  }),
}

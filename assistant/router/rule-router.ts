import { exportPaper } from '../answers/export/answer-on-paper.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { localDay } from '../home/local-day.ts'
import { sha256 } from '../home/sha256.ts'
import { exportName } from '../paper/paper-block.ts'
import { calendarDates, calendarFile } from '../rules/calendar-file.ts'
import { conclusionsOf } from '../rules/conclusion-source.ts'
import type { PackView } from '../rules/kernel/kernel-methods.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { type ChangeOptions, saveRule, setRuleStatus } from '../rules/packs/change-rules.ts'
import { checkRule } from '../rules/packs/check-rule.ts'
import { noSuchRule, placedRule, ruleYaml } from '../rules/packs/edit-rules.ts'
import { packInFolder, withItsPacks } from '../rules/packs/move-packs.ts'
import { ruleRow, ruleRows } from '../rules/packs/pack-rows.ts'
import type { ShelvedPack } from '../rules/packs/pack-shelf.ts'
import { formOfRule } from '../rules/packs/rule-form.ts'
import {
  calculatorsInMatter,
  calculatorsOf,
  inputsKnownIn,
  runCalculator,
  suggestCalculators,
} from '../rules/sheets/calculators.ts'
import { openSheet } from '../rules/sheets/case-sheet.ts'
import { forgetSheet, keepSheet, keptSheets, sheetOnPaper } from '../rules/sheets/kept-sheets.ts'
import { sheetGoals } from '../rules/sheets/sheet-goals.ts'
import { api, signalOr } from './contract-base.ts'

export const ruleRouter = {
  conclusions: api.rule.conclusions.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    return conclusionsOf(assistant.knowledge, matter, input.asOf ?? localDay(assistant.now()), signalOr(signal))
  }),
  calendar: api.rule.calendar.handler(async ({ input, context: { assistant }, signal }) => {
    const { knowledge, matters, now } = assistant
    const matter = await matters.open(input.matter)
    const conclusions = await conclusionsOf(knowledge, matter, input.asOf ?? localDay(now()), signalOr(signal))
    return calendarFile(calendarDates(conclusions, matter), now().toISOString())
  }),
  whatWouldChange: api.rule.whatWouldChange.handler(async ({ input, context: { assistant }, signal }) => {
    const { matter: wantedMatter, asOf, relation, args } = input
    const on = await assistant.knowledge.of(await assistant.matters.open(wantedMatter))
    const goal = { relation, args, asOf: asOf ?? localDay(assistant.now()) }
    return assistant.knowledge.kernel.call('whatWouldChange', on, goal, signalOr(signal))
  }),
  runPack: api.rule.runPack.handler(async ({ input, context: { assistant }, signal }) => {
    const { knowledge, now } = assistant
    const { facts, goal, asOf } = input
    const packs = await withItsPacks(knowledge, await wantedPack(knowledge, input))
    return knowledge.kernel.call('run', { packs }, { facts, goal, asOf: asOf ?? localDay(now()) }, signalOr(signal))
  }),
  list: api.rule.list.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const packs = input.pack === null ? await knowledge.shelf.list() : [await knowledge.shelf.named(input.pack)]
    return (await Promise.all(packs.map((pack) => ruleRows(knowledge, pack)))).flat()
  }),
  read: api.rule.read.handler(async ({ input, context: { assistant } }) => {
    const pack = await assistant.knowledge.shelf.named(input.pack)
    const placed = placedRule(pack, input.rule)
    if (!placed) throw noSuchRule(input.pack, input.rule)
    const row = await ruleRow(assistant.knowledge, pack, input.rule)
    return { form: formOfRule(placed.map), row, yaml: ruleYaml(placed) }
  }),
  check: api.rule.check.handler(async ({ input, context: { assistant }, signal }) =>
    checkRule(await assistant.knowledge.shelf.named(input.pack), input.rule, changing(assistant, signal)),
  ),
  save: api.rule.save.handler(async ({ input, context: { assistant }, signal }) => {
    const pack = await assistant.knowledge.shelf.named(input.pack)
    const row = await saveRule(pack, input.rule, changing(assistant, signal))
    assistant.events.tell({ type: 'packs-changed' })
    return row
  }),
  setStatus: api.rule.setStatus.handler(
    async ({ input: { pack: name, ...status }, context: { assistant }, signal }) => {
      const pack = await assistant.knowledge.shelf.named(name)
      const row = await setRuleStatus(pack, status, changing(assistant, signal))
      assistant.events.tell({ type: 'packs-changed' })
      return row
    },
  ),
  words: api.rule.words.handler(async ({ input, context: { assistant } }) => {
    const { words } = await viewOf(assistant.knowledge, input.pack)
    return [...words]
  }),
  checkPack: api.rule.checkPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = await wantedPack(knowledge, input)
    const { problems, rules } = await knowledge.view(await withItsPacks(knowledge, pack))
    return { pack: pack.name, rules: rules.filter((rule) => rule.pack === pack.name).length, problems: [...problems] }
  }),
  testPack: api.rule.testPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = await wantedPack(knowledge, input)
    const packs = await withItsPacks(knowledge, pack)
    const { problems, rules } = await knowledge.view(packs)
    const own = new Set(rules.filter((rule) => rule.pack === pack.name).map(({ rule }) => rule))
    const examples = await knowledge.exampleRuns(packs)
    return { pack: pack.name, examples: examples.filter(({ rule }) => own.has(rule)), problems: [...problems] }
  }),
}

function changing({ knowledge, session, now }: Assistant, signal: AbortSignal | undefined): ChangeOptions {
  return { knowledge, store: session.store(), asOf: localDay(now()), now: now(), signal: signalOr(signal) }
}

function wantedPack({ shelf }: Knowledge, input: { folder: string } | { pack: string }): Promise<ShelvedPack> {
  return 'folder' in input ? packInFolder(input.folder) : shelf.named(input.pack)
}

async function viewOf({ shelf, view }: Knowledge, pack: string): Promise<PackView> {
  const { name } = await shelf.named(pack)
  return view(await shelf.together([name]))
}

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

import type { PackView } from '../rules/kernel/kernel-methods.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { packInFolder, withItsPacks } from '../rules/move-packs.ts'
import type { ShelvedPack } from '../rules/pack-shelf.ts'
import { conclusionsOf } from '../rules/conclusions-of.ts'
import { localDay } from '../rules/local-day.ts'
import { api, signalOr } from './contract-base.ts'

export const ruleRouter = {
  conclusions: api.rule.conclusions.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    return conclusionsOf(assistant.knowledge, matter, input.asOf ?? localDay(assistant.now()), signalOr(signal))
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
    const packs = await withItsPacks(knowledge, await wanted(knowledge, input))
    return knowledge.kernel.call('run', { packs }, { facts, goal, asOf: asOf ?? localDay(now()) }, signalOr(signal))
  }),
  words: api.rule.words.handler(async ({ input, context: { assistant } }) => {
    const { words } = await viewOf(assistant.knowledge, input.pack)
    return [...words]
  }),
  checkPack: api.rule.checkPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = await wanted(knowledge, input)
    const { problems, rules } = await knowledge.view(await withItsPacks(knowledge, pack))
    return { pack: pack.name, rules: rules.filter((rule) => rule.pack === pack.name).length, problems: [...problems] }
  }),
  testPack: api.rule.testPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = await wanted(knowledge, input)
    const packs = await withItsPacks(knowledge, pack)
    const { problems, rules } = await knowledge.view(packs)
    const own = new Set(rules.filter((rule) => rule.pack === pack.name).map(({ rule }) => rule))
    const examples = problems.length > 0 ? [] : await knowledge.kernel.call('runExamples', { packs }, null)
    return { pack: pack.name, examples: examples.filter(({ rule }) => own.has(rule)), problems: [...problems] }
  }),
}

function wanted({ shelf }: Knowledge, input: { folder: string } | { pack: string }): Promise<ShelvedPack> {
  return 'folder' in input ? packInFolder(input.folder) : shelf.named(input.pack)
}

async function viewOf({ shelf, view }: Knowledge, pack: string): Promise<PackView> {
  const { name } = await shelf.named(pack)
  return view(await shelf.together([name]))
}

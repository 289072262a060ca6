import type { PackView } from '../rules/kernel/kernel-methods.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { packInFolder, withItsPacks } from '../rules/move-packs.ts'
import { api } from './contract-base.ts'

export const ruleRouter = {
  words: api.rule.words.handler(async ({ input, context: { assistant } }) => {
    const { words } = await viewOf(assistant.knowledge, input.pack)
    return [...words]
  }),
  checkPack: api.rule.checkPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = await packInFolder(input.folder)
    const { problems, rules } = await knowledge.view(await withItsPacks(knowledge, pack))
    return { pack: pack.name, rules: rules.filter((rule) => rule.pack === pack.name).length, problems: [...problems] }
  }),
  testPack: api.rule.testPack.handler(async ({ input, context: { assistant } }) => {
    const { knowledge } = assistant
    const pack = 'folder' in input ? await packInFolder(input.folder) : await knowledge.shelf.named(input.pack)
    const packs = await withItsPacks(knowledge, pack)
    const { problems, rules } = await knowledge.view(packs)
    const own = new Set(rules.filter((rule) => rule.pack === pack.name).map(({ rule }) => rule))
    const examples = problems.length > 0 ? [] : await knowledge.kernel.call('runExamples', { packs }, null)
    return { pack: pack.name, examples: examples.filter(({ rule }) => own.has(rule)), problems: [...problems] }
  }),
}

async function viewOf({ shelf, view }: Knowledge, pack: string): Promise<PackView> {
  const { name } = await shelf.named(pack)
  return view(await shelf.together([name]))
}

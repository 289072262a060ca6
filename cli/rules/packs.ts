import { messageText } from '../../wording/message-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Pack } from '../../contract/knowledge/rule.ts'

import { matterNamed } from '../find-named.ts'
import type { Run } from '../session.ts'

/** `packs · import DIR · export NAME DIR · remove NAME · use MATTER NAME` */
export function addPacksCommand(program: Command, run: Run): void {
  const packs = program
    .command('packs')
    .description('knowledge packs: words for facts, and rules; a matter uses those chosen for it')

  packs
    .command('list', { isDefault: true })
    .description('the packs that are here')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          for (const pack of await assistant.pack.list()) output.result(pack, packLine(pack))
        }),
      ),
    )

  packs
    .command('import <folder>')
    .description('take a folder of YAML files in, in the place of a pack of the same name')
    .action((folder: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const pack = await assistant.pack.import({ folder: resolve(folder) })
          output.result(pack, `Taken in: ${packLine(pack)}${draftWords(pack.toDraft)}`)
        }),
      ),
    )

  packs
    .command('export <name> <folder>')
    .description('write the files of a pack into a new folder of its name')
    .action((name: string, folder: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const written = await assistant.pack.export({ pack: name, folder: resolve(folder) })
          output.result(written, `Wrote ${formatCount(written.files, 'file')} to ${written.folder}.`)
        }),
      ),
    )

  packs
    .command('remove <name>')
    .description('take a pack away; facts in its words stay, and are not used')
    .action((name: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.pack.remove({ pack: name })
          output.result({ removed: name }, `"${name}" is removed.`)
        }),
      ),
    )

  addUseCommand(packs, run)
}

function addUseCommand(packs: Command, run: Run): void {
  packs
    .command('use <matter> <name>')
    .description('use a pack in a matter, or not any more with --off')
    .option('--off', 'not any more')
    .action((matter: string, name: string, { off = false }: { off?: boolean }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { id, matter: found } = await matterNamed(assistant, matter)
          await assistant.pack.use({ matter: id, pack: name, on: !off })
          const used = await assistant.pack.used({ matter: id })
          const { rulesNotUsed } = await assistant.pack.jurisdiction({ matter: id })
          const packsText = used.length === 0 ? 'no packs' : used.join(', ')
          output.result({ matter: found, packs: used, rulesNotUsed }, `"${found}" uses ${packsText}.`)
          for (const sentence of rulesNotUsed) output.text(`${messageText(sentence)}.`)
        }),
      ),
    )
}

function draftWords(rules: number): string {
  if (rules === 0) return ''
  const why = 'an example fails or is missing, or there is no source or nobody who approved it'
  return `\n    ${formatCount(rules, 'rule')} came in as draft and will not answer: ${why}.`
}

function packLine({ pack, title, version, rules, jurisdictions, reviewed, problems }: Pack): string {
  const law = jurisdictions.length === 0 ? '' : `, law of ${jurisdictions.join(', ')}`
  const review = reviewed ? '' : ', sample, not reviewed guidance'
  const broken =
    problems.length === 0
      ? ''
      : `\n    ${formatCount(problems.length, 'problem')}: ${problems.map(({ message }) => messageText(message))[0]}`
  return `${pack.padEnd(20)} ${title} ${version}: ${formatCount(rules, 'rule')}${law}${review}${broken}`
}

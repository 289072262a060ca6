import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepSettings } from '../../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import { addModelsCommand } from '../../cli/home/models.ts'
import { addOptimiseCommand } from '../../cli/evaluation/optimise.ts'
import { createOutput } from '../../cli/output.ts'
import type { Session } from '../../cli/session.ts'
import { loraAdapter } from '../../scripts/gguf/lora-adapter.ts'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../assistant/whole-assistant.ts'

let use: WholeAssistant
let adapter = ''

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  const file = join(use.folder, 'tiny.gguf')
  await makeTinyGguf(file)
  for await (const _ of await use.client.model.importFile({ file }));
  await use.client.model.use({ id: 'tiny' })
  adapter = join(use.folder, 'mine.gguf')
  await writeFile(adapter, loraAdapter({ architecture: 'llama', layers: 2, width: 64, rank: 2, weight: () => 0 }))
})
afterAll(() => use[Symbol.asyncDispose]())

/** What the command writes for people. */
const run = (...words: readonly string[]) => written(words, false)

async function written(words: readonly string[], json: boolean): Promise<string> {
  const all = { text: '' }
  const to = { write: (text: string) => (all.text += text) }
  const session = {
    output: createOutput(json, to, to),
    signal: new AbortController().signal,
    withAssistant: (work: (client: unknown) => unknown) => work(use.client),
  } as unknown as Session
  const program = new Command('consilium').exitOverride()
  for (const add of [addModelsCommand, addOptimiseCommand]) add(program, async (work) => void (await work(session)))
  await program.parseAsync(words, { from: 'user' })
  return all.text
}

test('an adapter is attached, listed and taken off by its command', async () => {
  expect(await run('models', 'lora', 'tiny', adapter, '--scale', '0.5')).toMatch(
    /tiny is used with mine.gguf, scale 0.5. SHA-256 [0-9a-f]{64}\nIt counts as another model now/,
  )
  expect(await run('models')).toContain('With the LoRA adapter mine.gguf, scale 0.5.')
  expect(await run('models', 'lora', 'tiny', '--remove')).toContain('tiny is used without an adapter.')
  expect(await run('models')).not.toContain('LoRA')
  for (const words of [['tiny'], ['tiny', adapter, '--remove'], ['tiny', adapter, '--scale', 'much']])
    expect(await codeOf(() => run('models', 'lora', ...words))).toBe('WRONG_USE')
})

test('what a model is fit for stands in its line, but where it is not known', async () => {
  const lines = (await run('models')).split('\n')
  const below = (id: string) => lines[lines.findIndex((line) => line.startsWith(id)) + 1]
  expect(below('granite-4.1-3b-q4_k_m')).toMatch(/^ {4}For daily work\. It needs /)
  expect(below('qwen2.5-coder-1.5b')).toMatch(/^ {4}To try the app\. /)
  expect(below('qwen2.5-coder-0.5b')).toMatch(/^ {4}For tests only\. .*It invents answers\.$/)
  expect(below('tiny')).toMatch(/^ {4}It needs /)
})

test('what is said of a model has plain spaces for programs too, and the command that mends it', async () => {
  await run('models', 'lora', 'tiny', adapter, '--scale', '0.5')
  const models = join(use.folder, 'models')
  const copy = (await readdir(models, { recursive: true })).find((file) => /lora.*\.gguf$/.test(file))
  await rm(join(models, copy ?? ''))
  const lines = await written(['models'], true)
  expect(lines).toMatch(/"why":"It needs [\d.]+ [GM]B of memory/)
  expect(lines).not.toContain('\u00A0')
  expect(await run('models')).toContain('is missing. Attach it again, or use the model without it. To do so: consilium')
  await run('models', 'lora', 'tiny', '--remove')
})

test('optimised settings of a model are listed with it, and undone by name', async () => {
  const sha256 = (await use.assistant.shelf.language('tiny'))?.info.sha256 ?? ''
  keepSettings(use.assistant.session.store().app.settings, sha256, { ...USUAL_SETTINGS, passages: 3 })
  expect(await run('models')).toMatch(/Answers as optimised: .*of 3 passages.*--reset --model tiny/)
  expect(await run('optimise', '--reset', '--model', 'tiny')).toContain('Answers of tiny are made as usual again.')
  expect(await run('models')).not.toContain('as optimised')
  expect(await codeOf(() => run('optimise', '--reset', '--model', 'nope'))).toBe('NOT_FOUND')
})

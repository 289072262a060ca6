import { message } from '../../../wording/message.ts'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepGateThreshold } from '../../../assistant/cards/gate-threshold.ts'
import { loraFile, modelIdentity } from '../../../models/attached-lora.ts'
import { loraAdapter } from '../../../scripts/gguf/lora-adapter.ts'
import { makeTinyGguf } from '../../../scripts/make-tiny-gguf.ts'
import { writeGguf } from '../../../scripts/gguf/write-gguf.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const SHAPE = { architecture: 'llama', layers: 2, width: 64, rank: 2 }

let use: WholeAssistant
let zeros = ''
const place = (name: string) => join(use.folder, name)

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  await makeTinyGguf(place('tiny.gguf'))
  for await (const _ of await use.client.model.importFile({ file: place('tiny.gguf') }));
  await use.client.model.use({ id: 'tiny' })
  zeros = place('zeros.gguf')
  await writeFile(zeros, loraAdapter({ ...SHAPE, weight: () => 0 }))
})
afterAll(() => use[Symbol.asyncDispose]())

const row = async () => {
  const found = (await use.client.model.list()).models.find(({ id }) => id === 'tiny')
  if (!found) throw new Error('Expected the model.')
  return found
}
const identity = async () => (await use.assistant.shelf.language('tiny'))?.info.sha256
const attach = (file: string, scale = 1) => use.client.model.attachLora({ id: 'tiny', file, scale })
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  )

describe('a LoRA adapter', () => {
  test('makes another model of the one that it is attached to, and taken off the same one again', async () => {
    const alone = await identity()
    const { sha256 } = await attach(zeros)
    expect(await row()).toMatchObject({
      lora: { name: 'zeros.gguf', sha256, scale: 1 },
      notes: expect.arrayContaining([message('models.withAdapter', { name: 'zeros.gguf' })]),
    })
    const both = await identity()
    expect(both).toBe(modelIdentity(alone ?? '', { sha256, scale: 1 }))
    await attach(zeros, 0.5)
    expect(new Set([alone, both, await identity()]).size).toBe(3)
    await use.client.model.detachLora({ id: 'tiny' })
    expect([await identity(), (await row()).lora]).toEqual([alone, undefined])
    const kinds = (await use.client.ledger.list({ matter: null })).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['adapter-attached', 'adapter-removed']))
  })

  test('answers under the identity of both, and nothing measured for the model alone counts', async () => {
    const alone = (await identity()) ?? ''
    const { settings } = use.assistant.session.store().app
    keepGateThreshold(settings, alone, { threshold: 0.5, source: 'measured', measured: null })
    await attach(zeros)
    await use.client.matter.create({ name: 'Mill Lane' })
    const file = await use.write('lease.txt', 'The rent of 7 Mill Lane is 24,000 pounds a year.')
    for await (const _ of await use.client.library.addPaths({ matter: 'Mill Lane', paths: [file] }));
    const input = { matter: 'Mill Lane', question: 'What is the rent of 7 Mill Lane?', maxTokens: 4 }
    const last = (await Array.fromAsync(await use.client.answer.ask(input))).at(-1)
    if (last?.type !== 'answer-end') throw new Error('Expected an answer.')
    expect(last.model).toEqual({ id: 'tiny', sha256: await identity() })
    expect(last.model?.sha256).not.toBe(alone)
    expect(last.confidence?.calibrated ?? false).toBe(false)
    await use.client.model.detachLora({ id: 'tiny' })
  })

  test('whose file is gone later is told of, and the model refused rather than used without it', async () => {
    const { sha256 } = await attach(zeros)
    await rm(place(join('models', 'tiny', loraFile(sha256))))
    expect(await row()).toMatchObject({
      installed: false,
      notes: expect.arrayContaining([message('models.damage.adapterMissing', { name: 'zeros.gguf' })]),
    })
    const input = { matter: 'Mill Lane', question: 'What is the rent?', model: 'tiny' }
    const work = async () => Array.fromAsync(await use.client.answer.ask(input))
    expect(await codeOf(work)).toBe('NO_MODEL')
    expect(await messageOf(work())).toMatch(/zeros.gguf is missing.*without it/)
    await attach(zeros)
    expect(await row()).toMatchObject({ installed: true })
    await use.client.model.detachLora({ id: 'tiny' })
  })

  test('that is none, is cut off, or is for another kind of model is refused, and all stays as it was', async () => {
    const before = await identity()
    expect(await messageOf(attach(place('tiny.gguf')))).toContain('not an adapter but a model')
    const other = place('other.gguf')
    await writeFile(other, loraAdapter({ ...SHAPE, architecture: 'qwen2', weight: () => 0 }))
    expect(await messageOf(attach(other))).toContain('for models of the kind qwen2, and this one is llama')
    const short = place('short.gguf')
    await writeFile(short, loraAdapter({ ...SHAPE, weight: () => 0 }).subarray(0, -600))
    expect(await messageOf(attach(short))).toContain('ends early')
    const control = place('control.gguf')
    const text = (value: string) => ({ type: 'string', value }) as const
    const head = { 'general.type': text('adapter'), 'general.architecture': text('llama'), 'adapter.type': text('ia3') }
    await writeFile(control, writeGguf(head, []))
    expect(await messageOf(attach(control))).toContain('of the kind "ia3". Only "lora" is known')
    expect(await messageOf(attach(place('lease.txt')))).toContain('cannot be read')
    expect(await codeOf(() => use.client.model.attachLora({ id: 'nope', file: zeros }))).toBe('NOT_FOUND')
    expect(await identity()).toBe(before)
  })

  test('is not taken in as a model', async () => {
    const taken = async () => Array.fromAsync(await use.client.model.importFile({ file: zeros }))
    expect(await messageOf(taken())).toContain('not a model but an adapter')
  })
})

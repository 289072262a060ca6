import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKnowledge } from '../../../assistant/rules/knowledge.ts'
import { packRow } from '../../../assistant/rules/packs/pack-rows.ts'
import { loadedPacks } from '../../../assistant/rules/packs/pack-shelf.ts'
import { createRuleKernel, type RuleKernel, RulesStoppedError } from '../../../assistant/rules/rule-kernel.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { CROSS_PACK, FEVER_PACK, writePack } from './write-pack.ts'
import { message } from '../../../wording/message.ts'
import { messageText } from '../../../wording/message-text.ts'
import { waitFor } from '../../patience.ts'

const FILE = fileURLToPath(new URL('../../../assistant/rules/kernel/kernel-worker.ts', import.meta.url))
const files = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([path, text]) => ({ path, text }))
const HEAD = 'pack: NAME\ntitle: A\nversion: "1"\nlanguage: en\nlicence: Apache-2.0\n'

describe('rules that never come to an end', () => {
  test('are stopped within the budget of the kernel, which is said and is no "no"', async () => {
    await using kernel = createRuleKernel({ file: FILE })
    const packs = loadedPacks([
      { name: 'cross', files: files({ 'pack.yaml': HEAD.replace('NAME', 'cross'), ...CROSS_PACK }) },
    ])
    const things = Array.from({ length: 40 }, (_, index) => `t${index}`)
    const facts = things.flatMap((one) => things.map((other) => `link(${one}, ${other})`))
    const run = await kernel.call('run', { packs }, { asOf: '2026-01-01', facts, goal: null })
    expect(run.problems).toEqual([])
    expect(run.conclusions).toEqual([])
    expect(run.stopped && messageText(run.stopped)).toMatch(/^found: Stopped.* neither yes nor no\.$/)
  })

  test('are killed with their worker when the budget does not stop them, and the next question is answered', async () => {
    await using kernel = createRuleKernel({ file: FILE, limitMs: 3000 })
    const good = loadedPacks([
      { name: 'fever', files: files({ 'pack.yaml': HEAD.replace('NAME', 'fever'), ...FEVER_PACK }) },
    ])
    // So many facts that reading them alone takes longer than the limit.
    const facts = Array.from({ length: 1_200_000 }, (_, index) => `temperature(p${index}, 39 °C)`)
    const killed = kernel.call('run', { packs: good }, { asOf: '2026-01-01', facts, goal: null })
    await expect(killed).rejects.toThrow(RulesStoppedError)
    await expect(killed).rejects.toThrow(
      /stopped: they took longer than 3.s\. Nothing follows from that, neither yes nor no/,
    )
    // On a busy machine the next worker may need longer than the limit to start.
    await waitFor(async () => {
      const next = { asOf: '2026-01-01', facts: ['temperature(p, 39 °C)'], goal: null }
      const { conclusions } = await kernel.call('run', { packs: good }, next)
      expect(conclusions.map(({ sentence }) => sentence)).toContain('p has a fever')
    })
  })

  test('end when who asked does not wait any more', async () => {
    await using kernel = createRuleKernel({ file: FILE })
    const packs = loadedPacks([
      { name: 'fever', files: files({ 'pack.yaml': HEAD.replace('NAME', 'fever'), ...FEVER_PACK }) },
    ])
    const facts = Array.from({ length: 400_000 }, (_, index) => `temperature(p${index}, 39 °C)`)
    const controller = new AbortController()
    const asked = kernel.call('run', { packs }, { asOf: '2026-01-01', facts, goal: null }, controller.signal)
    setTimeout(() => controller.abort(new Error('enough')), 100)
    await expect(asked).rejects.toThrow('enough')
    expect((await kernel.call('describe', { packs }, null)).problems).toEqual([])
  })

  test('what was loaded is loaded again into a new worker, and when the worker has forgotten it', async () => {
    await using kernel = createRuleKernel({ file: FILE })
    const packsOf = (index: number) =>
      loadedPacks([
        {
          name: 'fever',
          files: files({ 'pack.yaml': `${HEAD.replace('NAME', 'fever')}about: "${index}"\n`, ...FEVER_PACK }),
        },
      ])
    const all = Array.from({ length: 12 }, (_, index) => packsOf(index))
    for (const packs of [...all, ...all]) expect((await kernel.call('describe', { packs }, null)).goals).toHaveLength(2)
  })
})

test('rules that wait for a busy computer, and compute little, are not stopped', async () => {
  const file = fileURLToPath(new URL('late-worker.ts', import.meta.url))
  await using kernel = createRuleKernel({ file, limitMs: 2500 })
  const packs = loadedPacks([
    { name: 'fever', files: files({ 'pack.yaml': HEAD.replace('NAME', 'fever'), ...FEVER_PACK }) },
  ])
  const asked = { asOf: '2026-01-01', facts: ['temperature(p, 39 °C)'], goal: null }
  const { conclusions } = await kernel.call('run', { packs }, asked)
  expect(conclusions.map(({ sentence }) => sentence)).toContain('p has a fever')
})

test('a pack that cannot even be looked at in time is listed with why, and can be removed', async () => {
  await using kernel = createRuleKernel({ file: FILE, limitMs: 1 })
  const pack = {
    name: 'cross',
    shipped: false,
    files: files({ 'pack.yaml': HEAD.replace('NAME', 'cross'), ...CROSS_PACK }),
  }
  const shelf = { list: async () => [pack], named: async () => pack, together: async () => loadedPacks([pack]) }
  expect(await packRow(createKnowledge(kernel, shelf), pack)).toMatchObject({
    pack: 'cross',
    rules: 0,
    problems: [{ code: 'STOPPED', message: expect.objectContaining({ key: 'failures.rules.tookTooLong' }) }],
  })
})

test('a pack whose examples never end is looked at for a question all the same, and is listed with why', async () => {
  await using real = createRuleKernel({ file: FILE })
  const kernel: RuleKernel = {
    ...real,
    call: async (method, ...on) => {
      if (method === 'runExamples') throw new RulesStoppedError(message('failures.rules.tookTooLong', { seconds: 15 }))
      return real.call(method, ...on)
    },
  }
  const pack = {
    name: 'fever',
    shipped: false,
    files: files({ 'pack.yaml': HEAD.replace('NAME', 'fever'), ...FEVER_PACK }),
  }
  const shelf = { list: async () => [pack], named: async () => pack, together: async () => loadedPacks([pack]) }
  const knowledge = createKnowledge(kernel, shelf)
  const { goals, rules } = await knowledge.view(loadedPacks([pack]))
  expect(goals).toHaveLength(2)
  expect(rules.map(({ rule, examples, examplesMissing }) => [rule, examples, examplesMissing])).toEqual([
    ['fever', 2, []],
    ['isolation', 3, []],
  ])
  expect(await packRow(knowledge, pack)).toMatchObject({ problems: [{ code: 'STOPPED' }] })
})

describe('a hostile pack in the whole assistant', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'M' })
  })
  afterAll(() => life.disposeAsync())

  test('stops its own conclusions and nothing else: the window and the other packs go on', async () => {
    await use.client.pack.import({ folder: await writePack(use.folder, 'cross', CROSS_PACK) })
    await use.client.pack.use({ matter: 'M', pack: 'cross', on: true })
    const { store } = await use.assistant.matters.open('M')
    const things = Array.from({ length: 40 }, (_, index) => `t${index}`)
    const fact = {
      relation: 'link',
      holds: 'yes',
      at: null,
      validFrom: null,
      validTo: null,
      state: 'confirmed',
      enteredAt: 't',
      enteredBy: 'x',
      decidedBy: 'x',
      decidedAt: 't',
      place: null,
    } as const
    store.database.transaction(() => {
      for (const one of things) for (const other of things) store.facts.add({ ...fact, args: [one, other] })
    })
    const { conclusions, stopped } = await use.client.rule.conclusions({ matter: 'M' })
    expect(conclusions).toEqual([])
    expect(stopped && messageText(stopped)).toMatch(/Stopped/)
    expect(await use.client.fact.list({ matter: 'M' })).toHaveLength(1600)
    expect((await use.client.rule.testPack({ pack: 'af-demo' })).examples.every(({ passed }) => passed)).toBe(true)
    const events = await Array.fromAsync(
      await use.client.answer.ask({ matter: 'M', question: 'What is found?', model: 'none' }),
    )
    const end = events.findLast((event) => event.type === 'answer-end')
    const notReadable = end?.searched.notReadable.map(({ document, reason }) => [document, reason].map(messageText))
    expect(notReadable).toEqual([['The rules', expect.stringMatching(/neither yes nor no/)]])
    expect(await codeOf(() => use.client.rule.whatWouldChange({ matter: 'M', relation: 'nothing', args: ['x'] }))).toBe(
      'WRONG_USE',
    )
  })
})

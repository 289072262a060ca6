import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepSettings } from '../../../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { keepStrategy } from '../../../assistant/answers/strategy-choice.ts'
import { groundsOfSet } from '../../../assistant/evaluation/sets/grounds-of-set.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Optimisation } from '../../../contract/evaluation/optimisation.ts'
import type { Turn } from '../../../models/language-model.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { until } from '../../patience.ts'

const FLATS = Array.from({ length: 16 }, (_, flat) => ({ flat, rent: 1000 + 37 * flat }))
const TEXT = FLATS.map(({ flat, rent }) => `The rent of flat number ${flat} is ${rent} pounds a month.`).join('\n\n')

let use: WholeAssistant
let folder = ''
let asked = 0

/** Knows the rent only when it is told shortly what to do. */
const says = (turns: readonly Turn[]) => {
  asked += 1
  const isShort = turns[0]?.text.startsWith('Answer from the sources only')
  const flat = Number(turns.at(-1)?.text.match(/Question: .*number (\d+)/)?.[1])
  return `The rent of flat number ${flat} is ${isShort ? FLATS[flat]?.rent : 5} pounds a month [S1].`
}
const client = (wordMs?: number): AssistantClient => use.withModel(createScriptedModel({ wordMs, says }))

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  folder = join(use.folder, 'flats')
  await mkdir(join(folder, 'docs'), { recursive: true })
  await writeFile(join(folder, 'docs', 'flats.txt'), TEXT)
  const questions = FLATS.map(({ flat, rent }) => ({
    id: `flat${flat}`,
    question: `What is the rent of flat number ${flat}?`,
    answer: `${rent} pounds a month`,
  }))
  await writeFile(join(folder, 'questions.jsonl'), questions.map((one) => `${JSON.stringify(one)}\n`).join(''))
})
afterAll(() => use[Symbol.asyncDispose]())

const SETTINGS = { evaluations: 8, sample: 16, seed: 2 }
const start = (assistant: AssistantClient, more: object = {}) =>
  assistant.optimisation.start({ matter: null, folder, settings: SETTINGS, ...more })

async function ended(assistant: AssistantClient, id: string): Promise<Optimisation> {
  for (;;) {
    const found = (await assistant.optimisation.list({ matter: null })).find((one) => one.optimisation === id)
    if (!found) throw new Error('Expected the optimisation.')
    if (found.state !== 'running' && found.state !== 'waiting') return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('an optimisation', () => {
  test('that is stopped keeps its scores, also over a restart, and asks nothing twice', async () => {
    const slow = client(4)
    const { optimisation } = await start(slow)
    await until(() => asked >= 3)
    await slow.optimisation.stop({ matter: null, optimisation })
    const stopped = await ended(slow, optimisation)
    expect(stopped).toMatchObject({ state: 'stopped', failure: null, result: null })
    expect(stopped.done).toBeGreaterThanOrEqual(1)
    expect(stopped.done).toBeLessThan(stopped.of)
    await use.restart()
    const before = asked
    const again = await start(client())
    expect(again.optimisation).toBe(optimisation)
    const done = await ended(client(), optimisation)
    expect(done).toMatchObject({ state: 'done', failure: null, leftMs: null })
    expect(done.tried).toHaveLength(8)
    const needed = done.done
    asked = before
    await start(client())
    expect((await ended(client(), optimisation)).done).toBe(needed)
    expect(asked).toBe(before)
  })

  test('that found better ones answers by them from then on, until it is told to answer as usual', async () => {
    const [found] = await client().optimisation.list({ matter: null })
    expect(found).toMatchObject({
      state: 'done',
      inUse: true,
      isOther: true,
      isAgainstUsual: true,
      result: { best: { instructions: 'short' }, questions: 8, found: 1, isBetter: true },
    })
    // The usual ones say the words around the number, and are wrong.
    expect(found?.result?.before).toBeCloseTo(-2 / 3)
    expect(found?.result?.against).toEqual(USUAL_SETTINGS)
    await client().matter.create({ name: 'Flats' })
    const paths = [join(folder, 'docs')]
    for await (const _ of await client().library.addPaths({ matter: 'Flats', paths }));
    const answer = async () => {
      const question = 'What is the rent of flat number 7?'
      const last = (await Array.fromAsync(await client().answer.ask({ matter: 'Flats', question }))).at(-1)
      return last?.type === 'answer-end' ? last.answer : null
    }
    expect(await answer()).toContain('1259 pounds')
    expect(await client().optimisation.kept({ sha256: 'scripted' })).toEqual(found?.result?.best)
    await client().optimisation.reset({ sha256: 'scripted' })
    expect(await answer()).toContain('is 5 pounds')
    expect((await client().optimisation.list({ matter: null }))[0]).toMatchObject({ inUse: false })
    await client().optimisation.keep({ matter: null, optimisation: found?.optimisation ?? '' })
    expect(await answer()).toContain('1259 pounds')
    await client().optimisation.reset({ sha256: 'scripted' })
  })

  test('that is begun again keeps what it found until it has found anew, also where it is stopped', async () => {
    const [before] = await client().optimisation.list({ matter: null })
    const settings = { ...SETTINGS, evaluations: 10 }
    const slow = client(4)
    asked = 0
    const begun = await start(slow, { settings })
    expect(begun).toMatchObject({ optimisation: before?.optimisation, result: before?.result, tried: before?.tried })
    await until(() => asked >= 2)
    await slow.optimisation.stop({ matter: null, optimisation: begun.optimisation })
    const stopped = await ended(slow, begun.optimisation)
    expect(stopped).toMatchObject({ state: 'stopped', result: before?.result, tried: before?.tried, isOther: true })
    await client().optimisation.keep({ matter: null, optimisation: begun.optimisation })
    expect(await client().optimisation.kept({ sha256: 'scripted' })).toEqual(before?.result?.best)
    await client().optimisation.reset({ sha256: 'scripted' })
    await start(client(), { settings })
    const anew = await ended(client(), begun.optimisation)
    expect(anew).toMatchObject({ state: 'done', result: { isBetter: true } })
    expect(anew.tried).toHaveLength(10)
    expect(anew.tried.slice(0, 8)).toEqual(before?.tried)
    await client().optimisation.reset({ sha256: 'scripted' })
  })

  test('that waited holds the best against what is in use when it begins, not when it was asked for', async () => {
    const { settings: stored } = use.assistant.session.store().app
    const inUse = { ...USUAL_SETTINGS, sentences: 2 } as const
    const first = Promise.withResolvers<void>()
    use.assistant.evaluations.begin('first', null, () => first.promise)
    const { optimisation } = await start(client(), { settings: { ...SETTINGS, seed: 7 } })
    keepSettings(stored, 'scripted', inUse)
    first.resolve()
    expect(await ended(client(), optimisation)).toMatchObject({
      result: { against: inUse, isBetter: true },
      inUse: true,
    })
    keepSettings(stored, 'scripted', null)
  })

  test('puts nothing in the place of settings that were taken into use while it ran, and only says what it found', async () => {
    const { settings: stored } = use.assistant.session.store().app
    const inUse = { ...USUAL_SETTINGS, sentences: 2 } as const
    const changing = createScriptedModel({
      says: (turns) => {
        keepSettings(stored, 'scripted', inUse)
        return says(turns)
      },
    })
    const { optimisation } = await start(use.withModel(changing), { settings: { ...SETTINGS, seed: 8 } })
    expect(await ended(client(), optimisation)).toMatchObject({
      state: 'done',
      result: { against: USUAL_SETTINGS, isBetter: true },
      inUse: false,
    })
    expect(await client().optimisation.kept({ sha256: 'scripted' })).toEqual(inUse)
    keepSettings(stored, 'scripted', null)
  })

  test('writes its answers to a folder, from which another home goes on', async () => {
    const report = join(use.folder, 'report')
    const settings = { evaluations: 2, sample: 8, seed: 3 }
    const { optimisation } = await start(client(), { settings, report })
    expect(await ended(client(), optimisation)).toMatchObject({ state: 'done' })
    const lines = (await readFile(join(report, 'answers.jsonl'), 'utf8')).trim().split('\n')
    // Two settings on four questions; the usual and perhaps the other on the other four.
    expect([12, 16]).toContain(lines.length)
    await using other = await wholeAssistant()
    await other.client.home.create({ passphrase: null })
    const silent = other.withModel(
      createScriptedModel({
        says: () => {
          throw new Error('asked again')
        },
      }),
    )
    const resumed = await start(silent, { settings, report, resume: true })
    expect(await ended(silent, resumed.optimisation)).toMatchObject({ state: 'done', failure: null })
  })

  test('is another one where the documents, the rules or the strategies are others by now', async () => {
    const settings = { evaluations: 1, sample: 4, seed: 5 }
    const begun = async () => {
      const { optimisation } = await start(client(), { settings })
      expect(await ended(client(), optimisation)).toMatchObject({ state: 'done' })
      return optimisation
    }
    const first = await begun()
    expect(await begun()).toBe(first)
    await writeFile(join(folder, 'docs', 'more.txt'), 'The lift is out of order.')
    const second = await begun()
    await writeFile(join(folder, 'rules.json'), JSON.stringify({ packs: ['limitation-demo'], facts: [] }))
    const third = await begun()
    const { settings: stored } = use.assistant.session.store().app
    keepStrategy(stored, 'scripted', 'fact', { strategy: 'extract', source: 'a test' })
    expect(new Set([first, second, third, await begun()]).size).toBe(4)
    stored.remove('strategy scripted')
  })

  test('of a matter rests on the texts, packs and facts that it has now', async () => {
    const matter = await use.assistant.matters.open('Flats')
    const set = { set: 's', name: 's', origin: 'built', matter: matter.id, folder: null, addedAt: '' } as const
    const grounds = () => groundsOfSet({ matter }, { ...set, documents: 'matter' }, use.assistant)
    const seen = [await grounds()]
    expect(await grounds()).toBe(seen[0])
    await client().pack.use({ matter: 'Flats', pack: 'limitation-demo', on: true })
    seen.push(await grounds())
    await client().fact.setText({ matter: 'Flats', text: 'accrued(hollis, 2023-06-20)' })
    seen.push(await grounds())
    const paths = [await use.write('later.txt', 'The rent was raised.')]
    for await (const _ of await client().library.addPaths({ matter: 'Flats', paths }));
    seen.push(await grounds())
    expect(new Set(seen).size).toBe(4)
  })

  test('needs a set with questions whose answers are known, and something to keep', async () => {
    expect(await codeOf(() => start(client(), { folder: join(use.folder, 'nowhere') }))).toBe('NOT_FOUND')
    expect(await codeOf(() => start(client(), { folder: null }))).toBe('WRONG_USE')
    expect(await codeOf(() => client().optimisation.keep({ matter: null, optimisation: 'none' }))).toBe('NOT_FOUND')
    const few = join(use.folder, 'few')
    await mkdir(few)
    await writeFile(join(few, 'questions.csv'), 'id,question,answer\n1,What?,that\n')
    expect(await codeOf(() => start(client(), { folder: few }))).toBe('WRONG_USE')
  })

  test('without a model is refused, and the usual settings are those of every model', async () => {
    expect(await codeOf(() => start(use.client))).toBe('NO_MODEL')
    await client().optimisation.reset({ sha256: 'scripted' })
    expect(await client().optimisation.kept({ sha256: 'scripted' })).toBeNull()
    expect(USUAL_SETTINGS).toMatchObject({ readCharacters: 2000, passages: 8, order: 'best', maxTokens: 320 })
  })
})

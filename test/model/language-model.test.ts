import { afterAll, describe, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import type { GenerateItem, GenerateRequest, PromptReading, Turn } from '../../models/language-model.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { realModel } from './real-models.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const { installed, whyNot } = await realModel('smollm2-135m-instruct-q4_1')
const supervised = supervise('language', () => forkChild(entry))
const model = createRemoteLanguageModel(supervised, {
  id: 'smollm2',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  contextTokens: 2048,
  threads: 1,
  gpu: 'off',
  withoutThinking: false,
})

afterAll(async () => {
  await supervised[Symbol.asyncDispose]()
})

async function run(request: GenerateRequest) {
  const items: GenerateItem[] = []
  const stream = model.generate(request)
  const startedAt = performance.now()
  let firstMs = 0
  for (;;) {
    const next = await stream.next()
    if (next.done) return { items, text: items.map(({ text }) => text).join(''), result: next.value, firstMs }
    firstMs ||= performance.now() - startedAt
    items.push(next.value)
  }
}

const system: Turn = { role: 'system', text: 'You answer from the sources.' }
const user = (text: string): Turn => ({ role: 'user', text })
const sources =
  'The tenant pays 900 euros on the first of each month. The landlord repairs the roof and the heating. '.repeat(12)

const why = whyNot === null ? '' : ` (${whyNot})`

describe.skipIf(whyNot !== null)(`the context of a real language model${why}`, () => {
  test('answers, and the follow-up uses all of prompt and answer again', async () => {
    const turns = [system, user(`${sources}\nWho repairs the roof?`)]
    const first = await run({ turns, maxTokens: 24 })
    const next = await run({
      turns: [...turns, { role: 'assistant', text: first.text }, user('And the heating?')],
      maxTokens: 4,
    })
    expect(first.text.toLowerCase()).toContain('landlord')
    expect(next.result.reusedTokens).toBe(
      first.result.promptTokens + first.result.generatedTokens - (first.result.stop === 'length' ? 1 : 0),
    )
  })

  test('knows its answer again even where its text would split into other tokens', async () => {
    const turns = [system, user('Say it.')]
    const text = 'Příliš žluťoučký kůň úpěl ďábelské ódy.'
    const first = await run({ turns, maxTokens: 80, grammar: `root ::= "${text}"` })
    const next = await run({ turns: [...turns, { role: 'assistant', text }, user('Again.')], maxTokens: 2 })
    expect(first.text).toBe(text)
    expect(next.result.reusedTokens).toBe(first.result.promptTokens + first.result.generatedTokens)
  })

  test('is asked something else about the same sources without reading them again', async () => {
    const first = await run({ turns: [system, user(`${sources}\nWho repairs the roof?`)], maxTokens: 2 })
    const second = await run({ turns: [system, user(`${sources}\nHow much is the rent?`)], maxTokens: 2 })
    expect(second.result.promptTokens - second.result.reusedTokens).toBeLessThan(20)
    expect(second.result.reusedTokens).toBeGreaterThan(first.result.promptTokens - 20)
  })

  test('judges something short without losing what it has read', async () => {
    const turns = [system, user(`${sources}\nWho repairs the roof?`)]
    const first = await run({ turns, maxTokens: 2 })
    const short = [user('Who repairs the roof?')]
    const [apart, inside] = [await model.scoreApart(short, ['The landlord']), await run({ turns, maxTokens: 2 })]
    expect(inside.result.reusedTokens).toBeGreaterThan(first.result.promptTokens - 5)
    // 6.1 apart where the sources were read too; the same where they were not, but for what a processor rounds in batches of another size.
    const [alone] = await model.score(short, ['The landlord'])
    const [informed] = await model.score(turns, ['The landlord'])
    expect(Math.abs((apart[0] ?? 0) - (alone ?? 0))).toBeLessThan(((informed ?? 0) - (alone ?? 0)) / 10)
    await expect(model.scoreApart([user('word '.repeat(600))], ['Yes'])).rejects.toThrow(/512/)
  })

  test('answers the same whether or not the beginning was in the context', async () => {
    const turns = [system, user(`${sources}\nWhat is the rent?`)]
    const reused = await run({ turns, maxTokens: 16 })
    await run({ turns: [user('Hello')], maxTokens: 1 })
    const anew = await run({ turns, maxTokens: 16 })
    expect(anew.result.reusedTokens).toBeLessThan(10)
    expect(anew.text).toBe(reused.text)
  })
})

describe.skipIf(whyNot !== null)(`what a real language model has read${why}`, () => {
  const turns = [system, user(`Something new. ${sources}\nWho repairs the roof?`)]

  test('only grows, and ends with all of the prompt before the first word', async () => {
    const told: (PromptReading | 'word')[] = []
    const items = model.generate({ turns, maxTokens: 3, onReading: (reading) => told.push(reading) })
    for await (const { text } of items) if (text !== '') told.push('word')
    const readings = told.slice(0, told.indexOf('word')).filter((one) => one !== 'word')
    const done = readings.map(({ doneTokens }) => doneTokens)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(told.slice(readings.length).filter((one) => one !== 'word')).toEqual([])
    expect(readings.at(0)?.doneTokens).toBeLessThan(20)
    expect(readings.at(-1)).toEqual({ doneTokens: readings[0]?.tokens, tokens: readings[0]?.tokens, secondsLeft: 0 })
    expect(readings.at(-1)?.tokens).toBe(await model.countTokens(turns))
  })

  test('is kept when it is stopped: the next call reads only the rest', async () => {
    const other = [system, user(`Quite another beginning. ${sources}\nWho repairs the roof?`)]
    const abort = new AbortController()
    const stopped = model.score(other, ['yes'], abort.signal, ({ doneTokens }) => doneTokens > 100 && abort.abort())
    await expect(stopped).rejects.toThrow('abort')
    const { reusedTokens } = (await run({ turns: other, maxTokens: 1 })).result
    expect(reusedTokens).toBeGreaterThan(100)
  })
})

describe.skipIf(whyNot !== null)(`text and scores of a real language model${why}`, () => {
  test('never cuts a character in two while it streams', async () => {
    const text = '日本語 🦊 žluťoučký kůň'
    const { items } = await run({
      turns: [user(`Repeat: ${text}`)],
      maxTokens: 80,
      grammar: `root ::= "${text}"`,
    })
    expect(items.map((item) => item.text).join('')).toBe(text)
    for (const item of items) expect(item.text).not.toMatch(/\uFFFD|[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/)
    expect(items.reduce((sum, item) => sum + item.tokens, 0)).toBeGreaterThan(text.length)
  })

  test('finds a sensible continuation likelier than a senseless one', async () => {
    const [paris, purple] = await model.score(
      [user('What is the capital of France?')],
      ['The capital of France is Paris.', 'The capital of France is purple.'],
    )
    expect(paris).toBeGreaterThan((purple ?? 0) + 2)
  })

  test('scores a continuation as the sum of what each of its tokens was given', async () => {
    const turns = [user('What is the capital of France?')]
    const { items, text } = await run({ turns, maxTokens: 6, probabilities: 6 })
    const sum = items.reduce((total, { top }) => total + Math.log(top?.[0] ?? 0), 0)
    const [score] = await model.score(turns, [text])
    expect(score).toBeCloseTo(sum, 1)
  })

  test('reports the memory it takes', async () => {
    const { rssBytes } = await model.report()
    expect(rssBytes).toBeGreaterThan(100e6)
    expect(rssBytes).toBeLessThan(1.5e9)
  })
})

import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatNumber } from '../../wording/format-quantity.ts'
import type {
  GenerateItem,
  GenerateRequest,
  GenerateResult,
  LanguageMeasures,
  PromptReading,
  Turn,
} from '../../models/language-model.ts'
import {
  createRemoteLanguageModel,
  type KeptPace,
  type RemoteLanguageModel,
} from '../../models/local/remote-language-model.ts'
import type { Child } from '../../processes/child.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { ProcessLostError, type Supervised, supervise } from '../../processes/supervise.ts'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'
import { waitFor } from '../patience.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const open: Supervised[] = []
let folder: string
let path: string
let model: RemoteLanguageModel
let supervised: Supervised

type Start = {
  readonly path?: string
  readonly contextTokens?: number
  readonly pace?: KeptPace
  readonly measures?: LanguageMeasures
}

function start(options: Start = {}) {
  const process = supervise('language', () => forkChild(entry))
  open.push(process)
  const remote = createRemoteLanguageModel(process, {
    ...TINY,
    path,
    ...options,
  })
  return { process, remote }
}

const run = (request: GenerateRequest, signal?: AbortSignal) => generated(model, request, signal)

async function generated(by: RemoteLanguageModel, request: GenerateRequest, signal?: AbortSignal) {
  const items: GenerateItem[] = []
  const stream = by.generate(request, signal)
  for (;;) {
    const next = await stream.next()
    if (next.done) return { items, text: items.map(({ text }) => text).join(''), result: next.value }
    items.push(next.value)
  }
}

const TINY = {
  id: 'tiny',
  sha256: 'hash',
  contextTokens: 2048,
  threads: 1,
  gpu: 'off',
  withoutThinking: false,
} as const
const user = (text: string): Turn => ({ role: 'user', text })
const passages = 'The tenant pays the rent on the first day of each month. '.repeat(10)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'language-'))
  path = join(folder, 'tiny.gguf')
  await makeTinyGguf(path)
  const started = start()
  model = started.remote
  supervised = started.process
  await model.load()
})

afterAll(async () => {
  for (const each of open) await each[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

test('what was measured of a model is known of it before it is loaded', () => {
  const measures = { placeOdds: { rerankerWeight: 0.1, denied: -1, likely: 0, sure: 1 }, paraphrases: true }
  expect(start({ measures }).remote.info).toMatchObject(measures)
})

describe('generation', () => {
  test('says the same thing twice, and the second time computes only the last token of the prompt', async () => {
    const first = await run({ turns: [user(passages)], maxTokens: 12 })
    const second = await run({ turns: [user(passages)], maxTokens: 12 })
    expect(second.text).toBe(first.text)
    expect(second.result).toEqual({
      ...first.result,
      reusedTokens: first.result.promptTokens - 1,
    } satisfies GenerateResult)
  })

  test('goes on with an answer that has begun, and keeps all of it for the follow-up', async () => {
    const begun = 'It is the tenant'
    const turns = [user(`${passages} Who pays?`)]
    const { text, result } = await run({ turns: [...turns, { role: 'assistant', text: begun }], maxTokens: 20 })
    expect(result.promptTokens).toBeGreaterThan(await model.countTokens(turns))
    const answered = { role: 'assistant', text: begun + text } as const
    const next = await run({ turns: [...turns, answered, user('When?')], maxTokens: 4 })
    expect(next.result.reusedTokens).toBeGreaterThanOrEqual(result.promptTokens + result.generatedTokens - 1)
  })

  test('keeps prompt and answer in the context for the follow-up', async () => {
    const turns = [user(`${passages} Who pays?`)]
    const { text, result } = await run({ turns, maxTokens: 20 })
    const next = await run({ turns: [...turns, { role: 'assistant', text }, user('When?')], maxTokens: 4 })
    // The last token generated is not computed when the answer is cut at its length.
    expect(next.result.reusedTokens).toBeGreaterThanOrEqual(result.promptTokens + result.generatedTokens - 1)
  })

  test('computes again from the first token that differs, no later', async () => {
    const { result } = await run({ turns: [user(`${passages} Who?`)], maxTokens: 4 })
    const changed = await run({ turns: [user(`Xyz ${passages} Who?`)], maxTokens: 4 })
    expect(changed.result.reusedTokens).toBeLessThan(result.promptTokens / 2)
    const fresh = start()
    const alone = fresh.remote.generate({ turns: [user(`Xyz ${passages} Who?`)], maxTokens: 4 })
    const texts: string[] = []
    for await (const { text } of alone) texts.push(text)
    expect(texts.join('')).toBe(changed.text)
  })

  test('says only what the grammar allows, and starts the grammar anew each time', async () => {
    const request = { turns: [user('Is it so?')], maxTokens: 20, grammar: 'root ::= ("yes" | "no") "!"' }
    const texts = [(await run(request)).text, (await run(request)).text]
    expect(texts[0]).toMatch(/^(yes|no)!$/)
    expect(texts[1]).toBe(texts[0])
  })
})

describe('a stop text', () => {
  test('ends the answer, and neither it nor what follows is said or made', async () => {
    const grammar = 'root ::= "ab<|im_end|>" [c-d]+'
    const { text, result } = await run({ turns: [user('Stop there.')], maxTokens: 60, grammar })
    expect(text).toBe('ab')
    expect(result).toMatchObject({ stop: 'end', generatedTokens: 'ab<|im_end|>'.length })
  })
})

describe('probabilities', () => {
  test('are two for each of the first tokens and none after', async () => {
    const { items } = await run({ turns: [user('Hello')], maxTokens: 6, probabilities: 2 })
    expect(items.map(({ top }) => top !== null)).toEqual([true, true, ...items.slice(2).map(() => false)])
    for (const [highest, second] of items.flatMap(({ top }) => (top ? [top] : []))) {
      expect(highest).toBeGreaterThanOrEqual(second)
      expect(highest + second).toBeLessThanOrEqual(1.0001)
      expect(second).toBeGreaterThan(0)
    }
  })

  test('change nothing about what is said', async () => {
    const plain = await run({ turns: [user('Tell me.')], maxTokens: 10 })
    const measured = await run({ turns: [user('Tell me.')], maxTokens: 10, probabilities: 5 })
    expect(measured.text).toBe(plain.text)
  })

  test('under a grammar are those of what it allows', async () => {
    const { items } = await run({ turns: [user('?')], maxTokens: 3, grammar: 'root ::= "a" | "b"', probabilities: 1 })
    const [highest = 0, second = 0] = items[0]?.top ?? []
    expect(highest + second).toBeCloseTo(1, 3)
  })
})

describe('the length of the context', () => {
  test('is kept to: a prompt that does not fit with its answer is refused, with its length', async () => {
    const tokens = await model.countTokens([user(passages)])
    await expect(run({ turns: [user(passages)], maxTokens: 2048 - tokens + 1 })).rejects.toMatchObject({
      code: 'TOO_LONG',
    })
    await expect(run({ turns: [user(passages)], maxTokens: 2048 })).rejects.toThrow(
      `it has ${formatNumber(tokens + 2048)} word parts`,
    )
  })

  test('is used to its last token without losing its beginning', async () => {
    const tokens = await model.countTokens([user(passages)])
    const grammar = 'root ::= [a-z]+'
    const { result } = await run({ turns: [user(passages)], maxTokens: 2048 - tokens, grammar })
    expect(result.promptTokens + result.generatedTokens).toBe(2048)
    const again = await run({ turns: [user(passages)], maxTokens: 1 })
    expect(again.result.reusedTokens).toBe(tokens - 1)
  })
})

describe('abort', () => {
  test('between tokens ends the stream with its reason, and the context stays of use', async () => {
    const abort = new AbortController()
    const turns = [user(`${passages} Abort me.`)]
    const grammar = 'root ::= [a-z]+'
    const stream = model.generate({ turns, maxTokens: 500, grammar }, abort.signal)
    await stream.next()
    abort.abort(new Error('enough'))
    await expect(
      (async () => {
        for await (const item of stream) void item
      })(),
    ).rejects.toThrow('enough')
    const after = await run({ turns, maxTokens: 3 })
    expect(after.result.reusedTokens).toBe(after.result.promptTokens - 1)
  })

  test('while the prompt is computed keeps what was computed so far', async () => {
    const abort = new AbortController()
    const turns = [user(`Quite new. ${'What a long text it is. '.repeat(60)}`)]
    const call = run({ turns, maxTokens: 3 }, abort.signal)
    setTimeout(() => abort.abort(new Error('stop')), 5)
    const ended = await call.then(
      () => 'finished',
      (error: Error) => error.message,
    )
    const after = await run({ turns, maxTokens: 8 })
    await run({ turns: [user('Something else altogether.')], maxTokens: 1 })
    const anew = await run({ turns, maxTokens: 8 })
    expect(ended).toBe('stop')
    // Without a look at the signal between chunks, all but the last 128 tokens would be there.
    expect(after.result.reusedTokens).toBeLessThan(after.result.promptTokens - 256)
    expect(after.text).toBe(anew.text)
  })

  test('ends a call at once, whatever the process is at', async () => {
    const posted: unknown[] = []
    // Loads, and then never says a word.
    const silent = (): Child => {
      const listeners: ((message: unknown) => void)[] = []
      const say = (message: unknown) => listeners.forEach((listener) => listener(message))
      return {
        pid: undefined,
        async post(message) {
          const { type, id, method } = message as { type: string; id: string; method: string }
          if (type !== 'ping') posted.push(message)
          if (type === 'call' && method === 'loadLanguage') say({ type: 'result', id, value: {} })
        },
        kill: () => {},
        onMessage(listener) {
          listeners.push(listener)
          queueMicrotask(() => listener({ type: 'ready' }))
        },
        onExit: () => {},
      }
    }
    await using process = supervise('silent', silent)
    const remote = createRemoteLanguageModel(process, { ...TINY, path })
    for (const ask of [
      (signal: AbortSignal) => remote.generate({ turns: [user('Hello')], maxTokens: 1 }, signal).next(),
      (signal: AbortSignal) => remote.score([user('Hello')], ['yes'], signal),
    ]) {
      const abort = new AbortController()
      const call = ask(abort.signal)
      await waitFor(() =>
        expect(posted).toContainEqual(
          expect.objectContaining({ type: 'call', method: expect.stringMatching(/generate|score/) }),
        ),
      )
      abort.abort(new Error('enough'))
      await expect(call).rejects.toThrow('enough')
      expect(posted.at(-1)).toMatchObject({ type: 'abort' })
      posted.length = 0
    }
  })

  test('of a call that waits for another one leaves the other alone', async () => {
    const abort = new AbortController()
    const first = run({ turns: [user(`${passages} First.`)], maxTokens: 30, grammar: 'root ::= [a-z]+' })
    const second = run({ turns: [user('Second.')], maxTokens: 3 }, abort.signal)
    abort.abort(new Error('not needed'))
    await expect(second).rejects.toThrow('not needed')
    expect((await first).result.generatedTokens).toBe(30)
  })
})

describe('how far a prompt is read', () => {
  const long = (name: string) => [user(`${name}: ${'What a long text it is. '.repeat(60)}`)]

  test('is told by generation and by scores, never less than before, and to its end', async () => {
    for (const ask of [
      (onReading: (reading: PromptReading) => void) => run({ turns: long('One'), maxTokens: 2, onReading }),
      (onReading: (reading: PromptReading) => void) => model.score(long('Two'), ['yes'], undefined, onReading),
    ]) {
      const told: PromptReading[] = []
      await ask((reading) => told.push(reading))
      const done = told.map(({ doneTokens }) => doneTokens)
      expect(done.length).toBeGreaterThan(1)
      expect(done).toEqual(done.toSorted((a, b) => a - b))
      expect(told.at(-1)).toMatchObject({ doneTokens: told.at(-1)?.tokens, secondsLeft: 0 })
    }
  })

  test('is not told of what is there already', async () => {
    await run({ turns: long('Three'), maxTokens: 2 })
    const told: PromptReading[] = []
    await run({ turns: long('Three'), maxTokens: 2, onReading: (reading) => told.push(reading) })
    expect(told).toEqual([])
  })

  test('is estimated from what was kept until it is measured, and the measured is kept', async () => {
    const kept: number[] = [100]
    const pace = { read: () => kept.at(-1) ?? null, keep: (tokensPerSecond: number) => void kept.push(tokensPerSecond) }
    const { remote } = start({ pace })
    const told: PromptReading[] = []
    await remote.score(long('Four'), ['yes'], undefined, (reading) => told.push(reading))
    const [first] = told
    expect(first?.secondsLeft).toBeCloseTo(((first?.tokens ?? 0) - (first?.doneTokens ?? 0)) / 100, 6)
    expect(kept).toHaveLength(2)
    expect(kept[1]).toBeGreaterThan(0)
  })
})

describe('instructions that are read ahead', () => {
  const instructions = 'You answer questions about documents. Use only the sources.'
  const asked = (text: string) => ({
    turns: [{ role: 'system', text: instructions } as const, user(text)],
    maxTokens: 3,
  })

  test('are not read again by the first question, whose answer stays the same', async () => {
    const [{ remote: prepared }, { remote: plain }] = [start(), start()]
    await prepared.prepare(instructions)
    const [one, other] = [await generated(prepared, asked('Who pays?')), await generated(plain, asked('Who pays?'))]
    expect(one.text).toBe(other.text)
    expect(other.result.reusedTokens).toBe(0)
    // A token of the tiny model is a byte; beside the instructions there are the marks of the template.
    expect(one.result.reusedTokens).toBeGreaterThanOrEqual(instructions.length)
    expect(one.result.reusedTokens).toBeLessThan(one.result.promptTokens - 'Who pays?'.length)
  })

  test('leave a conversation that is there alone', async () => {
    const before = await run(asked('Who pays?'))
    await model.prepare('Quite other instructions.')
    expect((await run(asked('Who pays?'))).result.reusedTokens).toBe(before.result.promptTokens - 1)
  })
})

describe('scores', () => {
  test('are the logarithms of the probabilities of the first token', async () => {
    const turns = [user('Score me.')]
    const { items } = await run({ turns, maxTokens: 1, probabilities: 1 })
    const [most] = items
    expect(most?.text).not.toBe('')
    const [score] = await model.score(turns, [most?.text ?? ''])
    expect(score).toBeCloseTo(Math.log(most?.top?.[0] ?? 0), 3)
  })

  test('do not depend on the order or the company of the continuations', async () => {
    const turns = [user('Which one?')]
    const [yes, no, maybe] = await model.score(turns, ['yes', 'no', 'maybe so'])
    expect(await model.score(turns, ['maybe so'])).toEqual([expect.closeTo(maybe ?? 0, 4)])
    expect(await model.score(turns, ['no', 'yes'])).toEqual([expect.closeTo(no ?? 0, 4), expect.closeTo(yes ?? 0, 4)])
    expect(Math.max(yes ?? 0, no ?? 0, maybe ?? 0)).toBeLessThan(0)
  })
})

describe('the process', () => {
  test('is started again after a crash and loads the model by itself; the call under way is lost', async () => {
    const stream = model.generate({ turns: [user(passages)], maxTokens: 900, grammar: 'root ::= [a-z]+' })
    await stream.next()
    const { pid } = await model.report()
    process.kill(pid, 'SIGKILL')
    await expect(
      (async () => {
        for await (const item of stream) void item
      })(),
    ).rejects.toThrow(ProcessLostError)
    const after = await run({ turns: [user('Are you there?')], maxTokens: 3 })
    expect(after.result.generatedTokens).toBeGreaterThan(0)
    expect((await model.report()).pid).not.toBe(pid)
  })

  test('ends on unload and comes back with the next load or question', async () => {
    model.unload()
    expect(supervised.state).toBe('idle')
    await model.load()
    expect(supervised.state).toBe('ready')
    expect((await run({ turns: [user('Hello?')], maxTokens: 2 })).result.reusedTokens).toBe(0)
  })

  test('two models in one process each answer for themselves, and neither ends the other', async () => {
    const other = join(folder, 'other.gguf')
    await copyFile(path, other)
    const second = createRemoteLanguageModel(supervised, {
      id: 'other',
      sha256: 'another hash',
      path: other,
      contextTokens: 512,
      threads: 1,
      gpu: 'off',
      withoutThinking: false,
    })
    const { pid } = await model.report()
    const asking = run({ turns: [user('Tell me a long story.')], maxTokens: 60 })
    const long = user('word '.repeat(150))
    const [first, tokens] = await Promise.all([asking, second.countTokens([user('Hello')]), second.load()])
    expect(first.result.generatedTokens).toBe(60)
    expect(tokens).toBeGreaterThan(0)
    // The second has room for 512 tokens only, the first for more: each is told by its own.
    await expect(Array.fromAsync(second.generate({ turns: [long], maxTokens: 400 }))).rejects.toMatchObject({
      code: 'TOO_LONG',
    })
    expect((await run({ turns: [long], maxTokens: 2 })).result.generatedTokens).toBeGreaterThan(0)
    expect((await model.report()).pid).toBe(pid)
  })

  test('refuses a file that was cut off, and says how much is there', async () => {
    const cut = join(folder, 'cut.gguf')
    await copyFile(path, cut)
    const { length } = await readFile(path)
    await truncate(cut, length - 1000)
    const { remote } = start({ path: cut })
    await expect(remote.load()).rejects.toMatchObject({ code: 'DAMAGED' })
    await expect(remote.load()).rejects.toThrow(`${formatNumber(length - 1000)} of ${formatNumber(length)} bytes`)
  })

  test('refuses a model that needs more memory than is free, before it loads anything', async () => {
    const huge = join(folder, 'huge.gguf')
    const bytes = await readFile(path)
    const key = 'llama.context_length'
    bytes.writeUInt32LE(4_000_000_000, bytes.indexOf(key) + key.length + 4)
    await writeFile(huge, bytes)
    const { remote } = start({ path: huge, contextTokens: 4_000_000_000 })
    await expect(remote.load()).rejects.toMatchObject({ code: 'NOT_ENOUGH_MEMORY' })
  })

  test('says so when the file is not there', async () => {
    const { remote } = start({ path: join(folder, 'none.gguf') })
    await expect(remote.countTokens([user('Hello')])).rejects.toThrow('cannot be read')
  })
})

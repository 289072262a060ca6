import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerEvent } from '../../contract/answers/answer.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'
import { typedPdf } from '../library/read/typed-pdf.ts'
import { assistantHere, browserHost, inProcess, throughPort, throughUnixSocket, throughWebSocket } from './carriers.ts'
import { shortFolder } from './short-folder.ts'
import { answerSteps } from '../answer-steps.ts'
import { until } from '../patience.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'

const CARRIERS = ['in process', 'message port', 'web socket', 'unix socket'] as const
const NOTICE = 'The tenant gave notice on 3 March 2026.\r\n\r\nThe rent is 1,250 pounds a month.\n'

const clients = new Map<string, AssistantClient>()
const life = new AsyncDisposableStack()
let files = ''

/** One assistant here for two carriers, one forked engine for the other two; each carrier has a matter of its own. */
beforeAll(async () => {
  const folder = life.use(await shortFolder())
  files = join(folder.path, 'files')
  await mkdir(join(files, 'letters'), { recursive: true })
  await writeFile(join(files, 'letters', 'notice.txt'), NOTICE)
  await writeFile(join(files, 'deed.pdf'), await typedPdf([[[72, 100, 12, 'The deed was signed in Wexcombe.']]]))
  process.env.CONSILIUM_MODELS = join(folder.path, 'models')
  process.env.CONSILIUM_THREADS = '1'
  await makeTinyGguf(join(folder.path, 'tiny.gguf'))

  const assistant = life.use(await assistantHere(join(folder.path, 'here'), process.env))
  clients.set('in process', inProcess(assistant))
  clients.set('message port', throughPort(assistant))
  const home = join(folder.path, 'forked')
  const host = life.use(await browserHost(home))
  clients.set('web socket', throughWebSocket(host).client)
  clients.set('unix socket', life.use(await throughUnixSocket(home)).client)
  await client('in process').home.create({ passphrase: null })
  await client('web socket').home.create({ passphrase: null })
  for await (const _event of await client('in process').model.importFile({ file: join(folder.path, 'tiny.gguf') }));
})

afterAll(() => life[Symbol.asyncDispose]())

function client(carrier: string): AssistantClient {
  const found = clients.get(carrier)
  if (!found) throw new Error(`There is no carrier ${carrier}.`)
  return found
}

async function failureOf(work: () => Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await work()
    return { code: 'nothing was thrown', message: '' }
  } catch (error) {
    const { code, message } = error as { code: unknown; message: string }
    return { code, message }
  }
}

describe.for(CARRIERS)('over the carrier: %s', (carrier) => {
  const matter = `Matter ${carrier}`
  const assistant = () => client(carrier)

  test('a matter is made, found again and its name is taken', async () => {
    const made = await assistant().matter.create({ name: matter })
    expect(made).toMatchObject({ matter, documents: 0, sample: false })
    expect((await assistant().matter.list()).map(({ id }) => id)).toContain(made.id)
    const again = await failureOf(() => assistant().matter.create({ name: matter }))
    expect(again.code).toBe('ALREADY_EXISTS')
    expect(again.message).toContain(matter)
  })

  test('paths are added, each told as it begins and ends, and are unchanged the second time', async () => {
    const kinds = async () => {
      const events = await Array.fromAsync(await assistant().library.addPaths({ matter, paths: [files] }))
      return events.filter(({ type }) => type !== 'progress')
    }
    const first = await kinds()
    expect(first.map(({ type }) => type)).toEqual([
      'document-start',
      'document-end',
      'document-start',
      'document-end',
      'add-end',
    ])
    expect(first.at(-1)).toMatchObject({ documents: 2, ready: 2, failed: 0, pages: 2 })
    expect((await kinds()).at(-1)).toMatchObject({ documents: 2, ready: 0, unchanged: 2 })
  })

  test('a file sent in pieces arrives byte for byte', async () => {
    // The same bytes in every run: random ones are a text now and then.
    const sent = Uint8Array.from({ length: 2_500_000 }, (_, at) => at * 31 + (at >> 8))
    const size = 2 ** 20
    for (let from = 0; from < sent.length; from += size) {
      const chunk = new File([sent.subarray(from, from + size)], 'scan.bin')
      const last = from + size >= sent.length
      const { documentId } = await assistant().library.addBytes({
        matter,
        path: 'scan.bin',
        upload: carrier,
        from,
        chunk,
        last,
      })
      expect(documentId === null).toBe(!last)
    }
    const span = { from: 1_048_000, to: 3_048_000 }
    const { bytes, size: whole } = await assistant().library.bytes({ matter, document: 'scan.bin', ...span })
    expect(whole).toBe(sent.length)
    expect(Buffer.from(await bytes.arrayBuffer()).equals(sent.subarray(span.from, span.to))).toBe(true)
  })

  test('the original of a file that was added is given back as it is on the disk', async () => {
    const { bytes } = await assistant().library.bytes({ matter, document: 'letters/notice.txt', from: 0, to: 1e6 })
    expect(await bytes.text()).toBe(await readFile(join(files, 'letters', 'notice.txt'), 'utf8'))
  })

  test('documents, text and boxes agree on where words stand', async () => {
    const rows = await assistant().library.documents({ matter })
    expect(rows.filter(({ state }) => state === 'ready').map(({ document }) => document)).toEqual([
      'deed.pdf',
      'letters/notice.txt',
    ])
    const [page] = await assistant().library.text({ matter, document: 'letters/notice.txt' })
    expect(page).toMatchObject({ page: null, start: 0, text: NOTICE })
    const [deed] = await assistant().library.text({ matter, document: 'deed.pdf' })
    const start = deed?.text.indexOf('Wexcombe') ?? -1
    const [marked] = await assistant().library.boxes({
      matter,
      document: 'deed.pdf',
      spans: [{ start, end: start + 8 }],
    })
    expect(marked).toMatchObject({ page: 1, boxes: [{ height: expect.any(Number) }] })
  })

  test('the words of a page have their places in the text and on the page', async () => {
    const [deed] = await assistant().library.text({ matter, document: 'deed.pdf' })
    expect(deed?.blocks.map(({ start, end }) => deed.text.slice(start, end))).toEqual([
      'The deed was signed in Wexcombe.',
    ])
    const { words, width } = await assistant().library.words({ matter, document: 'deed.pdf', page: 1 })
    expect(words.map(({ text }) => text)).toEqual(['The', 'deed', 'was', 'signed', 'in', 'Wexcombe.'])
    for (const { start, end, text, x, width: wide, confidence } of words) {
      expect(deed?.text.slice(start, end)).toBe(text)
      expect(x + wide).toBeLessThan(width)
      expect(confidence).toBeNull()
    }
    const none = await assistant().library.words({ matter, document: 'letters/notice.txt', page: 1 })
    expect(none).toEqual({ width: 0, height: 0, words: [], links: [] })
  })

  test('a search finds the words with their place in the text', async () => {
    const { hits } = await assistant().library.search({ matter, question: 'How much is the rent?', limit: 1 })
    expect(hits[0]).toMatchObject({ rank: 1, document: 'letters/notice.txt', page: null })
    expect(NOTICE.slice(hits[0]?.start, hits[0]?.end)).toBe(hits[0]?.text)
  })

  test('without a model an answer is its evidence, and it is kept', async () => {
    const events = await Array.fromAsync(
      await assistant().answer.ask({ matter, question: 'When was notice given?', model: 'none' }),
    )
    expect(answerSteps(events)).toEqual(['answer-start', 'evidence', 'answer-end'])
    const end = events.at(-1) as Extract<AnswerEvent, { type: 'answer-end' }>
    expect(end).toMatchObject({ state: 'extractive', model: null, claims: [] })
    expect(end.sources[0]).toMatchObject({ document: 'letters/notice.txt' })
    const { type: _, routing: _suggested, ...answer } = end
    expect(await assistant().answer.get({ matter, answerId: end.answerId })).toEqual(answer)
  })

  test('with a model the evidence comes first, then words, then one end', async () => {
    const events = await Array.fromAsync(
      await assistant().answer.ask({ matter, question: 'What is the rent?', strategy: 'direct', maxTokens: 60 }),
    )
    const types = answerSteps(events)
    expect(types.slice(0, 3)).toEqual(['answer-start', 'evidence', 'model-loading'])
    expect(types.indexOf('answer-delta')).toBeGreaterThan(types.indexOf('evidence'))
    expect(types.filter((type) => type === 'answer-end')).toEqual(['answer-end'])
    expect(types.at(-1)).toBe('answer-end')
  })

  test('an aborted answer stops and what was written is kept', async () => {
    const abort = new AbortController()
    let answerId = ''
    let written = ''
    const reason = new Error('enough')
    const ending = await failureOf(async () => {
      const asked = {
        matter,
        question: 'Tell me everything about the rent.',
        strategy: 'direct' as const,
        maxTokens: 4096,
      }
      for await (const event of await assistant().answer.ask(asked, { signal: abort.signal })) {
        if (event.type === 'answer-start') answerId = event.answerId
        if (event.type === 'answer-delta') written += event.text
        if (written.length > 20) abort.abort(reason)
      }
    })
    // In process the stream itself ends the answer; across a wire the caller gets the reason of its own signal.
    expect(['nothing was thrown', undefined]).toContain(ending.code)
    await until(async () => (await assistant().answer.list({ matter })).some((one) => one.answerId === answerId))
    const kept = await assistant().answer.get({ matter, answerId })
    expect(kept.state).toBe('stopped')
    expect(kept.answer).not.toBe('')
  })

  test('an answer is stopped by its id, also from elsewhere', async () => {
    const states: string[] = []
    const asked = {
      matter,
      question: 'Tell me everything about the notice.',
      strategy: 'direct' as const,
      maxTokens: 4096,
    }
    let answerId = ''
    let isStopped = false
    for await (const event of await assistant().answer.ask(asked)) {
      if (event.type === 'answer-start') answerId = event.answerId
      if (event.type === 'answer-delta' && !isStopped) {
        isStopped = true
        await assistant().answer.stop({ answerId })
      }
      if (event.type === 'answer-end') states.push(event.state)
    }
    expect(states).toEqual(['stopped'])
  })

  test('leaving a stream ends the work behind it and the next call is answered', async () => {
    const asked = { matter, question: 'And the deed?', strategy: 'direct' as const, maxTokens: 4096 }
    let answerId = ''
    for await (const event of await assistant().answer.ask(asked)) {
      if (event.type === 'answer-start') answerId = event.answerId
      if (event.type === 'answer-delta') break
    }
    // It is kept when it has ended, and not as one that was written to its end.
    await until(async () => (await assistant().answer.list({ matter })).some((one) => one.answerId === answerId))
    expect((await assistant().answer.get({ matter, answerId })).state).toBe('stopped')
    for await (const event of await assistant().library.addPaths({ matter, paths: [files] }))
      if (event.type === 'document-end') break
    const events = await Array.fromAsync(
      await assistant().answer.ask({ matter, question: 'What is the rent?', maxTokens: 5 }),
    )
    expect(events.at(-1)?.type).toBe('answer-end')
  })

  test('what happens is told to a subscriber until it stops listening', async () => {
    const abort = new AbortController()
    const told: string[] = []
    const listening = (async () => {
      for await (const event of await assistant().application.events(undefined, { signal: abort.signal }))
        told.push(event.type)
    })().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 200))
    await assistant().application.changeSettings({ userName: carrier })
    await until(async () => told.includes('settings-changed'))
    abort.abort()
    await listening
    expect((await assistant().application.settings()).userName).toBe(carrier)
  })

  test('failures keep their code and their words', async () => {
    expect(await failureOf(() => assistant().library.documents({ matter: 'Nobody' }))).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no matter "Nobody".',
    })
    const missing = join(files, 'missing.pdf')
    const lost = async () => Array.fromAsync(await assistant().library.addPaths({ matter, paths: [missing] }))
    expect(await failureOf(lost)).toEqual({
      code: 'NOT_FOUND',
      message: `${missing} is not there or cannot be read. Nothing was added.`,
    })
    const unheard = async () =>
      Array.fromAsync(await assistant().answer.ask({ matter, question: 'x', model: 'none-such' }))
    expect((await failureOf(unheard)).code).toBe('NOT_FOUND')
    expect((await failureOf(() => assistant().home.lock())).code).toBe('WRONG_USE')
  })

  test('input of another form is refused, with what is wrong', async () => {
    const asked = { matter, question: '   ' }
    await expect(async () => Array.fromAsync(await assistant().answer.ask(asked))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['question'] }] },
    })
    const wrong = { matter, question: 'x', limit: 'many' } as unknown as { matter: string; question: string }
    await expect(assistant().library.search(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await assistant().library.documents({ matter })).length).toBe(3)
  })

  test('a document is removed and nothing of it is left', async () => {
    expect(await assistant().library.remove({ matter, document: 'letters/notice.txt' })).toEqual({
      removed: 'letters/notice.txt',
      inside: 0,
      left: 0,
      leftOut: true,
    })
    const { hits } = await assistant().library.search({ matter, question: 'How much is the rent?' })
    expect(hits.map(({ document }) => document)).not.toContain('letters/notice.txt')
  })
})

describe('a paper of the engine is in the language of whoever asks for it', () => {
  afterEach(() => setLanguage(ENGLISH))

  const paper = async (carrier: string, matter: string) => {
    const { file } = await client(carrier).highlight.export({ matter, document: null, format: 'md' })
    return (await file.text()).trim()
  }

  test('also while a German window and the command line ask the same engine at the same time', async () => {
    const { matter } = await client('unix socket').matter.create({ name: 'Two languages' })
    setLanguage(GERMAN)
    const asked = ['web socket', 'unix socket', 'web socket', 'unix socket'].map((carrier) => paper(carrier, matter))
    const [german, english] = ['# Notizen und Markierungen: Two languages', '# Notes and highlights: Two languages']
    expect(await Promise.all(asked)).toEqual([german, english, german, english])
    setLanguage(ENGLISH)
    expect(await paper('web socket', matter)).toBe(english)
  })

  test('through a port of Electron as well, and in English within a process that speaks another', async () => {
    const { matter } = await client('in process').matter.create({ name: 'By port' })
    setLanguage(GERMAN)
    expect(await paper('message port', matter)).toBe('# Notizen und Markierungen: By port')
    expect(await paper('in process', matter)).toBe('# Notes and highlights: By port')
  })
})

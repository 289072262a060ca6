import { appendFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppEvent } from '../../contract/application.ts'
import type { DocumentRow } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { BrowserHost } from '../../cli/serve/start-browser-host.ts'
import type { AssistantConnection } from '../../renderer/connection/connect-assistant.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'
import { browserHost, throughWebSocket } from '../hosts/carriers.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { openTestStore } from '../store/temporary-home.ts'
import { type Part, partsBelow } from './child-processes.ts'
import { wordOf, writeBatch } from './kill-batch.ts'
import { eventually } from '../patience.ts'

// `node bench/kill-test.ts` runs this with ten kills of each process, 12 s apart.
const KILLS = Number(process.env.CONSILIUM_KILLS ?? 2)
const APART_MS = Number(process.env.CONSILIUM_KILLS_APART_MS ?? 0)
const SEED = Number(process.env.CONSILIUM_KILLS_SEED ?? Date.now())
const TOLD_MS = 1000
const LANGUAGE = 'smollm2-135m-instruct-q4_1'
const QUESTION = 'When is the rent due and how much is it?'

const random = seededRandom(SEED)
const life = new AsyncDisposableStack()
const batches: string[] = []
/** Answers whose end was seen: they must all be kept, once. */
const ended = new Set<string>()
let folder = ''
let home = ''
let host: BrowserHost
let connection: AssistantConnection
let assistant: AssistantClient
let whyNot: string | null = null
const heard: { readonly event: AppEvent; readonly at: number }[] = []

beforeAll(async () => {
  const [language, embedding] = [await realModel(LANGUAGE), await realModel('all-minilm-l6-v2-int8')]
  whyNot = process.platform === 'linux' ? (language.whyNot ?? embedding.whyNot) : 'processes are found through /proc'
  if (whyNot || !language.installed) return
  process.env.CONSILIUM_MODELS = dirname(dirname(language.installed.path))
  process.env.CONSILIUM_THREADS = '1'
  folder = life.use(await shortFolder()).path
  home = join(folder, 'home')
  host = await browserHost(home)
  life.defer(() => host[Symbol.asyncDispose]())
  connection = throughWebSocket(host)
  assistant = connection.client
  await assistant.home.create({ passphrase: null })
  await assistant.model.use({ id: LANGUAGE })
  await assistant.matter.create({ name: 'killed' })
  void hear()
  await addBatch('warm')
  await ask()
})

afterAll(() => life[Symbol.asyncDispose]())

/** What the engine tells while nobody asks, across its restarts, with the time at which it came here. */
async function hear(): Promise<void> {
  for (;;) {
    try {
      for await (const event of await assistant.application.events()) heard.push({ event, at: performance.now() })
    } catch {
      if (host.engine.state === 'stopped') return
    }
  }
}

async function addBatch(name: string, matter = 'killed'): Promise<void> {
  const path = await writeBatch(folder, name)
  if (!batches.includes(name)) batches.push(name)
  for await (const _event of await assistant.library.addPaths({ matter, paths: [path] }));
}

async function ask(maxTokens = 16): Promise<void> {
  for await (const event of await assistant.answer.ask({ matter: 'killed', question: QUESTION, maxTokens }))
    if (event.type === 'answer-end') ended.add(event.answerId)
}

const pidOf = async (part: Part): Promise<number | undefined> =>
  part === 'engine' ? host.engine.pid : (await partsBelow(process.pid)).get(part)

/** The moment at which the window knows. */
async function toldOf(part: Part, since: number): Promise<number> {
  if (part === 'engine') {
    if (connection.state.state === 'lost') return performance.now()
    return new Promise((resolve) => {
      const forget = connection.onState(() => {
        if (connection.state.state !== 'lost') return
        forget()
        resolve(performance.now())
      })
    })
  }
  const isIt = ({ event, at }: (typeof heard)[number]) =>
    at > since && event.type === 'process' && event.process === part && event.state === 'restarting'
  return eventually(`word of the end of ${part}`, async () => heard.find(isIt)?.at)
}

/** Adding and asking under way, `part` killed in the middle; how soon the window knew, and how soon it could go on. */
async function killOnce(part: Part, kill: number) {
  const work = part === 'language' || (part === 'engine' && kill % 2 === 1) ? 'ask' : 'add'
  const name = `${part}${kill}`
  const working = (work === 'ask' ? ask(120) : addBatch(name)).then(
    () => null,
    (error: unknown) => error as Error,
  )
  await new Promise((resolve) => setTimeout(resolve, Math.round(random() * 800)))
  const pid = await eventually(`a process ${part}`, () => pidOf(part))
  const killedAt = performance.now()
  const told = toldOf(part, killedAt)
  process.kill(pid, 'SIGKILL')
  const toldMs = Math.round((await told) - killedAt)
  const failure = await working
  const paused =
    part === 'engine'
      ? 0
      : (await assistant.library.documents({ matter: 'killed' })).filter(({ state }) => state === 'paused').length
  const onceMore = performance.now()
  await nextRequest(part, `${name}next`)
  return {
    part,
    work,
    toldMs,
    paused,
    failure: failure?.message ?? null,
    nextRequestMs: Math.round(performance.now() - onceMore),
  }
}

/** Needs the very process that was killed. */
async function nextRequest(part: Part, name: string): Promise<void> {
  if (part === 'engine') await assistant.library.documents({ matter: 'killed' })
  else if (part === 'language') await ask()
  else if (part === 'reader') await addBatch(name)
  else await assistant.library.search({ matter: 'killed', question: QUESTION })
}

const isAtEnd = ({ state }: DocumentRow) =>
  ['ready', 'partial', 'failed', 'needs-password', 'unsupported', 'paused'].includes(state)
const facts = ({ document, state, characters, passages, passagesEmbedded, sha256, pagesFailed }: DocumentRow) => ({
  document,
  state,
  characters,
  passages,
  passagesEmbedded,
  sha256,
  pagesFailed,
})

describe.runIf(process.platform === 'linux')(
  `kill -9 (seed ${SEED})`,
  { timeout: 90_000 + KILLS * 4 * (APART_MS + 15_000) },
  () => {
    test.for(['reader', 'embedding', 'language', 'engine'] as const)(
      'of the %s at random moments is told within a second, and the next request works',
      async (part, { skip }) => {
        if (whyNot) return skip(whyNot)
        const kills = []
        for (let kill = 0; kill < KILLS; kill += 1) {
          const begun = performance.now()
          kills.push(await killOnce(part, kill))
          if (process.env.CONSILIUM_KILLS_REPORT)
            await appendFile(process.env.CONSILIUM_KILLS_REPORT, `${JSON.stringify(kills.at(-1))}\n`)
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, APART_MS - (performance.now() - begun))))
        }
        expect(kills.filter(({ toldMs }) => toldMs > TOLD_MS)).toEqual([])
      },
    )

    test('has lost and doubled nothing: documents, passages, vectors, answers, ledger', async ({ skip }) => {
      if (whyNot) return skip(whyNot)
      // A reader that was killed over a text leaves a document that says so, and a retry reads it.
      await eventually('the reading to come to its end', async () =>
        (await assistant.library.documents({ matter: 'killed' })).every(isAtEnd),
      )
      await assistant.job.resume({ matter: 'killed' })
      await assistant.job.retry({ matter: 'killed' })
      const allReady = async () =>
        (await assistant.library.documents({ matter: 'killed' })).every(
          ({ state, passages, passagesEmbedded }) => state === 'ready' && passages === passagesEmbedded,
        )
      await eventually('all documents to be ready', allReady)
      await assistant.matter.create({ name: 'calm' })
      for (const name of batches) await addBatch(name, 'calm')
      const [killed, calm] = [
        await assistant.library.documents({ matter: 'killed' }),
        await assistant.library.documents({ matter: 'calm' }),
      ]
      expect(killed.map(facts)).toEqual(calm.map(facts))
      expect(killed.length).toBe(3 * batches.length)
      const file = 'first'
      for (const name of batches) {
        const { hits } = await assistant.library.search({ matter: 'killed', question: wordOf(name, file), limit: 50 })
        expect(hits[0]?.document).toBe(`${name}-${file}.txt`)
        const places = hits.map(({ document, start }) => `${document} ${start}`)
        expect(new Set(places).size).toBe(places.length)
      }
      const kept = (await assistant.answer.list({ matter: 'killed' })).map(({ answerId }) => answerId)
      expect(new Set(kept).size).toBe(kept.length)
      expect([...ended].filter((id) => !kept.includes(id))).toEqual([])
      expect(await assistant.ledger.verify({ matter: 'killed' })).toMatchObject({ valid: true })
      expect(await assistant.ledger.verify({ matter: null })).toMatchObject({ valid: true })
    })

    test('six times in a row makes a part rest, told as such, until somebody restarts it', async ({ skip }) => {
      if (whyNot) return skip(whyNot)
      const since = performance.now()
      let last: number | undefined
      const isFailed = () =>
        heard.some(
          ({ event, at }) =>
            at > since && event.type === 'process' && event.process === 'reader' && event.state === 'failed',
        )
      await addBatch('beforeFailed')
      await eventually('the reader to be failed', async () => {
        const pid = await pidOf('reader')
        if (pid && pid !== last) process.kill(pid, 'SIGKILL')
        last = pid ?? last
        return isFailed()
      })
      const { processes } = await assistant.application.status()
      expect(processes.find(({ process: name }) => name === 'reader')).toMatchObject({
        state: 'failed',
        reason: 'killed by SIGKILL',
      })
      await assistant.application.restart({ process: 'reader' })
      await assistant.job.resume({ matter: 'killed' })
      await addBatch('afterFailed')
      const rows = await assistant.library.documents({ matter: 'killed' })
      expect(rows.filter(({ document, state }) => document.startsWith('afterFailed') && state === 'ready').length).toBe(
        3,
      )
    })

    test('six times in a row makes the engine rest until the window restarts it', async ({ skip }) => {
      if (whyNot) return skip(whyNot)
      let last: number | undefined
      await eventually('the engine to be failed', async () => {
        const { pid, state } = host.engine
        if (pid && pid !== last && state !== 'failed') process.kill(pid, 'SIGKILL')
        last = pid ?? last
        return connection.state.state === 'failed'
      })
      expect(connection.state).toEqual({ state: 'failed', reason: 'killed by SIGKILL' })
      connection.restart()
      const rows = await assistant.library.documents({ matter: 'killed' })
      expect(rows.length).toBeGreaterThan(0)
      expect(connection.state.state).toBe('open')
    })

    test('leaves as many vectors in the store as there are passages', async ({ skip }) => {
      if (whyNot) return skip(whyNot)
      await host[Symbol.asyncDispose]()
      await eventually('the home to be free', async () =>
        openTestStore(home).then(
          (opened) => opened[Symbol.asyncDispose]().then(() => true),
          () => false,
        ),
      )
      await using opened = await openTestStore(home)
      const row = opened.store.app.matters.find('killed')
      const { database, vectors } = await opened.store.matter(row?.id ?? '')
      const count = (table: string) =>
        database.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count
      expect(vectors.revisions().length).toBe(1)
      expect(count('vectors')).toBe(count('passages'))
      expect(count('passages')).toBeGreaterThan(batches.length * 3)
    })
  },
)

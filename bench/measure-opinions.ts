import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawSample } from '../assistant/evaluation/draw-sample.ts'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import type { Answer } from '../contract/answers/answer.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Opinion } from '../contract/opinions/opinion.ts'
import type { Packet } from '../contract/opinions/packet.ts'
import { answerByModel } from '../scripts/cloud-server/say-answer.ts'
import { type CloudServer, startCloudServer } from '../scripts/cloud-server/cloud-server.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { type OpinionRow, scoreOpinions, WAYS, type Way } from './score-opinions.ts'
import { temporaryFolder } from './temporary-home.ts'

const SETS = ['dragonball_law', 'dragonball_medical'] as const
/** Words of a matter's name are replaced wherever they stand; these stand nowhere. */
const MATTERS = { dragonball_law: 'Quaxolotl', dragonball_medical: 'Zephyrine' } as const
const PROVIDER = 'Bench'
const LOCAL = 'qwen2.5-coder-0.5b-instruct-q4_k_m'
const CLOUD = 'qwen2.5-coder-1.5b-instruct-q4_k_m'
const MODELS = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
/** Prefill is what small models wait for. */
const SOURCES_AT_MOST = 3
const LOCAL_TOKENS = 100
const CLOUD_TOKENS = 180
const SEED = 6

type Asked = { readonly set: (typeof SETS)[number]; readonly question: SetQuestion }

/**
 * `node bench/measure-opinions.ts FOLDER LOG [COUNT]`: COUNT (40) questions of the sets in FOLDER, answered by the local 0.5B, by the
 * 1.5B behind a loopback server blind, informed, and blind without sources, all through packets of the app. Every answer is a line
 * of LOG, and a later run goes on from there. Ends with a line a way, and one on the round trip of the pseudonyms.
 */
async function main([folder, log, count = '40']: readonly string[]): Promise<number> {
  if (folder === undefined || log === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-opinions.ts FOLDER LOG [COUNT]\n')
    return 2
  }
  const rows = await rowsOf(log)
  const asked = await drawn(folder, Number(count))
  const left = asked.filter(({ question }) => WAYS.some((way) => !has(rows, question.id, way)))
  if (left.length > 0) await measure(left, { folder, log, rows })
  for (const line of scoreOpinions(rows)) process.stdout.write(`${JSON.stringify(line)}\n`)
  return rows.some(({ leaks }) => leaks > 0) ? 1 : 0
}

/** As many of each set, in turns, so that a run that is cut short has both. */
async function drawn(folder: string, count: number): Promise<readonly Asked[]> {
  const each = await Promise.all(
    SETS.map(async (set) => {
      const { questions } = await readEvaluationSet(join(folder, set))
      const answerable = questions.filter((one) => one.answerable && one.answer !== null)
      return drawSample(answerable, Math.ceil(count / SETS.length), SEED).map((question) => ({ set, question }))
    }),
  )
  return Array.from({ length: Math.ceil(count / SETS.length) }, (_, at) => each.flatMap((one) => one[at] ?? [])).flat()
}

type Run = { readonly folder: string; readonly log: string; readonly rows: OpinionRow[] }

async function measure(left: readonly Asked[], { folder, log, rows }: Run): Promise<void> {
  await using life = new AsyncDisposableStack()
  const cloud = life.use(await openLocalModel(CLOUD, MODELS))
  const server = life.use(await startCloudServer({ say: answerByModel(cloud.model, CLOUD_TOKENS) }))
  const home = life.use(await temporaryFolder())
  const { client } = life.use(await openBenchAssistant(join(home.path, 'home')))
  await client.application.changeSettings({ languageModel: LOCAL, userName: 'R. Quill' })
  await client.provider.save({
    provider: PROVIDER,
    kind: 'openai-compatible',
    address: server.address,
    model: CLOUD,
    account: '',
    retention: '',
    key: null,
  })
  for (const set of new Set(left.map((one) => one.set))) {
    const matter = MATTERS[set]
    await client.matter.create({ name: matter })
    for await (const _ of await client.library.addPaths({ matter, paths: [join(folder, set, 'docs')] }));
  }
  for (const { set, question } of left) {
    const add = async (row: OpinionRow) => {
      rows.push(row)
      await appendFile(log, `${JSON.stringify(row)}\n`)
    }
    // The next run takes up what is left.
    await askAllWays({ client, server, set, matter: MATTERS[set], question, rows, add }).catch((error: Error) =>
      process.stderr.write(`${question.id}: ${error.message}\n`),
    )
  }
}

type One = {
  readonly client: AssistantClient
  readonly server: CloudServer
  readonly set: string
  readonly matter: string
  readonly question: SetQuestion
  readonly rows: readonly OpinionRow[]
  readonly add: (row: OpinionRow) => Promise<void>
}

async function askAllWays(one: One): Promise<void> {
  const { client, matter, question, rows, add } = one
  const local = await answer(client, matter, question.question)
  if (!has(rows, question.id, 'local'))
    await add({ ...common(one), way: 'local', answer: prose(local.claims), state: local.state, ...NO_TRIP })
  const sources = local.sources
    .filter(({ kind }) => kind === 'passage')
    .slice(0, SOURCES_AT_MOST)
    .map(({ source }) => source)
  if (sources.length === 0) return
  const base = { matter, question: question.question, provider: PROVIDER, answerId: local.answerId }
  if (!has(rows, question.id, 'without-sources')) await opine(one, 'without-sources', { ...base, sources: [] })
  if (has(rows, question.id, 'blind') && has(rows, question.id, 'informed')) return
  const { consultation } = await opine(one, 'blind', { ...base, sources })
  await opine(one, 'informed', { ...base, sources, kind: 'informed', consultation })
}

async function answer(client: AssistantClient, matter: string, question: string): Promise<Answer> {
  for await (const event of await client.answer.ask({ matter, question, model: LOCAL, maxTokens: LOCAL_TOKENS }))
    if (event.type === 'answer-end') return event
  throw new Error(`"${question}" got no answer.`)
}

type PrepareInput = Parameters<AssistantClient['packet']['prepare']>[0]

async function opine(one: One, way: Way, input: PrepareInput): Promise<Opinion> {
  const { client, server, rows, question } = one
  let packet: Packet | null = null
  for await (const event of await client.packet.prepare(input)) if (event.type === 'packet') ({ packet } = event)
  for (let open = openFlag(packet); packet && open !== undefined; open = openFlag(packet)) {
    const change = { decide: { flag: open.flag, decision: 'mask', remember: false } } as const
    packet = await client.packet.change({ matter: input.matter, packetId: packet.packetId, change })
  }
  if (packet === null) throw new Error(`No packet for "${question.question}".`)
  const { packetId, hash } = packet
  for await (const event of await client.opinion.send({ matter: input.matter, packetId, hash })) {
    if (event.type !== 'opinion-end') continue
    if (!has(rows, question.id, way))
      await one.add({ ...common(one), way, ...outcome(event), ...trip(packet, event, server) })
    return event
  }
  throw new Error(`No opinion on "${question.question}".`)
}

const openFlag = (packet: Packet | null) => packet?.flags.find(({ decision }) => decision === 'open')

function common({ set, question }: One) {
  return { set, id: question.id, question: question.question, gold: question.answer ?? '' }
}

function outcome({ state, claims, text }: Opinion) {
  return { state, answer: claims.length > 0 ? prose(claims) : text }
}

const NO_TRIP = { replaced: 0, restored: 0, unknown: 0, unaccounted: 0, leaks: 0 }
const TOKEN = /\[[A-Z]+(?:-[A-Z]+)*-\d+[^\]]*\]/g

/** Every pseudonym in the reply must be put back or told; no term that was replaced may be in the bytes that came. */
function trip(packet: Packet, { storedText, restored, unknownTokens, text, missing }: Opinion, server: CloudServer) {
  const shown = [text, ...missing].join('\n').match(TOKEN) ?? []
  // The kind of a mark may be a replaced word as well: "Court" in [COURT-1].
  const body = (server.bodies.at(-1) ?? '').replace(TOKEN, '')
  return {
    replaced: (storedText.match(TOKEN) ?? []).length,
    restored,
    unknown: unknownTokens.length,
    unaccounted: shown.filter((token) => !unknownTokens.includes(token)).length,
    leaks: packet.terms.filter(({ term, type }) => type !== 'age' && isIn(term, body)).length,
  }
}

/** As a whole word, in the case in which it was replaced. */
function isIn(term: string, body: string): boolean {
  const escaped = JSON.stringify(term)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(body)
}

function prose(claims: Answer['claims']): string {
  return claims.map(({ text }) => text).join(' ')
}

function has(rows: readonly OpinionRow[], id: string, way: Way): boolean {
  return rows.some((row) => row.id === id && row.way === way)
}

async function rowsOf(log: string): Promise<OpinionRow[]> {
  await mkdir(join(log, '..'), { recursive: true })
  const text = await readFile(log, 'utf8').catch(() => '')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole !== text) await writeFile(log, whole)
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as OpinionRow]))
}

process.exitCode = await main(process.argv.slice(2))

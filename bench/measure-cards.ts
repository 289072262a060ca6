import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../assistant/assembly/assistant.ts'
import { router } from '../assistant/router/router.ts'
import { RunSettings } from '../contract/evaluation/evaluation.ts'
import { approveLessons, type CardBench, type Teach } from './cards/approve-lessons.ts'
import { finishRun, keptSet } from './cards/finish-run.ts'
import { type Remember, rememberReplies } from './cards/remember-replies.ts'
import { type CardCell, isRowRight, scoreCards } from './cards/score-cards.ts'
import { type Lesson, teachByLessons } from './cards/teach-by-lessons.ts'
import { teachByOpinion } from './cards/teach-by-opinion.ts'
import { answerByModel } from '../scripts/cloud-server/say-answer.ts'
import { startCloudServer } from '../scripts/cloud-server/cloud-server.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'

const MODELS = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('../.models', import.meta.url))
const FILES = fileURLToPath(new URL('cards/', import.meta.url))
const TRAINED = 20
const MODEL = 'qwen2.5-coder-0.5b-instruct-q4_k_m'
const CLOUD = 'qwen2.5-coder-1.5b-instruct-q4_k_m'
const CLOUD_TOKENS = 180
const PROVIDER = 'Bench'

/**
 * `node bench/measure-cards.ts FOLDER [COUNT] [MODEL] [TEACHER] [TRAINED]`: what knowledge cards are worth to a model (0.5B). The questions that it fails of the
 * training split get cards, written beforehand as general lessons; those that pass their test are approved; then COUNT (40) questions of the test
 * split is asked with no cards, always and gated, with passages and without; first the kinds that have a card, for
 * nothing can change in the others. All is kept in a home in FOLDER, and a later run goes
 * on from there. TEACHER `second`: instead of lessons written beforehand, those that the 1.5B behind a loopback server gives when a packet
 * asks for them, as it is with second opinions. Ends with a line a cell and a line a comparison.
 */
async function main([
  folder,
  count = '40',
  model = MODEL,
  teacher = 'lessons',
  trainedOn = String(TRAINED),
]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-cards.ts FOLDER [COUNT] [MODEL] [TEACHER] [TRAINED]\n')
    return 2
  }
  const home = join(resolve(folder), 'home')
  await mkdir(home, { recursive: true })
  await using bare = await openBenchAssistant(home)
  const opened = remembering(bare, await rememberReplies(join(resolve(folder), 'replies.jsonl')))
  const { client } = opened
  const train = await keptSet(client, join(FILES, 'train.jsonl'), { count: Number(trainedOn), first: [] })
  const settings = (passages: CardCell['passages'], cards: CardCell['cards']) =>
    RunSettings.parse({ passages, cards, rules: 'off', options: 'hidden', model })
  const trained = await finishRun(client, train, settings('on', 'off'))
  const failed = trained.rows.filter((row) => !isRowRight(row, train.questions))
  print({ bench: 'cards', split: 'train', model, right: trained.rows.length - failed.length, of: trained.rows.length })
  await using life = new AsyncDisposableStack()
  const teach =
    teacher === 'second'
      ? await byOpinions(opened, model, life)
      : teachByLessons(await lessonsWritten(), trained.model, opened)
  const cards = await approveLessons({ failed, questions: train.questions, teach }, opened)
  print({ bench: 'cards', teacher, failed: failed.length, ...cards.counts })
  print({ bench: 'cards', gate: await calibratedGate(opened, trained.run) })
  const first = [...new Set(cards.skills.values())]
  const test = await keptSet(client, join(FILES, 'test.jsonl'), { count: Number(count), first })
  const cells: CardCell[] = []
  for (const passages of ['on', 'off'] as const)
    for (const mode of ['off', 'always', 'on'] as const) {
      const { rows } = await finishRun(client, test, settings(passages, mode))
      cells.push({ passages, cards: mode, rows })
    }
  for (const line of scoreCards(cells, test.questions, cards.skills))
    print({ bench: 'cards', split: 'test', model, ...line })
  return 0
}

async function lessonsWritten(): Promise<Readonly<Record<string, Lesson>>> {
  return JSON.parse(await readFile(join(FILES, 'lessons.json'), 'utf8')) as Readonly<Record<string, Lesson>>
}

/** The larger model, as a provider on loopback. */
async function byOpinions({ client }: CardBench, model: string, life: AsyncDisposableStack): Promise<Teach> {
  const cloud = life.use(await openLocalModel(CLOUD, MODELS))
  const { address } = life.use(await startCloudServer({ say: answerByModel(cloud.model, CLOUD_TOKENS) }))
  await client.application.changeSettings({ network: true, userName: 'the bench' })
  const to = { provider: PROVIDER, kind: 'openai-compatible', address, model: CLOUD } as const
  await client.provider.save({ ...to, account: '', retention: '', key: null })
  return teachByOpinion({ provider: PROVIDER, model }, client)
}

function remembering({ assistant }: Pick<BenchAssistant, 'assistant'>, remember: Remember): CardBench {
  const language: Assistant['shelf']['language'] = async (id) => {
    const model = await assistant.shelf.language(id)
    return model && remember(model)
  }
  const anew = { ...assistant, shelf: { ...assistant.shelf, language } }
  return { assistant: anew, client: createRouterClient(router, { context: { assistant: anew } }) }
}

/** On the training split; where that tells nothing, with what the gate begins with. */
async function calibratedGate({ client }: CardBench, run: string): Promise<object> {
  const calibrated = await client.evaluation.calibrate({ matter: null, run }).catch((error: Error) => error)
  if (calibrated instanceof Error) return { notCalibrated: calibrated.message }
  return client.card.gate({ sha256: calibrated.model.sha256 })
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

process.exitCode = await main(process.argv.slice(2))

import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../assistant/assistant.ts'
import { router } from '../assistant/router/router.ts'
import { RunSettings } from '../contract/evaluation.ts'
import { approveLessons, type CardBench, type Lesson } from './cards/approve-lessons.ts'
import { finishRun, keptSet } from './cards/finish-run.ts'
import { type Remember, rememberReplies } from './cards/remember-replies.ts'
import { type CardCell, isRowRight, scoreCards } from './cards/score-cards.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'

const FILES = fileURLToPath(new URL('cards/', import.meta.url))
const TRAINED = 20
const MODEL = 'qwen2.5-coder-0.5b-instruct-q4_k_m'

/**
 * `node bench/measure-cards.ts FOLDER [COUNT] [MODEL]`: what knowledge cards are worth to a model (0.5B). The questions that it fails of the
 * training split get cards, written beforehand as general lessons; those that pass their test are approved; then COUNT (40) questions of the test
 * split is asked with no cards, always and gated, with passages and without; first the kinds that have a card, for
 * nothing can change in the others. All is kept in a home in FOLDER, and a later run goes
 * on from there. Ends with a line a cell and a line a comparison.
 */
async function main([folder, count = '40', model = MODEL]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-cards.ts FOLDER [COUNT] [MODEL]\n')
    return 2
  }
  const home = join(resolve(folder), 'home')
  await mkdir(home, { recursive: true })
  await using bare = await openBenchAssistant(home)
  const opened = remembering(bare, await rememberReplies(join(resolve(folder), 'replies.jsonl')))
  const { client } = opened
  const lessons = JSON.parse(await readFile(join(FILES, 'lessons.json'), 'utf8')) as Readonly<Record<string, Lesson>>
  const train = await keptSet(client, join(FILES, 'train.jsonl'), { count: TRAINED, first: [] })
  const settings = (passages: CardCell['passages'], cards: CardCell['cards']) =>
    RunSettings.parse({ passages, cards, rules: 'off', options: 'hidden', model })
  const trained = await finishRun(client, train, settings('on', 'off'))
  const failed = trained.rows.filter((row) => !isRowRight(row, train.questions))
  print({ bench: 'cards', split: 'train', model, right: trained.rows.length - failed.length, of: trained.rows.length })
  const cards = await approveLessons({ failed, student: trained.model, questions: train.questions, lessons }, opened)
  print({ bench: 'cards', failed: failed.length, ...cards.counts })
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

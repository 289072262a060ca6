import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build.ts'
import { GROWING_FILES, type GrowingFile } from './growing-files.ts'
import { GROWING_MATTERS, type GrowingMatter, LETTER, MATTER } from './growing-matters.ts'
import { growthExponent } from './growth-exponent.ts'
import type { Measurement } from './measurement.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { timedRun } from './timed-run.ts'
import { watchSilence } from './watch-silence.ts'

/** The usual number of each, larger where one costs next to nothing, so that what does not grow with them weighs little. */
const USUAL: Readonly<Record<keyof typeof GROWING_FILES | keyof typeof GROWING_MATTERS, number>> = {
  attachments: 300,
  'archive members': 300,
  sheets: 30,
  rows: 3000,
  pages: 100,
  footnotes: 500,
  facts: 100,
  cards: 300,
  opinions: 100,
  answers: 100,
  matters: 30,
}
const TIMES = [1, 3, 10]
/** Only these, comma-separated; all, if it is not set. */
const WANTED = process.env.CONSILIUM_BENCH_INPUTS?.split(',')

type Cost = {
  readonly seconds: number
  readonly openingSeconds: number
  readonly silentMs: number
  readonly busyMs: number
}

/**
 * How the work grows with one input, from the usual number to ten times that: the exponent of processor seconds (1: in proportion) of taking
 * it in, and of opening the matter again with its lists. And the longest that the engine, which is this process, answered nobody meanwhile
 * (issue 21).
 */
export async function* measureGrowth(): AsyncGenerator<Measurement> {
  await buildIfNeeded()
  const files = Object.entries(GROWING_FILES).map(([what, file]) => [what, addingOf(file)] as const)
  for (const [what, growing] of [...files, ...Object.entries(GROWING_MATTERS)]) {
    if (WANTED && !WANTED.includes(what)) continue
    const usual = USUAL[what as keyof typeof USUAL]
    const counts = TIMES.map((times) => times * usual)
    const costs: Cost[] = []
    for (const count of counts) costs.push(await costOf(growing, count))
    const of = (kind: 'seconds' | 'openingSeconds') =>
      growthExponent(
        counts,
        costs.map((cost) => cost[kind]),
      )
    yield {
      bench: 'growth',
      input: what,
      counts,
      seconds: costs.map(({ seconds }) => rounded(seconds)),
      exponent: of('seconds'),
      openingSeconds: costs.map(({ openingSeconds }) => rounded(openingSeconds)),
      openingExponent: of('openingSeconds'),
      silentMs: Math.max(...costs.map(({ silentMs }) => silentMs)),
      busyMs: Math.max(...costs.map(({ busyMs }) => busyMs)),
    }
  }
}

/** The file is written beforehand, and its reader started. */
function addingOf({ name, of }: GrowingFile): GrowingMatter {
  const fileIn = ({ assistant }: BenchAssistant) => join(assistant.session.home.folder, '..', name)
  return {
    prepare: async (bench, count) => writeFile(fileIn(bench), await of(count)),
    work: (bench) => add(bench, fileIn(bench)),
  }
}

async function add({ client }: BenchAssistant, path: string): Promise<void> {
  for await (const event of await client.library.addPaths({ matter: MATTER, paths: [path] }))
    if (event.type === 'document-end' && event.state === 'failed')
      throw new Error(`${event.document} was not read: ${event.error?.message}`)
}

async function costOf({ prepare, work }: GrowingMatter, count: number): Promise<Cost> {
  await using folder = await temporaryFolder()
  const open = () =>
    openBenchAssistant(join(folder.path, 'home'), { models: join(folder.path, 'none'), isBuilt: true, readsOn: true })
  const silences: { readonly longestMs: number; readonly longestBusyMs: number }[] = []
  const timed = async (bench: BenchAssistant, what: () => Promise<void>) => {
    using silence = watchSilence()
    const run = await timedRun(what, () => [bench.assistant.processes.reader.pid])
    silences.push(silence)
    return run.processorSeconds
  }
  let seconds = 0
  {
    await using bench = await open()
    await bench.client.matter.create({ name: MATTER })
    const letter = join(folder.path, 'letter.txt')
    await writeFile(letter, LETTER)
    await add(bench, letter)
    await prepare?.(bench, count)
    seconds = await timed(bench, () => work(bench, count))
  }
  await using bench = await open()
  const openingSeconds = await timed(bench, () => openAndList(bench))
  const most = (of: 'longestMs' | 'longestBusyMs') => Math.round(Math.max(...silences.map((one) => one[of])))
  return { seconds, openingSeconds, silentMs: most('longestMs'), busyMs: most('longestBusyMs') }
}

/** What the window asks for when a matter is opened. */
async function openAndList({ client }: BenchAssistant): Promise<void> {
  const inMatter = { matter: MATTER }
  await client.matter.list()
  await client.library.documents(inMatter)
  await client.library.coverage(inMatter)
  await client.job.list(inMatter)
  await client.answer.list(inMatter)
  await client.opinion.list(inMatter)
  await client.fact.list(inMatter)
  await client.card.list()
  await client.library.search({ matter: MATTER, question: 'When was notice given?' })
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

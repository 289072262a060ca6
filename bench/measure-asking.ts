import { join } from 'node:path'
import type { AssistantClient } from '../contract/index.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { median, quantiles } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'
import { writeTexts } from './write-texts.ts'

const QUESTIONS = 8
const ADDED = 500

/** First evidence and generation with about 1,000 passages, idle, then while 500 documents are being added. */
export async function* measureAsking(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  await using assistant = await openBenchAssistant(join(folder.path, 'home'))
  const { client } = assistant
  await client.matter.create({ name: 'Bench' })
  const first = await writeTexts(join(folder.path, 'first'), 100, 1500, 1)
  for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [first] }));
  const [matter] = await client.library.documents({ matter: 'Bench' })
  const passages = (await client.library.documents({ matter: 'Bench' })).reduce((sum, row) => sum + row.passages, 0)
  await askOnce(client, 0)
  const idle = await askSome(client)

  const more = await writeTexts(join(folder.path, 'more'), ADDED, 1500, 2)
  const stop = new AbortController()
  const adding = follow(client, more, stop.signal)
  await new Promise((resolve) => setTimeout(resolve, 5000))
  const busy = await askSome(client)
  const jobs = await client.job.list({ matter: 'Bench' })
  const waiting = jobs.filter(({ state }) => state === 'queued' || state === 'running').length
  await client.job.cancel({ matter: 'Bench' })
  stop.abort()
  await adding
  yield {
    bench: 'asking',
    passages,
    model: matter ? 'chosen' : 'none',
    stillWaiting: waiting,
    idle: { firstEvidenceMs: quantiles(idle.evidence), tokensPerSecond: round(median(idle.speed)) },
    whileAdding: { firstEvidenceMs: quantiles(busy.evidence), tokensPerSecond: round(median(busy.speed)) },
    evidenceRatio: round(median(busy.evidence) / median(idle.evidence)),
    generationRatio: round(median(busy.speed) / median(idle.speed)),
  }
}

async function follow(client: AssistantClient, path: string, signal: AbortSignal): Promise<void> {
  try {
    for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [path] }, { signal }));
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function askSome(client: AssistantClient) {
  const evidence: number[] = []
  const speed: number[] = []
  for (let question = 1; question <= QUESTIONS; question += 1) {
    const one = await askOnce(client, question)
    evidence.push(one.evidenceMs)
    if (one.tokensPerSecond !== null) speed.push(one.tokensPerSecond)
  }
  return { evidence, speed }
}

/** Evidence is timed from the call to the event, as a user would. */
async function askOnce(client: AssistantClient, number: number) {
  const startedMs = performance.now()
  let evidenceMs = Number.NaN
  let tokensPerSecond: number | null = null
  const question = `What does report 1-${number * 7} say of the notice to w${number * 13}?`
  for await (const event of await client.answer.ask({ matter: 'Bench', question, maxTokens: 48 })) {
    if (event.type === 'evidence') evidenceMs = performance.now() - startedMs
    if (event.type !== 'answer-end') continue
    const { firstTokenMs, totalMs } = event.timing
    if (firstTokenMs !== null && event.tokens.generated > 1)
      tokensPerSecond = (1000 * (event.tokens.generated - 1)) / (totalMs - firstTokenMs)
  }
  return { evidenceMs, tokensPerSecond }
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000
}

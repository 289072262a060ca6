import { join } from 'node:path'
import type { AssistantClient } from '../contract/index.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { writeTexts } from './write-texts.ts'

const DOCUMENTS = 1000
const WORDS = 200

/** Resident memory of each process, in megabytes: when idle, after a thousand documents, and after an answer from them. */
export async function* measureMemory(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  await using assistant = await openBenchAssistant(join(folder.path, 'home'))
  const { client } = assistant
  await client.matter.create({ name: 'Bench' })
  yield { bench: 'memory', when: 'idle', ...(await memoryMb(client)) }
  const texts = await writeTexts(join(folder.path, 'texts'), DOCUMENTS, WORDS, 4)
  for await (const _event of await client.library.addPaths({ matter: 'Bench', paths: [texts] }));
  yield { bench: 'memory', when: `after ${DOCUMENTS} documents`, ...(await memoryMb(client)) }
  const question = 'What does report 4-7 say of the notice?'
  for await (const _event of await client.answer.ask({ matter: 'Bench', question, maxTokens: 48 }));
  yield { bench: 'memory', when: 'after an answer', ...(await memoryMb(client)) }
}

/** The engine is this process, as on the command line. A process that was not needed yet is null. */
async function memoryMb(client: AssistantClient): Promise<Readonly<Record<string, number | null>>> {
  const { processes } = await client.application.status()
  const children = processes.map(({ process: name, memoryBytes }) => [
    name,
    memoryBytes === null ? null : Math.round(memoryBytes / 1e6),
  ])
  return { engine: Math.round(process.memoryUsage().rss / 1e6), ...Object.fromEntries(children) }
}

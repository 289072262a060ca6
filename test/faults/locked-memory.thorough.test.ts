import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedHome, serveHome } from '../browser/serve-home.ts'
import { throughWebSocket } from '../hosts/carriers.ts'
import { everythingBelow } from './child-processes.ts'
import { timesInMemory } from './read-memory.ts'
import { eventually } from '../patience.ts'

const life = new AsyncDisposableStack()
const SENTENCE = 'The heron of Wexcombe keeps its 4711 feathers.'
const QUESTION = 'What does the heron of Wexcombe keep?'
const PASSPHRASE = 'a passphrase of the test'
let served: ServedHome

/** In every process of the program, with the host. */
async function timesAnywhere(text: string): Promise<readonly (readonly [number, number])[]> {
  const pids = [served.pid, ...(await everythingBelow(served.pid))]
  const counts = await Promise.all(pids.map(async (pid) => [pid, await timesInMemory(pid, text)] as const))
  return counts.filter(([, count]) => count > 0)
}

describe.runIf(process.platform === 'linux')('after a lock', () => {
  beforeAll(async () => {
    served = life.use(await serveHome())
    await writeFile(join(served.folder, 'heron.txt'), `${SENTENCE}\n`)
    // As a window does: everything passes through the host.
    const { client: assistant } = throughWebSocket({ port: Number(new URL(served.url).port), url: served.url })
    await assistant.home.create({ passphrase: PASSPHRASE })
    await assistant.matter.create({ name: 'Birds' })
    const paths = [join(served.folder, 'heron.txt')]
    for await (const _event of await assistant.library.addPaths({ matter: 'Birds', paths }));
    for await (const _event of await assistant.answer.ask({ matter: 'Birds', question: QUESTION }));
  })
  afterAll(() => life.disposeAsync())

  test('no process of the program holds a sentence of a document or a question any more', async () => {
    expect((await timesAnywhere(SENTENCE)).length).toBeGreaterThan(0)
    const before = await everythingBelow(served.pid)
    await served.asking((assistant) => assistant.home.lock())
    await eventually('an engine of its own', async () => {
      const now = await everythingBelow(served.pid)
      return now.length > 0 && !now.some((pid) => before.includes(pid))
    })
    await served.asking(async (assistant) =>
      expect(await assistant.application.status()).toMatchObject({ lock: 'locked' }),
    )
    expect(await timesAnywhere(SENTENCE)).toEqual([])
    expect(await timesAnywhere(QUESTION)).toEqual([])
  })
})

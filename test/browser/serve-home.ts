import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { attachToEngine } from '../../assistant/connection/attach-to-engine.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { type Part, partsBelow } from '../faults/child-processes.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { eventually } from '../patience.ts'

const MAIN = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))

/** The built program, serving a home of its own. */
export interface ServedHome extends AsyncDisposable {
  /** The one that was printed last: each works once. */
  readonly url: string
  readonly home: string
  /** A folder for files of the test. */
  readonly folder: string
  readonly pid: number
  /** A second client of the same engine, for what the window cannot know. */
  asking<T>(work: (assistant: AssistantClient) => Promise<T>): Promise<T>
  /** Kills a part of the program the hard way. */
  kill(part: Part): Promise<void>
  /** Finds a part first, so that it is killed at once when it is to be. */
  aim(part: Part): Promise<() => void>
}

/** Starts `consilium serve` on an empty home. `models` is the folder of models; an empty one by default. */
export async function serveHome(options: { readonly models?: string } = {}): Promise<ServedHome> {
  await buildIfNeeded()
  const temporary = await shortFolder()
  const home = `${temporary.path}/home`
  const host = spawn(process.execPath, [MAIN, '--home', home, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 2],
    env: {
      ...process.env,
      CONSILIUM_MODELS: options.models ?? `${temporary.path}/models`,
      CONSILIUM_THREADS: '1',
      CONSILIUM_PASSPHRASE: '',
    },
  })
  const pid = host.pid ?? 0
  const aim = async (part: Part) => {
    const child = await eventually(`a process ${part}`, async () => (await partsBelow(pid)).get(part))
    return () => void process.kill(child, 'SIGKILL')
  }
  const address = await addressOf(host)
  return {
    get url() {
      return address.url
    },
    home,
    folder: temporary.path,
    pid,
    async asking(work) {
      const attached = await eventually('a running engine', () => attachToEngine(home))
      try {
        return await work(attached.client)
      } finally {
        await attached[Symbol.asyncDispose]()
      }
    },
    aim,
    kill: async (part) => (await aim(part))(),
    async [Symbol.asyncDispose]() {
      host.kill('SIGINT')
      if (host.exitCode === null) await new Promise((resolve) => host.once('exit', resolve))
      await temporary[Symbol.asyncDispose]()
    },
  }
}

function addressOf(host: ChildProcess): Promise<{ readonly url: string }> {
  const address = { url: '' }
  return new Promise((resolve, reject) => {
    if (host.stdout)
      createInterface({ input: host.stdout }).on('line', (line) => {
        address.url = (JSON.parse(line) as { url: string }).url
        resolve(address)
      })
    host.once('exit', (code) => reject(new Error(`The host ended (${code}) before it was ready.`)))
  })
}

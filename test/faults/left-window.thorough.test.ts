import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../cli/serve/find-browser.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { type Command, startCommand } from '../cli/run-command.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { eventually } from '../patience.ts'

const life = new AsyncDisposableStack()
const program = findBrowser(process.env)

beforeAll(() => buildIfNeeded(), 60_000)
afterAll(() => life[Symbol.asyncDispose]())

/** Numbers of the processes that name a folder, as Chromium and its helpers name their profile. */
async function processesNaming(folder: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const named = pids.map(async (pid) => {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return words.includes(folder) && pid !== process.pid ? [pid] : []
  })
  return (await Promise.all(named)).flat()
}

const windowsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith('consilium-window-')).map((name) => join(folder, name))

/** The window that a host has opened, once its profile and its processes are there. */
async function windowOf(temporary: string, before: readonly string[] = []): Promise<string> {
  return eventually('the window', async () => {
    const opened = (await windowsIn(temporary)).find((folder) => !before.includes(folder))
    const hasProfile = opened && (await readdir(opened)).includes('profile')
    return hasProfile && (await processesNaming(opened)).length > 1 ? opened : null
  })
}

test.skipIf(process.platform !== 'linux' || program === null)(
  'kill -9 of the host leaves Chromium and its profile, and the next start ends and removes both',
  async () => {
    const { path } = life.use(await shortFolder())
    const temporary = join(path, 'tmp')
    await mkdir(temporary)
    // The real Chromium, on a computer that may have no screen.
    const browser = join(path, 'browser.sh')
    await writeFile(browser, `#!/bin/sh\nexec "${program}" --headless=new "$@"\n`, { mode: 0o700 })
    const env = { CONSILIUM_BROWSER: browser, TMPDIR: temporary, CONSILIUM_MODELS: join(path, 'models') }
    const start = () => startCommand(['start'], { home: join(path, 'home'), env })

    const killed = start()
    const left = await windowOf(temporary)
    killed.process.kill('SIGKILL')
    await killed.ended
    expect((await processesNaming(left)).length).toBeGreaterThan(0)
    expect(await windowsIn(temporary)).toEqual([left])

    const next = await startedOnceFree(start)
    await using _ended = { [Symbol.asyncDispose]: () => stopped(next) }
    const own = await windowOf(temporary, [left])
    await eventually('the end of the window that was left', async () => (await processesNaming(left)).length === 0)
    expect(await windowsIn(temporary)).toEqual([own])
    await stopped(next)
    await eventually('the end of its own window', async () => (await processesNaming(own)).length === 0)
    expect(await windowsIn(temporary)).toEqual([])
  },
)

/** The engine of a host that was killed takes a moment to end, and keeps the home until then. */
async function startedOnceFree(start: () => Command): Promise<Command> {
  return eventually('a start on the home', async () => {
    const command = start()
    const isRefused = await Promise.race([
      command.ended.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), 3000)),
    ])
    return isRefused ? null : command
  })
}

async function stopped(command: Command): Promise<void> {
  command.process.kill('SIGTERM')
  await command.ended
}

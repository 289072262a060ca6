import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { commandOf, isAlive } from '../../processes/system-processes.ts'

export interface BrowserWindow extends AsyncDisposable {
  /** Resolves when the user has closed the window; with the reason when the browser could not show one. */
  readonly closed: Promise<string | null>
}

const FOLDER = 'consilium-window-'
const OWNER = 'owner.json'
const LAUNCH_FILE_LIVES_MS = 15_000

/**
 * Opens `url` in a window of its own, with a fresh profile that is removed afterwards, no extensions, no disk cache and
 * the browser's own traffic shut off: every name but the loopback address resolves to nothing.
 */
export async function openWindow(browser: string, url: string): Promise<BrowserWindow> {
  await clearLeftWindows()
  const folder = await mkdtemp(join(tmpdir(), FOLDER))
  const launchFile = join(folder, 'open.html')
  // The token never stands in the arguments, which every local user can read: a private file sends the window on.
  await writeFile(launchFile, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 })
  const forgotten = setTimeout(() => void rm(launchFile, { force: true }), LAUNCH_FILE_LIVES_MS)
  const window = spawn(browser, [`--app=file://${launchFile}`, ...browserArguments(join(folder, 'profile'))], {
    stdio: 'ignore',
  })
  // In the same turn as it is started: a browser that cannot show a window ends at once.
  const ended = exit(window)
  await writeFile(join(folder, OWNER), JSON.stringify({ host: process.pid, window: window.pid }))
  const closed = ended.finally(async () => {
    clearTimeout(forgotten)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return {
    closed,
    async [Symbol.asyncDispose]() {
      window.kill()
      await closed
    },
  }
}

const Owner = z.object({ host: z.number().int().positive(), window: z.number().int().positive() })

/** A host that was killed leaves its window and the window's profile: the next one ends the window and removes both. */
export async function clearLeftWindows(folder = tmpdir()): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(FOLDER))
  for (const name of names) {
    const own = join(folder, name)
    const text = await readFile(join(own, OWNER), 'utf8').catch(() => null)
    const owner = Owner.safeParse(text === null ? null : jsonIn(text))
    // Without an owner it is being made by another start, or is not ours.
    if (!owner.success || isAlive(owner.data.host)) continue
    if (await isWindowOf(owner.data.window, own)) process.kill(owner.data.window, 'SIGKILL')
    await rm(own, { recursive: true, force: true, maxRetries: 5 })
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The number of a process that has ended may have gone to another: only one that names this profile is ended. */
async function isWindowOf(pid: number, folder: string): Promise<boolean> {
  return (await commandOf(pid)).includes(folder)
}

/** Also used by the browser tests, so that they run under the same rules. */
export function browserArguments(profile: string): readonly string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
    '--disable-quic',
    '--disk-cache-dir=/dev/null',
    '--disk-cache-size=1',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

function exit(window: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    window.once('exit', (code) => resolve(code ? `it ended with ${code}` : null))
    window.once('error', ({ message }) => resolve(message))
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BrowserWindow extends AsyncDisposable {
  /** Resolves when the user has closed the window; with the reason when the browser could not show one. */
  readonly closed: Promise<string | null>
}

const LAUNCH_FILE_LIVES_MS = 15_000

/**
 * Opens `url` in a window of its own, with a fresh profile that is removed afterwards, no extensions, no disk cache and
 * the browser's own traffic shut off: every name but the loopback address resolves to nothing.
 */
export async function openWindow(browser: string, url: string): Promise<BrowserWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-window-'))
  const launchFile = join(folder, 'open.html')
  // The token never stands in the arguments, which every local user can read: a private file sends the window on.
  await writeFile(launchFile, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 })
  const forgotten = setTimeout(() => void rm(launchFile, { force: true }), LAUNCH_FILE_LIVES_MS)
  const window = spawn(browser, [`--app=file://${launchFile}`, ...browserArguments(join(folder, 'profile'))], {
    stdio: 'ignore',
  })
  const closed = exit(window).finally(async () => {
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

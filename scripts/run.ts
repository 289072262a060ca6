import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createOutput, progressBar } from '../cli/output.ts'
import { buildIfNeeded } from './build.ts'
import { completeElectron } from './electron/complete-electron.ts'
import { programIn } from './electron/electron-program.ts'

const APP = fileURLToPath(new URL('..', import.meta.url))
const COMMAND_LINE = fileURLToPath(new URL('../out/cli/main.js', import.meta.url))

/**
 * `npm start`, `npm run demo`, `npm run consilium -- …`: builds what changed, then runs the command line. With no command
 * it opens the app: Electron, whose program is fetched once where it is missing and a display is there, else the browser host.
 */
async function run(words: readonly string[]): Promise<number> {
  if (await buildIfNeeded()) process.stderr.write('Built.\n')
  const opensWindow = words.length === 0 || words[0] === 'start'
  const electron = opensWindow && !words.includes('--browser') ? await electronProgram() : null
  if (!electron) return runCommandLine(words)
  const home = words[words.indexOf('--home') + 1]
  // Electron's main process reads no arguments of ours.
  const env = words.includes('--home') && home ? { ...process.env, CONSILIUM_HOME: home } : process.env
  const { code, notStarted } = await end(electron, [APP, ...words], env)
  if (notStarted === null) return code
  sayBrowser(`Electron does not start on this system (${notStarted})`)
  return runCommandLine(words)
}

async function runCommandLine(words: readonly string[]): Promise<number> {
  const { code } = await end(process.execPath, [COMMAND_LINE, ...words])
  return code
}

/** Such an end comes before any window; later on, Electron has ended for another reason. */
const START_MS = 10_000
/** The system finds a library of it missing. */
const NOT_LOADED = 127

/** `notStarted`: why the program could not start, in a word; null: it did. */
type End = { readonly code: number; readonly notStarted: string | null }

async function end(program: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<End> {
  const startedAt = Date.now()
  const child = spawn(program, words, { stdio: 'inherit', env })
  // The terminal sends Ctrl-C to the whole group; the child decides how to end, we only wait for it.
  const pass = (signal: NodeJS.Signals) => signal === 'SIGTERM' && child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, pass)
  return new Promise<End>((resolve) => {
    child.once('exit', (code, signal) => {
      // Chromium stops itself so where it has no sandbox.
      const isRefused = code === NOT_LOADED || signal === 'SIGTRAP'
      const isEarly = Date.now() - startedAt < START_MS
      resolve({ code: code ?? (signal ? 1 : 0), notStarted: isRefused && isEarly ? 'see above' : null })
    })
    // The system starts no such file, as where it may not be executed; there is no exit then.
    child.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve({ code: 1, notStarted: code ?? message }))
  }).finally(() => {
    for (const one of signals) process.off(one, pass)
  })
}

/** Electron's program, fetched where it is missing and can be had, else null; then it has been said why. */
async function electronProgram(): Promise<string | null> {
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere, ELECTRON_SKIP_BINARY_DOWNLOAD: isUnwanted } = process.env
  if (!hasDisplay()) {
    sayBrowser('There is no display for Electron')
    return null
  }
  if (elsewhere) return programIn(elsewhere, process.platform)
  const folder = fileURLToPath(new URL('../node_modules/electron', import.meta.url))
  const found = programIn(`${folder}/dist`, process.platform)
  if (found || isUnwanted) return found
  const output = createOutput(false, process.stdout, process.stderr)
  try {
    await completeElectron({
      folder,
      platform: process.platform,
      arch: process.arch,
      onFetch: (host) => output.note(`Downloading Electron from ${host}. This happens once.`),
      onProgress: (share) => output.progress(progressBar(share, null)),
    })
    output.note('Electron is ready.')
  } catch (error) {
    output.progress(null)
    sayBrowser(`Electron could not be downloaded: ${(error as Error).message}`)
  }
  return programIn(`${folder}/dist`, process.platform)
}

/** Over a connection to another computer, and in a container, Linux has none. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

function sayBrowser(why: string): void {
  process.stderr.write(`${why}. Consilium opens in a browser.\n`)
}

process.exitCode = await run(process.argv.slice(2))

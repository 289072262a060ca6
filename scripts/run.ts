import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.ts'

/**
 * `npm start`, `npm run demo`, `npm run consilium -- …`: builds what changed, then runs the command line. With no command
 * it opens the app: Electron where its program is already here (it is never downloaded on the way), else the browser host.
 */
async function run(words: readonly string[]): Promise<number> {
  if (await buildIfNeeded()) process.stderr.write('Built.\n')
  const electron = electronProgram()
  const opensWindow = words.length === 0 || words[0] === 'start'
  const [program, ...first] =
    opensWindow && electron && !words.includes('--browser')
      ? [electron, fileURLToPath(new URL('..', import.meta.url))]
      : [process.execPath, fileURLToPath(new URL('../out/cli/main.js', import.meta.url))]
  const home = words[words.indexOf('--home') + 1]
  // Electron's main process reads no arguments of ours.
  const env = words.includes('--home') && home ? { ...process.env, CONSILIUM_HOME: home } : process.env
  const child = spawn(program, [...first, ...words], { stdio: 'inherit', env })
  // The terminal sends Ctrl-C to the whole group; the child decides how to end, we only wait for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))))
}

/** Electron's program if its package was completed by hand (`node node_modules/electron/install.js`), else null. */
function electronProgram(): string | null {
  const folder =
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? fileURLToPath(new URL('../node_modules/electron/dist', import.meta.url))
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }
  const program = `${folder}/${names[process.platform] ?? 'electron'}`
  return existsSync(program) ? program : null
}

process.exitCode = await run(process.argv.slice(2))

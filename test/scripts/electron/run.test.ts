import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildIfNeeded } from '../../../scripts/build.ts'
import { programName } from '../../../scripts/electron/electron-program.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const RUN = fileURLToPath(new URL('../../../scripts/run.ts', import.meta.url))

type Start = {
  /** What a program in Electron's place does; absent: it is a file that may not be executed. */
  readonly electron?: string
  readonly display?: string
}

/** What `npm start` says; ended once it has said what is waited for. */
async function start({ electron, display = ':0' }: Start, until: RegExp): Promise<string> {
  await using folder = await temporaryFolder()
  await buildIfNeeded()
  const program = join(folder.path, programName(process.platform))
  await mkdir(dirname(program), { recursive: true })
  await writeFile(program, `#!/bin/sh\n${electron}\n`)
  await chmod(program, electron === undefined ? 0o644 : 0o755)
  const child = spawn(process.execPath, [RUN, 'start', '--home', join(folder.path, 'home')], {
    env: {
      ...process.env,
      DISPLAY: display,
      WAYLAND_DISPLAY: '',
      ELECTRON_OVERRIDE_DIST_PATH: folder.path,
      CONSILIUM_BROWSER: '/bin/false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let said = ''
  try {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString('utf8')
        if (until.test(said)) child.kill('SIGTERM')
      })
    await ended
    return said
  } finally {
    child.kill('SIGKILL')
  }
}

const IN_BROWSER = /Consilium goes on: open http/

test.skipIf(process.platform === 'win32')('a start opens Electron with the home that was named', async () => {
  expect(await start({ electron: 'echo "in $CONSILIUM_HOME"' }, /$^/)).toMatch(/^in .*home\n$/)
})

test.skipIf(process.platform === 'win32').each<[string, Start, string]>([
  ['lacks a library', { electron: 'exit 127' }, 'see above'],
  ['has no sandbox', { electron: 'kill -TRAP $$' }, 'see above'],
  ['may not be executed', {}, 'EACCES'],
])('a start opens the browser host where Electron %s, and says so in one line', async (_what, electron, why) => {
  const said = await start(electron, IN_BROWSER)
  expect(said.split('\n')[0]).toBe(`Electron does not start on this system (${why}). Consilium opens in a browser.`)
})

test.runIf(process.platform === 'linux')('a start opens the browser host where there is no display', async () => {
  const said = await start({ electron: 'echo opened', display: '' }, IN_BROWSER)
  expect(said.split('\n')[0]).toBe('There is no display for Electron. Consilium opens in a browser.')
  expect(said).not.toContain('opened')
})

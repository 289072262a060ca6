import { spawn } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildIfNeeded } from '../../../scripts/build.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const RUN = fileURLToPath(new URL('../../../scripts/run.ts', import.meta.url))

/** `npm start` with a program in Electron's place; ended once it has said what is waited for. */
async function start(electron: string, until: RegExp): Promise<string> {
  await using folder = await temporaryFolder()
  await buildIfNeeded()
  const program = join(folder.path, 'electron')
  await writeFile(program, `#!/bin/sh\n${electron}\n`)
  await chmod(program, 0o755)
  const child = spawn(process.execPath, [RUN, 'start', '--home', join(folder.path, 'home')], {
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder.path, CONSILIUM_BROWSER: '/bin/false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8')
      if (until.test(said)) child.kill('SIGTERM')
    })
  await ended
  return said
}

test.skipIf(process.platform === 'win32')('a start opens Electron with the home that was named', async () => {
  expect(await start('echo "in $CONSILIUM_HOME"', /$^/)).toMatch(/^in .*home\n$/)
})

test.skipIf(process.platform === 'win32').each([
  ['lacks a library', 'exit 127'],
  ['has no sandbox', 'kill -TRAP $$'],
])('a start opens the browser host where Electron %s, and says so in one line', async (_what, electron) => {
  const said = await start(electron, /Consilium goes on: open http/)
  expect(said.split('\n')[0]).toBe('Electron does not start on this system (see above). Consilium opens in a browser.')
})

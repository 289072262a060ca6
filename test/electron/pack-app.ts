import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** As they come in Electron's program: a mark, a version, their number, and each of them, on or off. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001'

/**
 * What lies in a download of Electron, as far as electron-builder looks at it. Nothing of it runs: Electron's own program
 * cannot be had everywhere these tests run, and what is packed does not depend on it.
 */
export async function makeStubElectron(folder: string, version: string): Promise<string> {
  for (const name of ['locales', 'resources', 'default-app']) await mkdir(join(folder, name), { recursive: true })
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    await writeFile(join(folder, name), `#!/bin/sh\nexit 1\n${name === 'electron' ? FUSES : ''}`)
    await chmod(join(folder, name), 0o755)
  }
  await writeFile(join(folder, 'version'), version)
  await writeFile(join(folder, 'LICENSE'), 'Electron')
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'Chromium')
  await writeFile(join(folder, 'locales/en-US.pak'), 'words')
  // An archive without files cannot be read back.
  await writeFile(join(folder, 'default-app/package.json'), '{}')
  await createPackage(join(folder, 'default-app'), join(folder, 'resources/default_app.asar'))
  return folder
}

/** Runs electron-builder on this checkout's `out/` for this computer's system; returns the folder of the app. */
export async function packApp(electronDist: string, output: string): Promise<string> {
  const settings = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`]
  const { code, text } = await runNode([
    join(ROOT, 'node_modules/electron-builder/cli.js'),
    '--linux',
    'dir',
    ...settings,
  ])
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${text}`)
  return join(output, 'linux-unpacked')
}

/** Runs this Node in the root of the checkout and collects what it says. */
export function runNode(words: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, text }))
  })
}

import { execFile } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/temporary-home.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/complete-lockfile.ts', import.meta.url))
const LOCKFILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url))

type Lockfile = { packages: Record<string, { version?: string; os?: string[] }> }

/** Of a lockfile of its own. */
async function complete(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, file])
  return stdout
}

test('a complete lockfile stays as it is: what package.json replaces by an empty package does not come back', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'package-lock.json')
  await copyFile(LOCKFILE, file)
  expect(await complete(file)).toBe('0 entries added\n')
  expect(await readFile(file, 'utf8')).toBe(await readFile(LOCKFILE, 'utf8'))
})

test('the binaries of other systems that an installation left out come back', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'package-lock.json')
  const lock = JSON.parse(await readFile(LOCKFILE, 'utf8')) as Lockfile
  const name = 'node_modules/@node-llama-cpp/win-x64'
  const { version } = lock.packages[name] ?? {}
  delete lock.packages[name]
  await writeFile(file, JSON.stringify(lock))
  expect(await complete(file)).toBe('1 entries added\n')
  const { packages } = JSON.parse(await readFile(file, 'utf8')) as Lockfile
  expect(packages[name]).toMatchObject({ version, os: ['win32'] })
})

import { copyFile, link, readFile, stat, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dropSymbols } from '../../../scripts/electron/drop-symbols.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const SQLITE = fileURLToPath(
  new URL(`../../../node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-${arch()}.node`, import.meta.url),
)

test.runIf(platform() === 'linux')(
  'a library that lost what is never loaded still works, and its twin is as it was',
  async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'sqlite.node')
    const twin = join(folder.path, 'twin.node')
    await copyFile(SQLITE, file)
    await link(file, twin)
    const before = await readFile(file)
    await dropSymbols(file)
    expect((await stat(file)).size).toBeLessThan(before.length)
    expect(await readFile(twin)).toEqual(before)
    const loaded = execFileSync(process.execPath, ['-p', 'typeof require(process.argv[1]).Database', file])
    expect(String(loaded)).toBe('function\n')
  },
)

test('what is no library of Linux stays as it is', async () => {
  await using folder = await temporaryFolder()
  for (const text of ['', 'MZ\u0090 a program of another system', '\u007fELF']) {
    const file = join(folder.path, 'other')
    await writeFile(file, text)
    await dropSymbols(file)
    expect(await readFile(file, 'utf8')).toBe(text)
  }
})

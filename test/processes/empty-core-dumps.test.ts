import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { shortFolder } from '../hosts/short-folder.ts'

const WORD = 'quarrelsome-heron-4711'
const CHILD = fileURLToPath(new URL('children/holds-a-word.ts', import.meta.url))

/** Crashes a process that holds the word, with dumps allowed; gives its filter, and whether a dump in its folder has the word. */
async function crashed(folder: string, how: 'emptied' | 'as-it-is') {
  const words = [process.execPath, CHILD, Buffer.from(WORD).toString('hex'), how]
  const child = spawn('sh', ['-c', 'ulimit -c unlimited 2>/dev/null; exec "$@"', 'sh', ...words], { cwd: folder })
  await once(child.stdout, 'data')
  const filter = await readFile(`/proc/${child.pid}/coredump_filter`, 'utf8')
  child.kill('SIGSEGV')
  await once(child, 'exit')
  const dumps = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  return { filter: filter.trim(), hasWord: dumps.some((dump) => dump.includes(WORD)) }
}

test.skipIf(platform() !== 'linux')('a crash leaves no memory of the process behind', async () => {
  await using folder = await shortFolder()
  expect((await crashed(folder.path, 'as-it-is')).filter).not.toBe('00000000')
  await using other = await shortFolder()
  expect(await crashed(other.path, 'emptied')).toEqual({ filter: '00000000', hasWord: false })
})

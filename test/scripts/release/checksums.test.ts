import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeChecksums } from '../../../scripts/release/checksums.ts'

const folder = await mkdtemp(join(tmpdir(), 'consilium-checksums-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('each file of a release is listed with its SHA-256, folders and the list itself are not', async () => {
  await expect(writeChecksums(folder)).rejects.toThrow('no file')
  await mkdir(join(folder, 'linux-unpacked'))
  await writeFile(join(folder, 'b.deb'), 'two')
  await writeFile(join(folder, 'a.AppImage'), 'one')
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const lines = [`${hash('one')}  a.AppImage`, `${hash('two')}  b.deb`]
  for (const _ of ['first', 'again']) expect(await writeChecksums(folder)).toEqual(lines)
  expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${lines.join('\n')}\n`)
})

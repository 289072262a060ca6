import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePrivateFile } from '../../../assistant/home/write-private-file.ts'
import { shortFolder } from '../../hosts/short-folder.ts'

test('a file that others could read is read by nobody else once it is written over', async () => {
  await using folder = await shortFolder()
  const file = join(folder.path, 'answers.md')
  await writeFile(file, 'before', { mode: 0o644 })
  await writePrivateFile(file, 'after')
  expect([(await stat(file)).mode & 0o777, await readFile(file, 'utf8')]).toEqual([0o600, 'after'])
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { licencesOf } from '../../../scripts/release/licences.ts'

const root = await mkdtemp(join(tmpdir(), 'consilium-licences-'))
afterAll(() => rm(root, { recursive: true, force: true }))

async function packageWith(name: string, licence: string, files: Readonly<Record<string, string>>) {
  const folder = join(root, name)
  await mkdir(folder)
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  return { name, version: '1.0.0', licence, folder }
}

test('a package is listed with its files on licences, else with that section of its README, else with what it states', async () => {
  const text = await licencesOf([
    await packageWith('with-files', 'MIT', {
      LICENSE: 'Permission to A',
      'NOTICE.txt': 'Notice of A',
      'README.md': '## License\nno',
    }),
    await packageWith('with-readme', 'BSD', {
      'Readme.md': '# B\n\n## Licence\nLicence of B\n### Parts\nOf it\n## More\nunrelated words',
    }),
    await packageWith('with-none', 'Zlib', { 'README.md': '# C' }),
  ])
  expect(text).toContain('with-files 1.0.0\n\nLicence: MIT\n\nPermission to A\n\nNotice of A\n')
  expect(text).toContain('with-readme 1.0.0\n\nLicence: BSD\n\nLicence of B\n### Parts\nOf it\n')
  expect(text).not.toContain('unrelated words')
  expect(text).toContain('with-none 1.0.0\n\nLicence: Zlib\n\nThe package brings no text')
})

test('packages with the same licence share its text', async () => {
  const one = await packageWith('first', 'ISC', { LICENSE: 'The same words' })
  const other = await packageWith('second', 'ISC', { LICENCE: 'The same words  \r\n' })
  const text = await licencesOf([one, other])
  expect(text.split('The same words')).toHaveLength(2)
  expect(text).toContain('first 1.0.0\nsecond 1.0.0\n\nLicence: ISC')
})

test('a package of which no licence is known is refused by name', async () => {
  await expect(licencesOf([await packageWith('unknown', '', {})])).rejects.toThrow('unknown 1.0.0')
})

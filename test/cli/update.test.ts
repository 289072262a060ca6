import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { copyOlderHome, writtenByNewer } from '../homes/older-home.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { expectOneError } from './expect-one-error.ts'
import { runCommand } from './run-command.ts'

beforeAll(() => buildIfNeeded().then(() => {}), 240_000)

test('update says which version this is, where the data was copied to, and how a copy without an address is updated', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  const { code, out, err } = await runCommand(['update'], { home })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^Version \d+\.\d+\.\d+\n/)
  expect(out).toContain(`your data was copied to ${join(home, 'before-migration')} (`)
  expect(out).toMatch(
    /built without an update address, .*\. No connection was made\. To update, install a newer version/,
  )
  const { lines } = await runCommand(['update', '--json'], { home })
  expect(lines).toMatchObject([{ host: null, known: null, copies: { files: 1 } }])
  const checks = (await runCommand(['doctor', '--json'], { home })).lines
  expect(checks.find(({ check }) => check === 'version')).toMatchObject({
    ok: true,
    detail: expect.stringContaining(join(home, 'before-migration')),
  })
})

test('a home that a newer version wrote is refused on the command line with what to do', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  await writtenByNewer(home)
  const refused = await runCommand(['matter', 'list', '--json'], { home })
  expectOneError(refused, 'WRONG_USE')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('Install the newer version again')])
})

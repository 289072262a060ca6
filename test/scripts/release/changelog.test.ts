import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Changelog,
  faultsOfRelease,
  notesOf,
  readChangelog,
  unnamedMigrations,
} from '../../../scripts/release/changelog.ts'
import { APP_STORE } from '../../../store/app/app-schema.ts'
import { MATTER_STORE } from '../../../store/matter/matter-schema.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const STORES = { app: APP_STORE.migrations.length, matter: MATTER_STORE.migrations.length }
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }

const RELEASED: Changelog = { releases: [{ version: '1.2.0', text: '- Migration: app 4, matter 12.' }], pending: [] }
const faultsOf = (change: Partial<Changelog>, tag = 'v1.2.0', lockfile = '1.2.0') =>
  faultsOfRelease(tag, { package: '1.2.0', lockfile }, { ...RELEASED, ...change }, { app: 4, matter: 12 })

const folder = await mkdtemp(join(tmpdir(), 'consilium-changelog-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the changelog of this checkout', () => {
  test('names the version that the stores are at, in an entry or in a change that waits for its release', async () => {
    expect(unnamedMigrations(await readChangelog(ROOT), STORES)).toEqual([])
  })

  test('begins with the version of the package', async () => {
    expect((await readChangelog(ROOT)).releases[0]?.version).toBe(version)
    expect(notesOf(await readChangelog(ROOT), version)).toContain('Answers')
  })

  test('lacks the entry of a migration that is planted', async () => {
    expect(unnamedMigrations(await readChangelog(ROOT), { ...STORES, matter: STORES.matter + 1 })).toEqual([
      expect.stringContaining(`add "Migration: matter ${STORES.matter + 1}"`),
    ])
  })
})

test('a change that waits names a migration as well as an entry does', () => {
  const stores = { app: 4, matter: 13 }
  expect(unnamedMigrations(RELEASED, stores)).toHaveLength(1)
  expect(
    unnamedMigrations({ ...RELEASED, pending: ['Notes keep their colour.\n\nMigration: matter 13.'] }, stores),
  ).toEqual([])
  expect(unnamedMigrations({ ...RELEASED, pending: ['Migration: matter 14'] }, stores)).toHaveLength(1)
})

test('a commit is released only under its version, with its entry, and with no change left over', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({}, 'v1.3.0')).toEqual(['the tag is v1.3.0, and package.json says 1.2.0'])
  expect(faultsOf({}, 'v1.2.0', '1.1.0')).toHaveLength(1)
  expect(faultsOf({ pending: ['A new thing.'] })).toEqual(['1 in .changeset: run "npm run release -- version" first'])
  expect(faultsOf({ releases: [{ version: '1.1.0', text: 'x' }, ...RELEASED.releases] })).toHaveLength(1)
  expect(faultsOf({ releases: [{ version: '1.2.0', text: '' }, ...RELEASED.releases] })).toHaveLength(1)
  const early = 'Not out, not released yet. Migration: app 4, matter 12.'
  expect(faultsOf({ releases: [{ version: '1.2.0', text: early }] })).toEqual([
    'the entry of 1.2.0 says that it is "not released yet"',
  ])
})

test('a release that adds a migration names it in an entry, not in a change that was left over', () => {
  expect(faultsOf({ releases: [{ version: '1.2.0', text: '- Migration: app 4, matter 11.' }] })).toHaveLength(1)
  expect(
    faultsOf({ releases: [{ version: '1.2.0', text: '- Faster.' }], pending: ['Migration: app 4, matter 12'] }),
  ).toHaveLength(3)
})

test('changes become the entry of the next version, in their own words and without a commit', async () => {
  const files = [
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
    '.changeset',
    'scripts/release',
    'store',
    'wording',
    'processes',
    'contract',
  ]
  for (const file of files) await cp(join(ROOT, file), join(folder, file), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(
    join(folder, '.changeset/a-colour.md'),
    '---\n"consilium": minor\n---\n\nNotes have a colour.\n\nYou choose it beside the note.\n',
  )
  expect(step('check')).toMatchObject({ status: 1 })
  expect(step('version')).toMatchObject({ status: 0 })
  const changelog = await readFile(join(folder, 'CHANGELOG.md'), 'utf8')
  expect(changelog).toMatch(/- Notes have a colour\.\n\n {2}You choose it beside the note\.\n/)
  expect(changelog).not.toMatch(/\b[0-9a-f]{7,}: /)
  const { releases, pending } = await readChangelog(folder)
  expect(pending).toEqual([])
  const next = releases[0]?.version ?? ''
  expect(next).not.toBe(version)
  expect(step('check', `v${next}`)).toMatchObject({ status: 0, stdout: `v${next} can be released.\n` })
  expect(step('check', `v${version}`)).toMatchObject({ status: 1 })
})

function step(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/release/main.ts'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

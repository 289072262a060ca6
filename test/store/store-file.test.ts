import { randomBytes } from 'node:crypto'
import { cp, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { APP_STORE } from '../../store/app/app-schema.ts'
import { openAppStore } from '../../store/app/app-store.ts'
import { homeAt, prepareHome } from '../../store/home.ts'
import { MATTER_STORE } from '../../store/matter/matter-schema.ts'
import { openMatterStore } from '../../store/matter/matter-store.ts'
import { openStoreFile, type StoreKind } from '../../store/store-file.ts'
import { codeOfFailure, NOW, openTestStore, temporaryFolder } from './temporary-home.ts'

const KEY = randomBytes(32)
const ONE: StoreKind = {
  notThis: 'failures.store.notStoreOfMatter',
  applicationId: 77,
  cacheBytes: 2 ** 20,
  migrations: ['CREATE TABLE notes (text TEXT NOT NULL)'],
}
const TWO: StoreKind = { ...ONE, migrations: [...ONE.migrations, 'ALTER TABLE notes ADD COLUMN colour TEXT'] }
const BROKEN: StoreKind = { ...ONE, migrations: [...ONE.migrations, 'DELETE FROM notes; SELECT nonsense'] }

test('a store is brought to the present version, with a copy of how it was', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'notes.db')
  const open = (kind: StoreKind, file: 'new' | 'existing') => openStoreFile(path, KEY, kind, file, folder.path)
  const first = await open(ONE, 'new')
  first.execute("INSERT INTO notes VALUES ('kept')")
  await first[Symbol.asyncDispose]()
  expect(await readdir(folder.path)).toEqual(['notes.db'])

  expect(await codeOfFailure(() => open(BROKEN, 'existing'))).toBe('SqliteError')
  const second = await open(TWO, 'existing')
  expect(second.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept', colour: null }])
  await second[Symbol.asyncDispose]()
  expect((await readdir(folder.path)).toSorted()).toEqual(['notes-version-1.db', 'notes.db'])
  await using before = await openStoreFile(join(folder.path, 'notes-version-1.db'), KEY, ONE, 'existing', folder.path)
  expect(before.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }])

  const newer = await codeOfFailure(() => open(ONE, 'existing'))
  const otherKind = await codeOfFailure(() => open({ ...TWO, applicationId: 78 }, 'existing'))
  const otherKey = await codeOfFailure(() => openStoreFile(path, randomBytes(32), TWO, 'existing', folder.path))
  expect([newer, otherKind, otherKey]).toEqual(['WRONG_USE', 'DAMAGED', 'DAMAGED'])
})

/** Written by `fixtures/write-fixture.ts` in the shape of each released version. */
const RELEASED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
/** The first version with packs and facts. */
const WITH_FACTS = 3
/** The first version with providers, packets and opinions. */
const WITH_PACKETS = 5
/** The first version with cards and corrections. */
const WITH_CARDS = 8

/** The first version with question sets and runs. */
const WITH_EVALUATION = 8
/** The first version with decisions on opinions and records of routing. */
const WITH_DECISIONS = 9

const WITH_HIGHLIGHTS = 10
/** The first version with drafts. */
const WITH_DRAFTS = 11
/** The first version that keeps what a document showed before. */
const WITH_PREVIOUS = 12

const NO_PACKETS = { providers: [], packets: [], opinions: [] }
const SENT_PACKET = {
  providers: [{ provider: 'house' }],
  packets: [{ packetId: 'packet', state: 'sent', body: '{}' }],
  opinions: [{ opinionId: 'opinion', packetId: 'packet' }],
}

test.each(RELEASED)(
  'a store of version %i opens, with all that is in it and the same tables as a new one',
  async (version) => {
    await using folder = await temporaryFolder()
    await cp(new URL(`fixtures/version-${version}`, import.meta.url), folder.path, { recursive: true })
    const home = homeAt(folder.path)
    await prepareHome(home)
    const { masterKey, matterKey, matterId } = JSON.parse(
      await readFile(new URL(`fixtures/version-${version}/keys-for-tests.json`, import.meta.url), 'utf8'),
    ) as Record<'masterKey' | 'matterKey' | 'matterId', string>
    await using app = await openAppStore(home, Buffer.from(masterKey, 'hex'), NOW)
    const file = {
      path: join(home.mattersFolder, `${matterId}.db`),
      key: Buffer.from(matterKey, 'hex'),
      anchor: app.ledgerAnchor(matterId),
      beforeMigrationFolder: home.beforeMigrationFolder,
    }
    await using matter = await openMatterStore(file, 'existing', NOW)
    const [document] = matter.documents.list('revision')
    expect(app.matters.list().map((row) => row.matter)).toEqual(['Fixture'])
    expect(app.settings.all()).toEqual({ userName: 'Ada' })
    expect(document).toMatchObject({
      document: 'a/letter.txt',
      state: 'ready',
      passages: 1,
      passagesEmbedded: 1,
      characters: 31,
    })
    expect(matter.passages.list(document?.textVersionId ?? 0).map(({ text }) => text)).toEqual([
      'Notice was given on 3 May 2021.',
    ])
    expect(matter.answers.list()).toMatchObject([{ answerId: 'answer', question: 'When?' }])
    const [packs, facts] = version < WITH_FACTS ? [[], []] : [['demo'], [['notice', '2021-05-03']]]
    expect(app.packs.list().map(({ name }) => name)).toEqual(packs)
    expect(matter.facts.list().map(({ relation, args }) => [relation, args[1]])).toEqual(facts)
    const highlights = matter.highlights.list().map(({ quote, place }) => [quote, place?.start])
    expect(highlights).toEqual(version < WITH_HIGHLIGHTS ? [] : [['3 May 2021', 20]])
    expectPrevious(matter, version)
    const drafts = matter.drafts.list().map(({ id, name }) => [name, matter.drafts.decisions(id).size])
    expect(drafts).toEqual(version < WITH_DRAFTS ? [] : [['brief.txt', 1]])
    const kept = { providers: app.providers.list(), packets: matter.packets.list(), opinions: matter.opinions.list() }
    expect(kept).toMatchObject(version < WITH_PACKETS ? NO_PACKETS : SENT_PACKET)
    expect(matter.knownTerms.list().map(({ term }) => term)).toEqual(version < WITH_PACKETS ? [] : ['Hollis'])
    const cards = app.cards.list().map(({ card, hurt }) => [card, hurt])
    const corrections = matter.corrections.list().map(({ correctionId }) => correctionId)
    expect([cards, corrections]).toEqual(version < WITH_CARDS ? [[], []] : [[['card', 1]], ['correction']])
    const evaluated = version < WITH_EVALUATION ? [] : [{ id: 'q1' }]
    for (const { questionSets, evaluationRuns } of [app, matter]) {
      expect(questionSets.questions('set')).toEqual(evaluated)
      expect(evaluationRuns.rows('run')).toEqual(evaluated)
    }
    const decided = [
      matter.consultationResults.find('asked', 'result') !== null,
      matter.decisions.list().length,
      matter.routings.list().length,
    ]
    expect(decided).toEqual(version < WITH_DECISIONS ? [false, 0, 0] : [true, 1, 1])
    expect(await matter.ledger.verify()).toMatchObject({ valid: true, entries: 1 })

    await using fresh = await temporaryFolder()
    await using made = await openTestStore(fresh.path)
    const { id } = await made.store.createMatter({
      matter: 'New',
      subtitle: '',
      sample: false,
      createdAt: '2026-01-01',
    })
    const newMatter = await made.store.matter(id)
    const tables = ({ database }: Pick<typeof matter, 'database'>) =>
      database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
    expect(tables(app)).toEqual(tables(made.store.app))
    expect(tables(matter)).toEqual(tables(newMatter))
  },
)

type OpenedMatter = Awaited<ReturnType<typeof openMatterStore>>

/** What the document showed before its file came in another form. */
function expectPrevious({ documents, pages }: OpenedMatter, version: number): void {
  const [row] = documents.list(null)
  const text = row?.previous ? pages.wholeText(row.previous.textVersion) : null
  expect(text).toBe(version < WITH_PREVIOUS ? null : 'Notice was given.')
}

test('the fixtures are small, and there is one for each version that can be migrated from', async () => {
  expect(RELEASED).toEqual(
    Array.from(
      { length: Math.max(APP_STORE.migrations.length, MATTER_STORE.migrations.length) },
      (_, index) => index + 1,
    ),
  )
  const folder = new URL('fixtures/', import.meta.url)
  const files = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(files.map(async (file) => (await stat(new URL(file, folder))).size))
  expect(Math.max(...sizes)).toBeLessThan(400_000)
})

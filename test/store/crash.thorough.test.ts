import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { restore } from '../../store/backup.ts'
import { importMatter } from '../../store/matter-archive.ts'
import { openHome } from '../../store/open-home.ts'
import { MATTER, NEVER, openTestStore, temporaryFolder } from './temporary-home.ts'

const WRITER = new URL('write-until-killed.ts', import.meta.url)
/** Each starts on what the ones before have left. */
const KILLS = 6

test('a kill at any moment leaves nothing half visible, and everything that was finished', async () => {
  await using folder = await temporaryFolder()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = fork(WRITER, [folder.path])
    await once(writer, 'message')
    await setTimeout(Math.random() * 300)
    const exited = once(writer, 'exit')
    writer.kill('SIGKILL')
    const [, signal] = (await exited) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    await expectWhole(folder.path)
  }
})

async function expectWhole(folder: string): Promise<void> {
  await using opened = await openTestStore(join(folder, 'home'))
  const { store, home } = opened
  const row = store.app.matters.find(MATTER.matter)
  if (!row) throw new Error('The matter that was begun is gone.')
  const matter = await store.matter(row.id)
  expect([store.app.database, matter.database].map((database) => database.pragma('integrity_check'))).toEqual([
    'ok',
    'ok',
  ])
  expect(matter.database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  // No file without a row and no row without a file, so no extra matter is half there.
  const files = (await readdir(home.mattersFolder)).filter((name) => name.endsWith('.db')).toSorted()
  expect(files).toEqual(
    store.app.matters
      .list()
      .map(({ id }) => `${id}.db`)
      .toSorted(),
  )

  const documents = matter.documents.list('revision')
  for (const document of documents.filter(({ textVersionId }) => textVersionId !== null)) {
    const words = `${document.path} ${document.path} ${document.path}`
    expect(matter.pages.wholeText(document.textVersionId ?? 0)).toBe(words)
    expect(Buffer.from(matter.originals.read(document.sha256, 0, 99)).toString()).toBe(words)
    expect(document).toMatchObject({ passages: 3, passagesEmbedded: 3 })
  }
  // The large originals belong to no document and have been swept away.
  const { chunks } = matter.database.prepare<{ chunks: number }>('SELECT count(*) AS chunks FROM chunks').get() ?? {}
  expect(chunks).toBe(new Set(documents.map(({ sha256 }) => sha256).filter(Boolean)).size)
  expect(matter.jobs.list().some(({ state }) => state === 'running')).toBe(false)

  expect(await matter.ledger.verify()).toMatchObject({ valid: true })
  const answered = matter.ledger.list().filter(({ kind }) => kind === 'answer-deleted')
  const answers = matter.answers.list().length
  expect(answers - answered.length).toBeGreaterThanOrEqual(0)
  await expectCopiesWhole(folder, opened.store)
}

/** An archive or a backup is there as a whole, or (a backup without its manifest) is none. */
async function expectCopiesWhole(folder: string, store: Parameters<typeof importMatter>[0]): Promise<void> {
  const archive = join(folder, 'archive')
  if (await isFile(archive)) {
    const { id } = await importMatter(store, { file: archive, passphrase: 'x' }, NEVER)
    const copy = await store.matter(id)
    expect(copy.database.pragma('integrity_check')).toBe('ok')
    await store.deleteMatter(id)
  }
  const backups = (await readdir(folder)).filter((name) => name.startsWith('backup-'))
  for (const name of backups.slice(-1)) {
    if (!(await isFile(join(folder, name, 'manifest.json')))) continue
    using home = await openHome(join(folder, `restored-${randomUUID()}`))
    const { files } = await restore(home, { folder: join(folder, name), passphrase: 'x' }, NEVER)
    expect(files).toBeGreaterThanOrEqual(3)
  }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ?? false
}

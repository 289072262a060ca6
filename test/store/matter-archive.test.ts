import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportMatter, importMatter } from '../../store/matter-archive.ts'
import { addDocument, shownPassages } from './matter/new-matter.ts'
import { CHEAP, filesBelow, MATTER, codeOfFailure, NEVER, openTestStore, temporaryFolder } from './temporary-home.ts'

const PASSPHRASE = 'for the archive'

async function exported(folder: string) {
  const file = join(folder, 'smith.consilium')
  const opened = await openTestStore(join(folder, 'source'))
  const { id } = await opened.store.createMatter({ ...MATTER, subtitle: 'a subtitle' })
  const matter = await opened.store.matter(id)
  await addDocument(matter, 'a.txt', 'signed by Mr Ødegård')
  matter.ledger.append('words-kept', { words: 1 })
  const options = { file, passphrase: PASSPHRASE, cost: CHEAP }
  const result = await exportMatter(opened.store, id, options, NEVER)
  return { opened, id, matter, file, result, options }
}

test('a matter opens in another home, under the same id and name, with its ledger still whole', async () => {
  await using folder = await temporaryFolder()
  const { opened, id, file, result } = await exported(folder.path)
  await using source = opened
  expect(result).toEqual({ file, bytes: (await stat(file)).size })
  expect((await readFile(file)).includes('degård')).toBe(false)
  await using target = await openTestStore(join(folder.path, 'target'))
  const row = await importMatter(target.store, { file, passphrase: PASSPHRASE }, NEVER)
  expect(row).toEqual({ ...source.store.app.matters.get(id), documents: 1, bytes: 22 })
  const matter = await target.store.matter(id)
  expect(
    shownPassages(matter)
      .map(([text]) => text)
      .join(' '),
  ).toBe('signed by Mr Ødegård')
  expect(await matter.ledger.verify()).toMatchObject({ entries: 1, valid: true })
  expect(await readdir(target.home.mattersFolder)).toContain(`${id}.db`)
})

test('where id and name are taken it gets others, and the ledger known here is not moved back', async () => {
  await using folder = await temporaryFolder()
  const { opened, id, file, matter } = await exported(folder.path)
  await using source = opened
  const { store } = source
  const second = await importMatter(store, { file, passphrase: PASSPHRASE }, NEVER)
  const third = await importMatter(store, { file, passphrase: PASSPHRASE }, NEVER)
  expect([second.matter, third.matter]).toEqual(['Smith v Jones (2)', 'Smith v Jones (3)'])
  expect(new Set([id, second.id, third.id]).size).toBe(3)
  matter.ledger.append('words-kept', { words: 2 })
  await store.deleteMatter(id)
  const again = await importMatter(store, { file, passphrase: PASSPHRASE }, NEVER)
  expect({ matter: again.matter, isSameId: again.id === id }).toEqual({ matter: 'Smith v Jones', isSameId: false })
  expect(store.app.ledgerAnchor(id).read().seq).toBe(2)
})

test('a ledger that is broken does not become whole by travelling', async () => {
  await using folder = await temporaryFolder()
  const { opened, id, matter, options } = await exported(folder.path)
  await using source = opened
  matter.ledger.append('words-kept', { words: 2 })
  matter.database.execute('DELETE FROM ledger WHERE seq = 2')
  await exportMatter(source.store, id, options, NEVER)
  const row = await importMatter(source.store, { file: options.file, passphrase: PASSPHRASE }, NEVER)
  const copy = await source.store.matter(row.id)
  expect(await copy.ledger.verify()).toMatchObject({ valid: false, firstBad: 2 })
})

test('a wrong passphrase and any changed byte are refused and leave no matter', async () => {
  await using folder = await temporaryFolder()
  const { opened, file } = await exported(folder.path)
  await opened[Symbol.asyncDispose]()
  await using target = await openTestStore(join(folder.path, 'target'))
  const { store, home } = target
  const before = [...(await filesBelow(home.folder)).keys()]
  expect(await codeOfFailure(() => importMatter(store, { file, passphrase: 'wrong' }, NEVER))).toBe('WRONG_KEY')
  const whole = await readFile(file)
  const header = whole.indexOf('}}') + 1
  const place = fc.oneof(fc.nat(header), fc.integer({ min: 4096, max: whole.length - 1 }))
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, difference) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ difference
      await writeFile(file, changed)
      const name = await codeOfFailure(() => importMatter(store, { file, passphrase: PASSPHRASE }, NEVER))
      expect(['DAMAGED', 'WRONG_KEY', 'WRONG_USE']).toContain(name)
    }),
    { numRuns: 60 },
  )
  // The last letter of 16 bytes in Base64 has four bits that mean nothing.
  const salted = whole
    .toString('latin1')
    .replace(/(?<="salt":"[^"]*)[AQgw](?===")/, (last) => ({ A: 'B', Q: 'R', g: 'h', w: 'x' })[last] ?? '')
  expect(salted).not.toBe(whole.toString('latin1'))
  await writeFile(file, Buffer.from(salted, 'latin1'))
  expect(await codeOfFailure(() => importMatter(store, { file, passphrase: PASSPHRASE }, NEVER))).toBe('DAMAGED')
  await writeFile(
    file,
    Buffer.from(
      whole.toString('latin1').replace(/"N":(\d+)/, (_, n) => `"N":${Number(n) + 1}`),
      'latin1',
    ),
  )
  expect(await codeOfFailure(() => importMatter(store, { file, passphrase: PASSPHRASE }, NEVER))).toBe('DAMAGED')
  await writeFile(file, whole.subarray(0, whole.length - 4096))
  expect(await codeOfFailure(() => importMatter(store, { file, passphrase: PASSPHRASE }, NEVER))).toBe('DAMAGED')
  expect(store.app.matters.list()).toEqual([])
  expect([...(await filesBelow(home.folder)).keys()]).toEqual(before)
})

test('an aborted export leaves the earlier file', async () => {
  await using folder = await temporaryFolder()
  const { opened, id, options } = await exported(folder.path)
  await using source = opened
  const before = await readFile(options.file)
  expect(await codeOfFailure(() => exportMatter(source.store, id, options, AbortSignal.abort()))).toBe('AbortError')
  expect(before.equals(await readFile(options.file))).toBe(true)
  expect(await readdir(folder.path)).toEqual(['smith.consilium', 'source'])
})

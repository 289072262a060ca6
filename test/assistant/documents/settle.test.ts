import { message, verbatim } from '../../../wording/message.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptDocument } from '../../../assistant/documents/accept-document.ts'
import { retryReading } from '../../../assistant/documents/read-again.ts'
import { replaceDocument } from '../../../assistant/documents/replace-document.ts'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import { watchFolder } from '../../../assistant/watching/watch-folder.ts'
import { once } from '../../store/temporary-home.ts'
import { codeOf } from '../whole-assistant.ts'
import { enqueue, matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

const SLOW = { code: 'time', message: message('unread.time', { seconds: 60 }), retry: true } as const
const now = () => new Date()
const row = ({ matter }: MatterInUse, documentId: string) => matter.store.documents.get(documentId, null)
const idle = (use: MatterInUse) => until(() => !use.queue.progress().running)
const find = async ({ matter }: MatterInUse, question: string) =>
  (await matter.library.search({ question, limit: 5 })).hits.map(({ text }) => text)
const accept = (use: MatterInUse, documentId: string) =>
  acceptDocument(documentId, { matter: use.matter, queue: use.queue, now })

async function read(use: MatterInUse, name: string, text: string): Promise<string> {
  const documentId = enqueue(use, await use.write(name, text), name)
  use.queue.run()
  await idle(use)
  return documentId
}

async function replace(use: MatterInUse, documentId: string, name: string, text: string): Promise<void> {
  const original = await use.matter.store.originals.write(once(Buffer.from(text)), 'text/plain')
  await replaceDocument(use.matter, use.queue, documentId, { name, original })
  use.queue.run()
  await idle(use)
}

describe('a retry', () => {
  test('that is given longer reads the rest of a document that ran out of time, once', async () => {
    const reader = createTextReader({ stopsAt: (_, page, limitMs) => (page === 3 && limitMs === null ? SLOW : null) })
    await using use = await matterInUse({ reader })
    const slow = await read(use, 'slow.txt', 'alpha\fbeta\fgamma\fdelta')
    expect(row(use, slow)).toMatchObject({ state: 'failed', error: SLOW, pagesDone: 2, pages: 4 })
    retryReading(use.matter, use.queue, slow, 600_000)
    await use.reopen()
    use.queue.run()
    await idle(use)
    expect(row(use, slow)).toMatchObject({ state: 'ready', pagesWithText: 4 })
    expect(reader.pagesRead).toEqual(['slow.txt 1', 'slow.txt 2', 'slow.txt 3', 'slow.txt 4'])
    expect(reader.limitsMs, 'the longer time outlives a restart').toEqual([null, 600_000])
    await replace(use, slow, 'slow.txt', 'other')
    expect(reader.limitsMs.at(-1), 'and holds for that one reading').toBeNull()
  })

  test('of a partial document reads the failed pages again and no other, and shows the old ones until then', async () => {
    let isSpoilt = true
    const reader = createTextReader({
      pageMs: 100,
      spoils: (_, page) => (isSpoilt && page === 2 ? 'the page is damaged' : null),
    })
    await using use = await matterInUse({ reader })
    const id = await read(use, 'bundle.txt', 'alpha\fbeta\fgamma')
    expect(row(use, id)).toMatchObject({ state: 'partial', pagesFailed: 1 })
    isSpoilt = false
    reader.pagesRead.length = 0
    retryReading(use.matter, use.queue, id, null)
    expect(await find(use, 'gamma')).toEqual(['gamma', 'alpha'])
    await idle(use)
    expect(reader.pagesRead).toEqual(['bundle.txt 2'])
    expect(row(use, id)).toMatchObject({ state: 'ready', pagesWithText: 3, pagesFailed: 0 })
    expect((await find(use, 'beta'))[0]).toBe('beta')
  })
})

describe('accepting a document as it is', () => {
  test('makes the pages of a reading that was stopped searchable, and the others failed ones', async () => {
    const reader = createTextReader({ stopsAt: (_, page) => (page === 3 ? SLOW : null) })
    await using use = await matterInUse({ reader })
    const id = await read(use, 'survey.txt', 'alpha\fbeta\fgamma\fdelta')
    expect(await find(use, 'alpha')).toEqual([])
    await accept(use, id)
    const { textVersionId, ...accepted } = row(use, id)
    expect(accepted).toMatchObject({ state: 'partial', accepted: true, error: null, pages: 4, pagesWithText: 2 })
    expect(accepted.pagesFailed).toBe(2)
    expect(use.matter.store.pages.list(textVersionId ?? 0).map(({ state, reason }) => [state, reason])).toEqual([
      ['text', null],
      ['text', null],
      ['failed', SLOW.message],
      ['failed', SLOW.message],
    ])
    expect(await find(use, 'alpha')).toEqual(['alpha', 'beta'])
    use.queue.retry(null)
    await idle(use)
    expect(row(use, id), 'a retry of all that failed leaves it alone').toMatchObject({
      state: 'partial',
      accepted: true,
    })
    expect(reader.pagesRead).toHaveLength(2)
  })

  test('lasts until the document changes, over a restart, and ends with the next version', async () => {
    const reader = createTextReader({ spoils: (_, page) => (page === 2 ? 'the page is damaged' : null) })
    await using use = await matterInUse({ reader })
    const id = await read(use, 'ledger.txt', 'alpha\fbeta')
    await accept(use, id)
    await use.reopen()
    expect(row(use, id)).toMatchObject({ state: 'partial', accepted: true })
    await replace(use, id, 'ledger.txt', 'gamma\fdelta')
    expect(row(use, id)).toMatchObject({ state: 'partial', accepted: false })
  })

  test('is refused where there is nothing to accept', async () => {
    await using use = await matterInUse()
    expect(await codeOf(async () => accept(use, await read(use, 'good.txt', 'alpha')))).toBe('WRONG_USE')
  })

  test('of a document of which nothing was read only keeps it from asking again', async () => {
    const locked = { code: 'password', message: verbatim('It is locked.'), retry: true } as const
    await using use = await matterInUse({ reader: createTextReader({ fails: () => locked }) })
    const id = await read(use, 'locked.txt', 'x')
    await accept(use, id)
    expect(row(use, id)).toMatchObject({ state: 'needs-password', accepted: true, error: locked, textVersionId: null })
  })
})

describe('replacing a document', () => {
  test('shows the new file, and keeps the old one for an answer that cites it', async () => {
    await using use = await matterInUse()
    const id = await read(use, 'survey.txt', 'the old words')
    const old = row(use, id)
    const answer = { answerId: 'a', question: 'q', askedAt: '2026-01-01', follows: null, model: null } as never
    use.matter.store.answers.save(answer, [old.textVersionId ?? 0])
    await replace(use, id, 'Survey, second copy.TXT', 'the new words')
    expect(row(use, id)).toMatchObject({ state: 'ready', path: 'survey.txt' })
    expect(await find(use, 'words')).toEqual(['the new words'])
    expect(use.matter.store.pages.wholeText(old.textVersionId ?? 0)).toBe('the old words')
    expect(use.matter.store.originals.find(old.sha256)).not.toBeNull()
  })

  test('by a file of another kind gives it that ending, without taking the place of another document', async () => {
    await using use = await matterInUse()
    const id = await read(use, 'survey.txt', 'one')
    await read(use, 'survey.md', 'two')
    await replace(use, id, 'copy.md', 'three')
    expect(row(use, id).path).toBe('survey (2).md')
    expect((await find(use, 'two three')).toSorted()).toEqual(['three', 'two'])
  })

  test('is refused for what lies in another document', async () => {
    const inside = (name: string) => (name === 'mail.txt' ? { 'note.txt': 'inside' } : {})
    await using use = await matterInUse({ reader: createTextReader({ inside }) })
    await read(use, 'mail.txt', 'a message')
    const child = use.matter.store.documents.list(null).find(({ parent }) => parent !== null)
    expect(await codeOf(() => replace(use, child?.documentId ?? '', 'note.txt', 'other'))).toBe('WRONG_USE')
  })

  test('lasts though its folder is watched or added again, until the file there changes', async () => {
    await using use = await matterInUse()
    const file = await use.write('survey.txt', 'the old words')
    const folder = join(use.folder, 'files')
    const add = () => Array.fromAsync(addPaths([folder], { matter: use.matter, queue: use.queue, now }))
    await add()
    const [{ documentId = '' } = {}] = use.matter.store.documents.list(null)
    await replace(use, documentId, 'copy.txt', 'the new words')
    const rest = { lookEveryMs: 3_600_000, settleMs: 0, now, onChange: () => {} }
    await using watch = watchFolder({ matter: use.matter, queue: use.queue, folder, ...rest })
    for (let look = 0; look < 3; look += 1) {
      await watch.look()
      await idle(use)
    }
    expect(await add()).toMatchObject([
      { type: 'left-out', path: 'survey.txt', reason: 'replaced' },
      { type: 'add-end', documents: 0, leftOut: 1 },
    ])
    expect(await find(use, 'words')).toEqual(['the new words'])
    await writeFile(file, 'the words of a changed file')
    await watch.look()
    await idle(use)
    expect(await find(use, 'words')).toEqual(['the words of a changed file'])
    expect(use.matter.store.documents.list(null)).toHaveLength(1)
  })
})

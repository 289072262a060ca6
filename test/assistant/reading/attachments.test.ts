import { verbatim } from '../../../wording/message.ts'
import { messageText } from '../../../wording/message-text.ts'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { coverageReport } from '../../../assistant/documents/coverage-report.ts'
import { unlockDocument } from '../../../assistant/documents/read-again.ts'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import { removeWithInside, takeAttachments } from '../../../assistant/reading/take-attachments.ts'
import type { AddEvent } from '../../../contract/document.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

const add = async ({ matter, queue }: MatterInUse, ...paths: string[]) =>
  Array.fromAsync(addPaths(paths, { matter, queue, now: () => new Date() }))
const ended = (events: readonly AddEvent[]) =>
  events.flatMap((event) => (event.type === 'document-end' ? [[event.document, event.state]] : []))

/** A file ".box" holds others: "name=text" in each line; a text "@…" is a box again. */
function readBoxes() {
  const inside = (name: string, text: string) =>
    name.endsWith('.box') ? Object.fromEntries(text.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2))) : {}
  return createTextReader({ inside })
}

describe('files inside a document', () => {
  test('become documents of their own below it, are told by the same add, and are found', async () => {
    await using use = await matterInUse({ reader: readBoxes() })
    await use.write('case/mail.box', 'lease.txt=the rent is due on Friday\nmap.txt=the well is in the garden')
    const events = await add(use, join(use.folder, 'files/case'))
    expect(ended(events)).toEqual([
      ['mail.box', 'ready'],
      ['mail.box/lease.txt', 'ready'],
      ['mail.box/map.txt', 'ready'],
    ])
    expect(events.at(-1)).toMatchObject({ type: 'add-end', documents: 3, ready: 3 })
    const rows = use.matter.store.documents.list(null)
    expect(rows.map(({ parent }) => parent)).toEqual([null, rows[0]!.documentId, rows[0]!.documentId])
    const { hits } = await use.matter.library.search({ question: 'Where is the well?', limit: 1 })
    expect(hits[0]!.documentId).toBe(rows[2]!.documentId)
  })

  test('are taken in steps, with one look at what the document holds however many they are', async () => {
    await using use = await matterInUse({ reader: readBoxes() })
    const { attachments } = use.matter.store
    const look = attachments.below
    let looks = 0
    Object.assign(attachments, { below: (id: string) => ((looks += 1), look(id)) })
    const names = Array.from({ length: 160 }, (_, at) => `n${String(at).padStart(3, '0')}.txt`)
    await add(use, await use.write('case/mail.box', names.map((name) => `${name}=note in ${name}`).join('\n')))
    const [mail] = use.matter.store.documents.list(null)
    expect(attachments.childrenOf(mail!.documentId)).toHaveLength(names.length)
    // While it is read, and when its files become documents.
    expect(looks).toBe(2)
    let turns = 0
    const counting = setInterval(() => (turns += 1), 0)
    await takeAttachments(mail!.documentId, { matter: use.matter, queue: use.queue, now: () => new Date() })
    clearInterval(counting)
    expect(turns).toBeGreaterThan(0)
  })

  test('are not read again when nothing has changed, and follow their document when it has', async () => {
    const reader = readBoxes()
    await using use = await matterInUse({ reader })
    const path = await use.write('case/mail.box', 'a.txt=one\nb.txt=two')
    await add(use, path)
    expect(ended(await add(use, path))).toEqual([['mail.box', 'unchanged']])
    await use.write('case/mail.box', 'b.txt=other\nc.txt=three')
    expect(ended(await add(use, path))).toEqual([
      ['mail.box', 'ready'],
      ['mail.box/b.txt', 'ready'],
      ['mail.box/c.txt', 'ready'],
    ])
    expect(use.matter.store.documents.list(null).map((row) => row.path)).toEqual([
      'mail.box',
      'mail.box/b.txt',
      'mail.box/c.txt',
    ])
    expect(reader.pagesRead).toHaveLength(6)
  })

  test('go with the document that holds them, and nothing of them is left', async () => {
    await using use = await matterInUse({ reader: readBoxes() })
    await add(use, await use.write('mail.box', 'inner.box=deep.txt=treasure'))
    const [mail] = use.matter.store.documents.list(null)
    expect(use.matter.store.documents.list(null)).toHaveLength(3)
    const removed = await removeWithInside(mail!.documentId, { matter: use.matter, queue: use.queue })
    expect(removed).toBe(3)
    const count = (table: string) =>
      use.matter.store.database.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows
    expect(['documents', 'content', 'chunks', 'attachments', 'text_versions', 'pages', 'passages'].map(count)).toEqual(
      Array.from({ length: 7 }, () => 0),
    )
  })

  test('of two messages with the same bytes are there twice, and one stays when the other goes', async () => {
    await using use = await matterInUse({ reader: readBoxes() })
    const text = 'a.txt=the same words'
    await add(use, await use.write('one.box', text), await use.write('two.box', text))
    const { documents } = use.matter.store
    expect(documents.list(null).map(({ path, sameAs }) => [path, sameAs])).toEqual([
      ['one.box', null],
      ['one.box/a.txt', null],
      ['two.box', 'one.box'],
      ['two.box/a.txt', 'one.box/a.txt'],
    ])
    await removeWithInside(documents.list(null)[0]!.documentId, { matter: use.matter, queue: use.queue })
    const { hits } = await use.matter.library.search({ question: 'same words', limit: 5 })
    expect(hits.map(({ passage }) => passage.text)).toContain('the same words')
    expect(documents.list(null).map(({ path }) => path)).toEqual(['two.box', 'two.box/a.txt'])
  })

  test('of an archive that holds itself without end are taken five deep, and the user is told', async () => {
    const inside = (name: string): Record<string, string> => (name.endsWith('.box') ? { 'again.box': 'x' } : {})
    await using use = await matterInUse({ reader: createTextReader({ inside }) })
    await add(use, await use.write('quine.box', 'x'))
    const rows = use.matter.store.documents.list(null)
    expect(rows).toHaveLength(6)
    expect(rows.at(-1)!.notices.map(({ text }) => messageText(text))).toEqual([
      '1 file inside was left out (more than 5 files deep): again.box.',
    ])
  })
})

describe('a locked document', () => {
  const reader = () =>
    createTextReader({
      fails: (name, password) =>
        name.startsWith('locked') && password !== 'sesame'
          ? { code: 'password', message: verbatim(password ? 'It does not open it.' : 'It is locked.'), retry: true }
          : null,
    })

  test('is read with a password that is given later, and so are the others that it opens', async () => {
    await using use = await matterInUse({ reader: reader() })
    const path = await use.write('locked.txt', 'the secret rent')
    expect(ended(await add(use, path))).toEqual([['locked.txt', 'needs-password']])
    const [row] = use.matter.store.documents.list(null)
    const state = () => use.matter.store.documents.get(row!.documentId, null)
    unlockDocument(use.matter, use.queue, row!.documentId, 'wrong')
    await until(() => JSON.stringify(state().error).includes('It does not open it.'))
    unlockDocument(use.matter, use.queue, row!.documentId, 'sesame')
    await until(() => state().state === 'ready')
    expect(state().password).toBe('sesame')
    expect(ended(await add(use, await use.write('locked too.txt', 'another')))).toEqual([['locked too.txt', 'ready']])
  })
})

describe('the coverage report', () => {
  test('accounts for every page and names those without text', async () => {
    await using use = await matterInUse()
    await add(use, await use.write('a.txt', 'one\ftwo'))
    expect(coverageReport(use.matter.store)).toMatchObject({
      documents: 1,
      states: { ready: 1 },
      pages: 2,
      pagesWithText: 2,
      pagesUnaccounted: 0,
      rows: [{ document: 'a.txt', withoutText: [] }],
    })
  })
})

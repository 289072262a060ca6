import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { router } from '../../assistant/router/router.ts'
import { isOfSample } from '../../contract/matter.ts'
import { messageText } from '../../wording/message-text.ts'
import type { AnswerEvent } from '../../contract/answers/answer.ts'
import { verifyLedgerFile } from '../../assistant/home/ledger-file.ts'
import { createScriptedModel } from '../../models/stand-ins.ts'
import { passagesOf } from './answers/passages-of.ts'
import { codeOf, SAMPLES, wholeAssistant, type WholeAssistant } from './whole-assistant.ts'
import { until } from '../patience.ts'

const SLOW = () => createScriptedModel({ says: ['The rent is 24,000 pounds a year [S1]. '.repeat(60)], wordMs: 4 })

describe('one home through the whole contract', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const kinds = async (matter: string | null = null) =>
    (await use.client.ledger.list({ matter })).map(({ kind }) => kind)
  const newMatter = async (name: string, text = 'The rent is 24,000 pounds a year.') => {
    await use.client.matter.create({ name })
    const path = await use.write(`${name}/lease.txt`, text)
    return Array.fromAsync(await use.client.library.addPaths({ matter: name, paths: [path] }))
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
  })
  afterAll(() => life.disposeAsync())

  test('settings are kept over a restart, and a switched network is recorded', async () => {
    const before = await use.client.application.settings()
    expect(before).toMatchObject({ lockAfterMinutes: 15, appearance: 'system', languageModel: null })
    expect(await use.client.application.changeSettings({ userName: 'A. Lyle', network: !before.network })).toEqual({
      ...before,
      userName: 'A. Lyle',
      network: !before.network,
    })
    await use.restart()
    expect(await use.client.application.settings()).toMatchObject({ userName: 'A. Lyle', network: !before.network })
    expect(await kinds()).toContain('network-switched')
    expect(await codeOf(() => use.client.application.changeSettings({ lockAfterMinutes: -1 }))).toBe('BAD_REQUEST')
  })

  test('a setting that another version left in another shape counts as not set', async () => {
    use.assistant.session.store().app.settings.set('textScale', 'enormous')
    expect((await use.client.application.settings()).textScale).toBe(1)
  })

  test('the sample matters come with their documents, once', async () => {
    const made = await use.client.matter.createSamples()
    expect(made.length).toBeGreaterThan(0)
    const [first] = made
    await until(async () =>
      (await use.client.library.documents({ matter: first?.id ?? '' })).every(({ state }) => state === 'ready'),
    )
    const count = (await use.client.library.documents({ matter: first?.id ?? '' })).length
    expect(count).toBeGreaterThan(1)
    const again = await use.client.matter.createSamples()
    expect(again.map(({ id }) => id)).toEqual(made.map(({ id }) => id))
    expect(await use.client.matter.samples()).toHaveLength(made.length)
    expect(SAMPLES).toContain('samples')
  })

  test('a sample that was made in one language is known again in another', async () => {
    const german = createRouterClient(router, { context: { assistant: use.assistant, language: 'de' } })
    const made = await use.client.matter.createSamples()
    const again = await german.matter.createSamples()
    expect(again.map(({ id }) => id)).toEqual(made.map(({ id }) => id))
    const samples = await german.matter.samples()
    expect(samples.map(({ title }) => title)).toEqual(['Ein Mietstreit', 'Ein Entlassbrief'])
    expect(made.map((matter) => samples.findIndex((sample) => isOfSample(matter, sample)))).toEqual([0, 1])
  })

  test('a sample takes no files of the user, by whichever way they come', async () => {
    const [sample] = await use.client.matter.createSamples()
    const matter = sample?.id ?? ''
    const before = await use.client.library.documents({ matter })
    const file = await use.write('incoming/mine.txt', 'A letter of a real client.')
    const document = before[0]?.documentId ?? ''
    const chunk = new File(['A letter'], 'mine.txt')
    const piece = { matter, upload: 'u1', path: 'mine.txt', from: 0, chunk, last: true }
    const refused = [
      async () => Array.fromAsync(await use.client.library.addPaths({ matter, paths: [file] })),
      () => use.client.library.addBytes({ ...piece, replaces: null }),
      () => use.client.library.addBytes({ ...piece, replaces: document }),
      () => use.client.library.replace({ matter, document, file }),
      () => use.client.watch.add({ matter, folder: dirname(file) }),
      () => use.client.watch.resume({ matter, folder: dirname(file) }),
    ]
    for (const add of refused) expect(await codeOf(add)).toBe('WRONG_USE')
    expect(await use.client.watch.list({ matter })).toEqual([])
    expect((await use.client.library.documents({ matter })).map((row) => row.document)).toEqual(
      before.map((row) => row.document),
    )
  })

  test('a document is read in the reader process, found, shown by page and removed without a trace', async () => {
    const events = await newMatter('Hollis v Marlowe')
    expect(events.at(-1)).toMatchObject({ type: 'add-end', documents: 1, ready: 1 })
    const matter = 'Hollis v Marlowe'
    const { hits } = await use.client.library.search({ matter, question: 'rent', limit: 3 })
    expect(hits).toMatchObject([{ rank: 1, document: 'lease.txt', page: null, start: 0 }])
    expect(await use.client.library.text({ matter, document: 'lease.txt' })).toMatchObject([{ page: null, start: 0 }])
    expect(await use.client.library.document({ matter, document: 'lease.txt' })).toMatchObject({
      state: 'ready',
      pageRows: [{ state: 'text' }],
    })
    expect(await use.client.job.list({ matter })).toMatchObject([{ document: 'lease.txt', state: 'done' }])
    await until(async () =>
      (await use.client.matter.list()).some((row) => row.matter === matter && row.documents === 1),
    )
    expect(await use.client.library.remove({ matter, document: 'lease.txt' })).toEqual({
      removed: 'lease.txt',
      inside: 0,
      left: 0,
      leftOut: true,
    })
    expect((await use.client.library.search({ matter, question: 'rent' })).hits).toEqual([])
    expect(await codeOf(() => use.client.library.document({ matter, document: 'lease.txt' }))).toBe('NOT_FOUND')
    expect(await kinds(matter)).toEqual(['document-added', 'document-removed'])
  })

  test('a passage that stands in several documents is given once, with the names of the others', async () => {
    await use.client.matter.create({ name: 'Copies' })
    const words = 'The tenant may end the lease on the break date by notice of six months.'
    const paths = [
      await use.write('copies/lease.txt', words),
      await use.write('copies/lease, signed.txt', `${words}\n`),
      await use.write('copies/letter.txt', 'The rent is paid by the tenant in March.'),
    ]
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Copies', paths }))
    const { hits } = await use.client.library.search({ matter: 'Copies', question: 'break notice rent' })
    expect(hits).toHaveLength(2)
    expect(hits.map(({ document, alsoIn }) => [document, ...alsoIn].toSorted()).toSorted()).toEqual([
      ['lease, signed.txt', 'lease.txt'],
      ['letter.txt'],
    ])
  })

  test('a broken file, and one of a kind that nobody reads, stop none of the others in the reader process', async () => {
    await use.client.matter.create({ name: 'Mixed' })
    const paths = [
      await use.write('mixed/a broken.pdf', '%PDF-1.7\nthis is not a PDF at all'),
      await use.write('mixed/b.doc', '\u00d0\u00cf\u0011\u00e0'),
      await use.write('mixed/c.html', '<p>The rent is paid in <b>March</b>.</p>'),
      await use.write('mixed/d.txt', 'The notice came in April.'),
    ]
    const events = await Array.fromAsync(await use.client.library.addPaths({ matter: 'Mixed', paths }))
    const states = events.flatMap((event) => (event.type === 'document-end' ? [[event.path, event.state]] : []))
    expect(states.slice(0, 1)).toEqual([['a broken.pdf', 'failed']])
    expect(states.slice(2)).toEqual([
      ['c.html', 'ready'],
      ['d.txt', 'ready'],
    ])
    const [broken] = await use.client.library.documents({ matter: 'Mixed' })
    expect(broken?.error && messageText(broken.error.message)).toMatch(/\.$/)
    expect((await use.client.library.search({ matter: 'Mixed', question: 'March' })).hits).toHaveLength(1)
  })

  test('what cannot be found says so by its code', async () => {
    expect(await codeOf(() => use.client.library.documents({ matter: 'nobody' }))).toBe('NOT_FOUND')
    expect(await codeOf(() => use.client.job.retry({ matter: 'Hollis v Marlowe', document: 'none.txt' }))).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(() => use.client.answer.get({ matter: 'Hollis v Marlowe', answerId: 'none' }))).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(() => use.client.model.use({ id: 'no-such-model' }))).toBe('NOT_FOUND')
    expect(
      await codeOf(async () =>
        Array.fromAsync(await use.client.library.addPaths({ matter: 'Hollis v Marlowe', paths: ['/nowhere'] })),
      ),
    ).toBe('NOT_FOUND')
  })

  test('jobs are paused and resumed, and a window that opens then is told', async () => {
    await use.client.matter.create({ name: 'Paused' })
    await use.client.job.pause({ matter: 'Paused' })
    const path = await use.write('paused/a.txt', 'some text')
    const abort = new AbortController()
    const heard: unknown[] = []
    const events = await use.client.application.events(undefined, { signal: abort.signal })
    const listening = (async () => {
      for await (const event of events) if (event.type === 'reading') heard.push(event.progress)
    })()
    await until(() => heard.length > 0)
    expect(heard[0]).toMatchObject({ paused: true, running: false })
    expect(
      (await Array.fromAsync(await use.client.library.addPaths({ matter: 'Paused', paths: [path] }))).at(-1),
    ).toMatchObject({ documents: 1, failed: 0, paused: 1 })
    await use.client.job.resume({ matter: 'Paused' })
    await until(async () =>
      (await use.client.library.documents({ matter: 'Paused' })).every(({ state }) => state === 'ready'),
    )
    await until(() => (heard.at(-1) as { documentsDone: number; paused: boolean }).documentsDone === 1)
    abort.abort()
    await listening.catch(() => {})
  })

  test('reading goes on at the next start without being asked', async () => {
    await use.client.matter.create({ name: 'Interrupted' })
    const paths = [await use.write('i/a.txt', 'one'), await use.write('i/b.txt', 'two')]
    const abort = new AbortController()
    const events = await use.client.library.addPaths({ matter: 'Interrupted', paths }, { signal: abort.signal })
    await events.next()
    abort.abort()
    await use.restart()
    await until(async () =>
      (await use.client.library.documents({ matter: 'Interrupted' })).every(({ state }) => state === 'ready'),
    )
    expect((await use.client.library.documents({ matter: 'Interrupted' })).map(({ document }) => document)).toEqual([
      'a.txt',
      'b.txt',
    ])
  })

  test('an answer is stopped by its id, kept, listed and deleted', async () => {
    await newMatter('Asked')
    const client = use.withModel(SLOW())
    const events: AnswerEvent[] = []
    for await (const event of await client.answer.ask({ matter: 'Asked', question: 'What is the rent?' })) {
      events.push(event)
      if (event.type === 'claim') await client.answer.stop({ answerId: (events[0] as { answerId: string }).answerId })
    }
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', state: 'stopped' })
    const [answer] = await use.client.answer.list({ matter: 'Asked' })
    expect(answer?.answer).toContain('24,000')
    await use.client.answer.delete({ matter: 'Asked', answerId: answer?.answerId ?? '' })
    expect(await use.client.answer.list({ matter: 'Asked' })).toEqual([])
    expect(await kinds('Asked')).toEqual(['document-added', 'question-asked', 'answer-deleted'])
  })

  test('an answer that nobody reads to its end, as when a window is closed, is kept and recorded all the same', async () => {
    await newMatter('Left alone')
    for await (const event of await use
      .withModel(SLOW())
      .answer.ask({ matter: 'Left alone', question: 'What is the rent?' }))
      if (event.type === 'claim') break
    const [answer] = await use.client.answer.list({ matter: 'Left alone' })
    expect(answer).toMatchObject({ state: 'stopped', answer: expect.stringContaining('24,000') })
    expect(await kinds('Left alone')).toEqual(['document-added', 'question-asked'])
    await use.assistant.foreground.idle()
  })

  test('a question that is taken back before it has a name leaves nothing behind', async () => {
    await newMatter('Taken back')
    const stop = new AbortController()
    const client = use.withModel(SLOW())
    const question = { matter: 'Taken back', question: 'What is the rent?' }
    const events = await client.answer.ask(question, { signal: stop.signal })
    stop.abort()
    await Array.fromAsync(events).catch(() => {})
    expect(await use.client.answer.list({ matter: 'Taken back' })).toEqual([])
    expect(await kinds('Taken back')).toEqual(['document-added'])
    await use.assistant.foreground.idle()
  })

  test('a matter that is deleted while an answer is written ends that answer first', async () => {
    await newMatter('Deleted')
    const client = use.withModel(SLOW())
    const events: AnswerEvent[] = []
    let deleting: Promise<unknown> | null = null
    for await (const event of await client.answer.ask({ matter: 'Deleted', question: 'What is the rent?' })) {
      events.push(event)
      if (event.type === 'claim') deleting ??= use.client.matter.delete({ matter: 'Deleted' })
    }
    await deleting
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', state: 'stopped' })
    expect(await codeOf(() => use.client.answer.list({ matter: 'Deleted' }))).toBe('NOT_FOUND')
    expect(await kinds()).toContain('matter-deleted')
  })

  test('a source of an earlier answer shows the document as it was, though the file has changed since', async () => {
    const before = 'The rent is 24,000 pounds a year.'
    await newMatter('Changing', before)
    const ask = async () => {
      const events = await Array.fromAsync(await use.client.answer.ask({ matter: 'Changing', question: 'rent' }))
      const [source] = passagesOf(events.flatMap((event) => (event.type === 'evidence' ? event.sources : [])))
      return source!
    }
    const cited = await ask()
    const path = await use.write('Changing/lease.txt', `By a deed of variation of 2026:\n${before.replace('24', '31')}`)
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Changing', paths: [path] }))
    const { documentId: document, textVersion, start, end } = cited
    const reading = { matter: 'Changing', document, textVersion }
    const [then] = await use.client.library.text(reading)
    expect(then?.text.slice(start, end)).toBe(cited.text)
    const { bytes, size } = await use.client.library.bytes({ ...reading, from: 0, to: 1000 })
    expect([await bytes.text(), size]).toEqual([before, before.length])
    const [now] = await use.client.library.text({ matter: 'Changing', document })
    expect(now?.text).toContain('31,000')
    expect((await use.client.library.document({ matter: 'Changing', document })).textVersion).not.toBe(textVersion)
    expect((await ask()).textVersion).not.toBe(textVersion)
  })

  test('an exported matter comes back under its passphrase, beside the first', async () => {
    await newMatter('Travels')
    const file = join(use.folder, 'travels.consilium')
    const made = await use.client.matter.export({ matter: 'Travels', file, passphrase: 'on the way' })
    expect(made.bytes).toBeGreaterThan(1000)
    expect(await codeOf(() => use.client.matter.import({ file, passphrase: 'wrong' }))).toBe('WRONG_KEY')
    const taken = await use.client.matter.import({ file, passphrase: 'on the way' })
    expect(taken.matter).toBe('Travels (2)')
    expect((await use.client.library.search({ matter: taken.id, question: 'rent' })).hits).toHaveLength(1)
    expect(await kinds(taken.id)).toEqual(['document-added', 'imported'])
    expect(await kinds('Travels')).toEqual(['document-added', 'exported'])
    expect(await kinds()).toEqual(expect.arrayContaining(['matter-exported', 'matter-imported']))
    for (const matter of [null, 'Travels', taken.id])
      expect(await use.client.ledger.verify({ matter })).toMatchObject({ valid: true })
  })

  test('a matter is renamed with all it holds, which is recorded without its names', async () => {
    await newMatter('Misnamed')
    await use.client.matter.create({ name: 'Taken' })
    const { id } = await use.client.matter.rename({ matter: 'Misnamed', name: ' Well named ' })
    expect((await use.client.matter.list()).find((row) => row.id === id)).toMatchObject({ matter: 'Well named' })
    expect((await use.client.library.search({ matter: 'Well named', question: 'rent' })).hits).toHaveLength(1)
    expect((await use.client.ledger.list({ matter: null })).at(-1)).toMatchObject({
      kind: 'matter-renamed',
      data: { matter: id },
    })
    expect(await codeOf(() => use.client.matter.rename({ matter: id, name: 'taken' }))).toBe('ALREADY_EXISTS')
    expect(await codeOf(() => use.client.matter.rename({ matter: id, name: ' ' }))).toBe('BAD_REQUEST')
    expect(await codeOf(() => use.client.matter.rename({ matter: 'Misnamed', name: 'Gone' }))).toBe('NOT_FOUND')
    expect((await use.client.matter.rename({ matter: id, name: 'WELL NAMED' })).matter).toBe('WELL NAMED')
    const entries = (await use.client.ledger.list({ matter: null })).length
    await use.client.matter.rename({ matter: id, name: 'WELL NAMED' })
    expect(await use.client.ledger.list({ matter: null })).toHaveLength(entries)
  })

  test('a ledger is read on from an entry, and its export verifies without the program', async () => {
    await newMatter('Exported')
    const all = await use.client.ledger.list({ matter: null })
    expect(await use.client.ledger.list({ matter: null, after: all.length - 2 })).toEqual(all.slice(-2))
    expect(await use.client.ledger.list({ matter: null, after: all.length })).toEqual([])
    const { file } = await use.client.ledger.export({ matter: null })
    const path = await use.write('exported.jsonl', await file.text())
    expect(await verifyLedgerFile(path)).toMatchObject({ valid: true, entries: all.length })
  })

  test('what the operating system refuses is told in words, with what to do', async () => {
    const file = await use.write('in-the-way', '')
    const backup = use.client.home.backup({ folder: join(file, 'backup'), passphrase: 'kept safe' })
    await expect(backup).rejects.toMatchObject({
      code: 'WRONG_USE',
      message: expect.stringContaining('Check the path'),
    })
    const missing = use.client.matter.import({ file: join(use.folder, 'no-such-file'), passphrase: 'x' })
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a backup is restored into an empty home only, and opens with its passphrase', async () => {
    const folder = join(use.folder, 'backup')
    await use.client.home.backup({ folder, passphrase: 'kept safe' })
    expect(await kinds()).toContain('backed-up')
    expect(await codeOf(() => use.client.home.restore({ folder, passphrase: 'kept safe' }))).toBe('ALREADY_EXISTS')
    await using other = await wholeAssistant()
    expect(await codeOf(() => other.client.home.restore({ folder, passphrase: 'wrong' }))).toBe('WRONG_KEY')
    expect((await other.client.application.status()).lock).toBe('new')
    await other.client.home.restore({ folder, passphrase: 'kept safe' })
    expect(await other.client.application.status()).toMatchObject({ lock: 'locked', keyMode: 'passphrase' })
    await other.client.home.unlock({ passphrase: 'kept safe' })
    expect((await other.client.matter.list()).map(({ matter }) => matter)).toEqual(
      (await use.client.matter.list()).map(({ matter }) => matter),
    )
  })
})

describe('a home under a passphrase', () => {
  test('locks while an answer is written: it ends, what was written is kept, and nothing is answered any more', async () => {
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: 'secret' })
    await use.client.matter.create({ name: 'M' })
    const path = await use.write('m/lease.txt', 'The rent is 24,000 pounds a year.')
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'M', paths: [path] }))
    const client = use.withModel(SLOW())
    const events: AnswerEvent[] = []
    let locking: Promise<unknown> | null = null
    for await (const event of await client.answer.ask({ matter: 'M', question: 'What is the rent?' })) {
      events.push(event)
      if (event.type === 'claim') locking ??= use.client.home.lock()
    }
    await locking
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', state: 'stopped' })
    expect((await use.client.application.status()).lock).toBe('locked')
    expect(await codeOf(() => use.client.matter.list())).toBe('LOCKED')
    expect(await codeOf(() => use.client.home.unlock({ passphrase: 'guess' }))).toBe('WRONG_KEY')
    await use.client.home.unlock({ passphrase: 'secret' })
    expect((await use.client.answer.list({ matter: 'M' }))[0]?.answer).toContain('24,000')
    expect((await use.client.library.search({ matter: 'M', question: 'rent' })).hits).toHaveLength(1)
  })

  test('locks while documents are read and sent: nothing is lost, reading goes on after the unlocking', async () => {
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: 'secret' })
    await use.client.matter.create({ name: 'M' })
    const paths: string[] = []
    for (let n = 0; n < 12; n += 1) paths.push(await use.write(`m/${n}.txt`, `document number ${n}`))
    const adding = await use.client.library.addPaths({ matter: 'M', paths })
    const chunk = new File([new TextEncoder().encode('half of it')], 'chunk')
    await use.client.library.addBytes({ matter: 'M', path: 'sent.txt', upload: 'u', from: 0, chunk, last: false })
    await adding.next()
    await use.client.home.lock()
    expect(await codeOf(async () => Array.fromAsync(adding))).toBe('LOCKED')
    await use.client.home.unlock({ passphrase: 'secret' })
    await until(async () =>
      (await use.client.library.documents({ matter: 'M' })).every(({ state }) => state === 'ready'),
    )
    expect(await use.client.library.documents({ matter: 'M' })).toHaveLength(12)
    expect(
      await codeOf(() =>
        use.client.library.addBytes({
          matter: 'M',
          path: 'sent.txt',
          upload: 'u',
          from: chunk.size,
          chunk,
          last: true,
        }),
      ),
    ).toBe('WRONG_USE')
  })
})

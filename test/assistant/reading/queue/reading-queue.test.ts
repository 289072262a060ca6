import { verbatim } from '../../../../wording/message.ts'
import { messageText } from '../../../../wording/message-text.ts'
import { writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { ReadingEvent } from '../../../../assistant/reading/queue/reading-event.ts'
import { createHashEmbedder } from '../../../../models/stand-ins.ts'
import { ProcessLostError } from '../../../../processes/supervise.ts'
import { enqueue, isIdle, matterInUse, type MatterInUse, textsFound } from '../../matter-in-use.ts'
import { createTextReader } from '../../text-reader.ts'
import { Failure } from '../../../../wording/failure.ts'
import { until } from '../../../patience.ts'

const DAMAGED = { code: 'damaged', message: verbatim('It is damaged.'), retry: false } as const

function listen(use: MatterInUse): ReadingEvent[] {
  const heard: ReadingEvent[] = []
  use.queue.events.add((event) => heard.push(event))
  return heard
}

const stateOf = ({ matter }: MatterInUse, documentId: string) => matter.store.documents.get(documentId, null).state

describe('the reading queue', () => {
  test('reads documents in the order in which they came, and says so', async () => {
    await using use = await matterInUse()
    const heard = listen(use)
    const ids: string[] = []
    for (const name of ['c.txt', 'a.txt', 'b.txt'])
      ids.push(enqueue(use, await use.write(name, `text of ${name}`), name))
    use.queue.run()
    await until(isIdle(use))
    const told = heard.filter((event) => event.type === 'start' || event.type === 'end')
    expect(told.map((event) => event.type !== 'queue' && `${event.type} ${ids.indexOf(event.documentId)}`)).toEqual([
      'start 0',
      'end 0',
      'start 1',
      'end 1',
      'start 2',
      'end 2',
    ])
    expect(ids.map((id) => stateOf(use, id))).toEqual(['ready', 'ready', 'ready'])
  })

  test('is under way from the first document to the last, also between two of them, and says when it rests', async () => {
    await using use = await matterInUse()
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) enqueue(use, await use.write(name, name), name)
    const told: string[] = []
    use.queue.events.add(({ type }) => {
      if (type === 'queue') told.push(use.queue.progress().running ? 'running' : 'rests')
    })
    use.queue.run()
    const seen = new Set<boolean>()
    while (use.queue.progress().documentsDone < use.queue.progress().documents) {
      seen.add(use.queue.progress().running)
      await setImmediate()
    }
    await until(isIdle(use))
    expect([...seen]).toEqual([true])
    expect(told).toEqual(['rests'])
  })

  test('goes on after a bad file, and says what is wrong with it', async () => {
    const reader = createTextReader({ fails: (name) => (name === 'bad.txt' ? DAMAGED : null) })
    await using use = await matterInUse({ reader })
    const bad = enqueue(use, await use.write('bad.txt', 'x'), 'bad.txt')
    const gone = enqueue(use, '/nowhere/gone.txt', 'gone.txt')
    const good = enqueue(use, await use.write('good.txt', 'the tenant gave notice'), 'good.txt')
    use.queue.run()
    await until(isIdle(use))
    expect([bad, gone, good].map((id) => stateOf(use, id))).toEqual(['failed', 'failed', 'ready'])
    expect(use.matter.store.documents.get(bad, null).error).toEqual(DAMAGED)
    expect(use.matter.store.documents.get(gone, null).error).toMatchObject({ code: 'missing', retry: true })
    expect(await textsFound(use, 'notice')).toEqual(['the tenant gave notice'])
  })

  test('counts what is left, what has ended and the pages of the present document', async () => {
    const reader = createTextReader({ pageMs: 20 })
    await using use = await matterInUse({ reader })
    for (const name of ['1.txt', '2.txt']) enqueue(use, await use.write(name, `one ${name}\ftwo\fthree`), name)
    expect(use.queue.progress()).toMatchObject({ documentsDone: 0, documents: 2, running: false, secondsLeft: null })
    use.queue.run()
    await until(() => use.queue.progress().documentsDone === 1 && use.queue.progress().pagesDone === 2)
    expect(use.queue.progress()).toMatchObject({ documents: 2, current: '2.txt', running: true, stage: 'reading' })
    expect(use.queue.progress().secondsLeft).toBeGreaterThan(0)
    await until(isIdle(use))
    expect(use.queue.progress()).toMatchObject({ documentsDone: 2, documents: 2, current: null, stage: null })
    enqueue(use, await use.write('3.txt', 'one more'), '3.txt')
    expect(use.queue.progress()).toMatchObject({ documentsDone: 0, documents: 1 })
  })

  test('resumes at the page it had reached when it was closed, in the old order', async () => {
    const reader = createTextReader({ pageMs: 15 })
    await using use = await matterInUse({ reader })
    const first = enqueue(use, await use.write('first.txt', 'p1\fp2\fp3\fp4'), 'first.txt')
    const second = enqueue(use, await use.write('second.txt', 'q1'), 'second.txt')
    use.queue.run()
    await until(() => reader.pagesRead.length === 2)
    await use.reopen()
    expect([first, second].map((id) => stateOf(use, id))).toEqual(['queued', 'queued'])
    const heard = listen(use)
    use.queue.run()
    await until(isIdle(use))
    expect(heard.filter((event) => event.type === 'start')).toMatchObject([
      { documentId: first },
      { documentId: second },
    ])
    // Each page once: what was read before the close is kept.
    expect(reader.pagesRead).toEqual(['first.txt 1', 'first.txt 2', 'first.txt 3', 'first.txt 4', 'second.txt 1'])
    expect(stateOf(use, first)).toBe('ready')
  })

  test('closes at once although many documents wait, and touches nothing afterwards', async () => {
    const reader = createTextReader({ pageMs: 10 })
    await using use = await matterInUse({ reader })
    for (let n = 0; n < 20; n += 1) enqueue(use, await use.write(`${n}.txt`, `text ${n}`), `${n}.txt`)
    use.queue.run()
    await until(() => reader.pagesRead.length === 2)
    await use.queue[Symbol.asyncDispose]()
    const read = reader.pagesRead.length
    use.queue.run()
    use.queue.resume()
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(reader.pagesRead.length).toBe(read)
    expect(read).toBeLessThan(5)
  })

  test('holds everything back while paused, also over a restart, and goes on where it was', async () => {
    const reader = createTextReader({ pageMs: 15 })
    await using use = await matterInUse({ reader })
    const one = enqueue(use, await use.write('one.txt', 'a\fb\fc'), 'one.txt')
    const two = enqueue(use, await use.write('two.txt', 'd'), 'two.txt')
    use.queue.run()
    await until(() => reader.pagesRead.length === 1)
    use.queue.pause()
    await until(() => !use.queue.progress().running)
    expect([one, two].map((id) => stateOf(use, id))).toEqual(['paused', 'paused'])
    await use.reopen()
    use.queue.run()
    const late = enqueue(use, await use.write('late.txt', 'e'), 'late.txt')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(use.queue.progress()).toMatchObject({ paused: true, running: false, documents: 3 })
    expect(stateOf(use, late)).toBe('paused')
    use.queue.resume()
    await until(isIdle(use))
    expect([one, two, late].map((id) => stateOf(use, id))).toEqual(['ready', 'ready', 'ready'])
    expect(reader.pagesRead.filter((page) => page.startsWith('one.txt'))).toEqual([
      'one.txt 1',
      'one.txt 2',
      'one.txt 3',
    ])
  })

  test('goes on when it is resumed before the pause has taken effect', async () => {
    const reader = createTextReader({ pageMs: 10 })
    await using use = await matterInUse({ reader })
    const one = enqueue(use, await use.write('one.txt', 'a\fb\fc'), 'one.txt')
    use.queue.run()
    await until(() => reader.pagesRead.length === 1)
    use.queue.pause()
    use.queue.resume()
    await until(isIdle(use))
    expect(use.queue.progress().paused).toBe(false)
    expect(stateOf(use, one)).toBe('ready')
  })

  test('tells once that a document is held back', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 20 }) })
    const ids = [
      enqueue(use, await use.write('1.txt', 'a\fb'), '1.txt'),
      enqueue(use, await use.write('2.txt', 'c'), '2.txt'),
    ]
    const heard = listen(use)
    use.queue.run()
    await until(() => use.queue.progress().running)
    use.queue.pause()
    await until(() => !use.queue.progress().running)
    const held = heard.flatMap((event) => (event.type === 'end' ? [event.documentId] : []))
    expect(held.toSorted()).toEqual(ids.toSorted())
  })

  test('stops a document that is cancelled while it is read, keeps its pages, and reads the rest of it at a retry', async () => {
    const reader = createTextReader({ pageMs: 15 })
    await using use = await matterInUse({ reader })
    const one = enqueue(use, await use.write('one.txt', 'a\fb\fc'), 'one.txt')
    const two = enqueue(use, await use.write('two.txt', 'd'), 'two.txt')
    use.queue.run()
    await until(() => reader.pagesRead.length === 1)
    use.queue.cancel(one)
    await until(isIdle(use))
    expect([one, two].map((id) => stateOf(use, id))).toEqual(['failed', 'ready'])
    expect(use.matter.store.documents.get(one, null).error).toMatchObject({ code: 'cancelled', retry: true })
    use.queue.retry(one)
    await until(isIdle(use))
    expect(stateOf(use, one)).toBe('ready')
    expect(reader.pagesRead).toEqual(['one.txt 1', 'two.txt 1', 'one.txt 2', 'one.txt 3'])
  })

  test('cancels all that wait', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 15 }) })
    const ids: string[] = []
    for (const name of ['1.txt', '2.txt', '3.txt']) ids.push(enqueue(use, await use.write(name, name), name))
    use.queue.run()
    await until(() => use.queue.progress().running)
    use.queue.cancel(null)
    await until(isIdle(use))
    expect(ids.map((id) => stateOf(use, id))).toEqual(['failed', 'failed', 'failed'])
    expect(use.matter.store.jobs.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  test('retries of all failures those where it makes sense, each document once', async () => {
    const tried: string[] = []
    const reader = createTextReader({
      fails: (name) => {
        tried.push(name)
        return { code: name === 'slow.txt' ? 'time' : 'damaged', message: verbatim(''), retry: name === 'slow.txt' }
      },
    })
    await using use = await matterInUse({ reader })
    const slow = await use.write('slow.txt', 'a')
    for (let time = 0; time < 3; time += 1) {
      enqueue(use, slow, 'slow.txt')
      enqueue(use, await use.write('bad.txt', 'b'), 'bad.txt')
      use.queue.run()
      await until(isIdle(use))
    }
    tried.length = 0
    use.queue.retry(null)
    await until(isIdle(use))
    expect(tried).toEqual(['slow.txt'])
    expect(use.matter.store.jobs.list()).toHaveLength(2)
  })

  test('skips what has not changed and leaves it as it was, paused in between or not', async () => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    const file = await use.write('same.txt', 'the same text')
    const id = enqueue(use, file, 'same.txt')
    use.queue.run()
    await until(isIdle(use))
    use.queue.pause()
    enqueue(use, file, 'same.txt')
    expect(stateOf(use, id)).toBe('paused')
    const heard = listen(use)
    use.queue.resume()
    await until(isIdle(use))
    expect(heard.find((event) => event.type === 'end')).toMatchObject({ state: 'unchanged' })
    expect(stateOf(use, id)).toBe('ready')
    expect(reader.pagesRead).toEqual(['same.txt 1'])
  })

  test('shows the old version of a changed file until the new one is there, then only the new one', async () => {
    await using use = await matterInUse()
    const file = await use.write('lease.txt', 'the rent is one thousand')
    const id = enqueue(use, file, 'lease.txt')
    use.queue.run()
    await until(isIdle(use))
    await writeFile(file, 'the rent is two thousand\fsecond page')
    enqueue(use, file, 'lease.txt')
    // Reading stops after its first page for as long as somebody waits for an answer.
    const answer = use.foreground.enter()
    use.queue.run()
    await until(() => use.queue.progress().stage === 'reading')
    expect(await textsFound(use, 'rent')).toEqual(['the rent is one thousand'])
    answer[Symbol.dispose]()
    await until(isIdle(use))
    expect(await textsFound(use, 'rent')).toEqual(['the rent is two thousand', 'second page'])
    expect(use.matter.store.documents.get(id, null)).toMatchObject({ state: 'ready', pages: 2, passages: 2 })
  })

  test('keeps what a document shows, with its coverage, when reading its new version is cancelled', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 20 }) })
    const file = await use.write('lease.txt', 'the rent is one thousand')
    const id = enqueue(use, file, 'lease.txt')
    use.queue.run()
    await until(isIdle(use))
    await writeFile(file, 'the rent is two thousand\fsecond\fthird')
    enqueue(use, file, 'lease.txt')
    use.queue.run()
    await until(() => use.queue.progress().pagesDone === 2)
    use.queue.cancel(id)
    await until(isIdle(use))
    expect(use.matter.store.documents.get(id, null)).toMatchObject({
      state: 'ready',
      error: null,
      pages: 1,
      pagesDone: 1,
    })
    expect(await textsFound(use, 'rent')).toEqual(['the rent is one thousand'])
  })

  test('pauses when nothing can be read because of no document, and says why at the document', async () => {
    const reader = createTextReader({
      fails: () => new ProcessLostError('reader', 'killed', true),
    })
    await using use = await matterInUse({ reader })
    const one = enqueue(use, await use.write('1.txt', 'a'), '1.txt')
    const two = enqueue(use, await use.write('2.txt', 'b'), '2.txt')
    use.queue.run()
    await until(() => use.queue.progress().paused && !use.queue.progress().running)
    expect([one, two].map((id) => stateOf(use, id))).toEqual(['paused', 'paused'])
    const { error } = use.matter.store.documents.get(one, null)
    expect(error && messageText(error.message)).toContain('stopped again and again')
  })

  test('survives a full disk: paused, and complete after a resume', async () => {
    let isFull = true
    const reader = createTextReader({
      fails: () => (isFull ? new Failure('NO_SPACE', verbatim('The disk is full.')) : null),
    })
    await using use = await matterInUse({ reader })
    const one = enqueue(use, await use.write('1.txt', 'a'), '1.txt')
    use.queue.run()
    await until(() => use.queue.progress().paused && !use.queue.progress().running)
    isFull = false
    use.queue.resume()
    await until(isIdle(use))
    expect(use.matter.store.documents.get(one, null)).toMatchObject({ state: 'ready', error: null })
  })

  test('reads a document without vectors when the embedding model fails', async () => {
    const embedder = { ...createHashEmbedder(8), embed: () => Promise.reject(new ProcessLostError('gone')) }
    await using use = await matterInUse({ embedder })
    const id = enqueue(use, await use.write('a.txt', 'the tenant gave notice'), 'a.txt')
    use.queue.run()
    await until(isIdle(use))
    expect(use.matter.store.documents.get(id, embedder.info.revision)).toMatchObject({
      state: 'ready',
      passagesEmbedded: 0,
    })
    const { hits, usedVectors } = await use.matter.library.search({ question: 'notice', limit: 1 })
    expect([hits[0]?.text, usedVectors]).toEqual(['the tenant gave notice', false])
  })

  test('waits while an answer is looked for', async () => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    enqueue(use, await use.write('a.txt', 'a\fb\fc'), 'a.txt')
    const answer = use.foreground.enter()
    use.queue.run()
    await until(() => reader.pagesRead.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(reader.pagesRead).toEqual(['a.txt 1'])
    answer[Symbol.dispose]()
    await until(isIdle(use))
    expect(reader.pagesRead).toHaveLength(3)
  })

  test('lets others in between documents that need no reading', async () => {
    await using use = await matterInUse()
    const ids: string[] = []
    for (let n = 0; n < 40; n += 1) ids.push(enqueue(use, await use.write(`${n}.txt`, `text ${n}`), `${n}.txt`))
    use.queue.run()
    await until(isIdle(use))
    for (const id of ids) await use.queue.forget(id).then(() => use.queue.add(id, null))
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 0)
    use.queue.run()
    await until(isIdle(use))
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(5)
  })

  test('records each document in the ledger once it can be asked about', async () => {
    await using use = await matterInUse()
    const id = enqueue(use, await use.write('a.txt', 'abc'), 'a.txt')
    use.queue.run()
    await until(isIdle(use))
    const { sha256 } = use.matter.store.documents.get(id, null)
    expect(use.matter.store.ledger.list()).toMatchObject([
      { kind: 'document-added', data: { documentId: id, sha256, bytes: 3, state: 'ready' } },
    ])
  })

  test('heals a document that a kill left between being shown and being marked as ready', async () => {
    await using use = await matterInUse()
    const file = await use.write('a.txt', 'abc')
    const id = enqueue(use, file, 'a.txt')
    use.queue.run()
    await until(isIdle(use))
    use.matter.store.documents.change(id, { state: 'embedding' })
    use.matter.store.jobs.add({ documentId: id, path: file, kind: 'read', queuedAt: '' })
    await use.reopen()
    use.queue.run()
    await until(isIdle(use))
    expect(stateOf(use, id)).toBe('ready')
  })

  test('finds no file and no bytes: the document is missing, and the queue goes on', async () => {
    await using use = await matterInUse()
    const id = enqueue(use, '', 'never-sent.txt')
    use.queue.run()
    await until(isIdle(use))
    expect(use.matter.store.documents.get(id, null)).toMatchObject({ state: 'failed', error: { code: 'missing' } })
  })
})

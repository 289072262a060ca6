import { verbatim } from '../../../wording/message.ts'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { decryptedPages } from '../decrypted-pages.ts'
import { codeOfFailure } from '../temporary-home.ts'
import { newMatter } from './new-matter.ts'

const JOB = { documentId: null, kind: 'read', queuedAt: '2026-01-01' }

test('jobs run in the order of the queue, and one that was running when all stopped runs again', async () => {
  await using setting = await newMatter()
  const first = setting.matter.jobs.add({ ...JOB, path: 'a' })
  const second = setting.matter.jobs.add({ ...JOB, path: 'b' })
  expect(setting.matter.jobs.start('t1')).toEqual({
    job: first,
    ...JOB,
    path: 'a',
    state: 'running',
    stage: 'queued',
    attempts: 1,
    limitMs: null,
    error: null,
    startedAt: 't1',
    endedAt: null,
  })
  setting.matter.jobs.setStage(first, 'reading')
  const { jobs } = await setting.reopen()
  expect(jobs.start('t2')).toMatchObject({ job: first, stage: 'reading', attempts: 2 })
  const error = { code: 'damaged', message: verbatim('damaged after page 3'), retry: false } as const
  jobs.finish(first, 'failed', 't3', error)
  expect(jobs.start('t4')?.job).toBe(second)
  jobs.finish(second, 'done', 't5', null)
  expect(jobs.start('t6')).toBeNull()
  expect(jobs.get(first)).toMatchObject({ state: 'failed', error, endedAt: 't3' })
  jobs.queueAgain(first, 't7', 600_000)
  expect(jobs.list().map(({ job, state, error: left, limitMs }) => [job, state, left, limitMs])).toEqual([
    [second, 'done', null, null],
    [first, 'queued', null, 600_000],
  ])
  jobs.removeEnded()
  expect(jobs.list().map(({ job }) => job)).toEqual([first])
  expect(await codeOfFailure(() => jobs.setStage('nobody', 'reading'))).toBe('NOT_FOUND')
})

test('waiting jobs are paused, resumed and cancelled, of one document or of all; running ones go on', async () => {
  await using setting = await newMatter()
  const { jobs, documents } = setting.matter
  const added = { root: 'r', state: 'queued', mediaType: 'x/y', bytes: 0, addedAt: 't' } as const
  const documentId = documents.add({ ...added, path: 'a' })
  for (const path of ['run', 'a', 'b']) jobs.add({ ...JOB, path, documentId: path === 'a' ? documentId : null })
  jobs.start('t')
  const states = () => jobs.list().map(({ state }) => state)
  jobs.pauseQueued()
  expect([states(), jobs.start('t')]).toEqual([['running', 'paused', 'paused'], null])
  jobs.cancelWaiting('t', documentId)
  expect(states()).toEqual(['running', 'cancelled', 'paused'])
  jobs.resumePaused()
  expect(states()).toEqual(['running', 'cancelled', 'queued'])
  jobs.cancelWaiting('t', null)
  expect(states()).toEqual(['running', 'cancelled', 'cancelled'])
})

test('answers come back whole, newest first, and a deleted one is in no page of the file', async () => {
  await using setting = await newMatter()
  const { answers, database } = setting.matter
  const [old, recent] = [answer('old', '2026-01-01'), answer('recent', '2026-01-02')]
  answers.save(recent, [])
  answers.save(old, [])
  answers.save(old, [])
  expect(answers.list()).toEqual([recent, old])
  expect(answers.get('old')).toEqual(old)
  database.flush()
  const key = setting.opened.store.matterKey(setting.id)
  const isOnDisk = async () => decryptedPages(await readFile(database.path), key, false).includes('Nobody knows old')
  expect(await isOnDisk()).toBe(true)
  answers.delete('old')
  expect(await isOnDisk()).toBe(false)
  expect(answers.list()).toEqual([recent])
  const gone = [() => answers.get('old'), () => answers.delete('old')]
  expect(await Promise.all(gone.map(codeOfFailure))).toEqual(['NOT_FOUND', 'NOT_FOUND'])
})

function answer(answerId: string, askedAt: string) {
  const model = { id: 'm', sha256: 'ab' }
  return {
    answerId,
    askedAt,
    question: 'Who signed?',
    follows: null,
    model,
    answer: `Nobody knows ${answerId}. `.repeat(400),
  }
}

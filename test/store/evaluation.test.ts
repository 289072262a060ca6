import { expect, test } from 'vitest'
import { createEvaluationRuns, createQuestionSets } from '../../store/evaluation-rows.ts'
import { MATTER, codeOfFailure, openTestStore, temporaryFolder } from './temporary-home.ts'

test('a set keeps its questions in their order; a changed one keeps its place, and a deleted set takes them with it', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const sets = opened.store.app.questionSets
  const made = { set: 's', addedAt: '2026-01-01', name: 'Leases' }
  sets.add(made, [{ id: 'b' }, { id: 'a' }])
  sets.putQuestion('s', { id: 'b', question: 'changed' } as { id: string })
  expect([sets.list(), sets.get('s')]).toEqual([[made], made])
  expect(sets.questions('s')).toEqual([{ id: 'b', question: 'changed' }, { id: 'a' }])
  sets.removeQuestion('s', 'b')
  expect(sets.questions('s')).toEqual([{ id: 'a' }])
  sets.remove('s')
  expect([sets.list(), sets.questions('s')]).toEqual([[], []])
  for (const work of [() => sets.get('s'), () => sets.remove('s'), () => sets.removeQuestion('s', 'a')])
    expect(await codeOfFailure(async () => work())).toBe('NOT_FOUND')
  expect(await codeOfFailure(async () => sets.putQuestion('s', { id: 'x' }))).toBe('NOT_FOUND')
})

test('a run is numbered, keeps one row a question, and one that was deleted takes no more', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { id } = await opened.store.createMatter(MATTER)
  const { database } = await opened.store.matter(id)
  const runs = createEvaluationRuns(database)
  expect(createQuestionSets(database).list()).toEqual([])
  expect(runs.nextNumber()).toBe(1)
  runs.save({ run: 'r1', number: 1 })
  runs.save({ run: 'r2', number: runs.nextNumber() })
  runs.addRow('r1', { id: 'q' })
  runs.addRow('r1', { id: 'q', outcome: 'right' } as { id: string })
  runs.save({ run: 'r1', number: 1, state: 'done' } as { run: string; number: number })
  expect(runs.list()).toEqual([
    { run: 'r2', number: 2 },
    { run: 'r1', number: 1, state: 'done' },
  ])
  expect(runs.rows('r1')).toEqual([{ id: 'q', outcome: 'right' }])
  runs.remove('r1')
  runs.addRow('r1', { id: 'late' })
  expect(runs.rows('r1')).toEqual([])
  expect(await codeOfFailure(async () => runs.get('r1'))).toBe('NOT_FOUND')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredCorrection } from '../../../store/matter/stored-answers.ts'
import { codeOfFailure } from '../temporary-home.ts'
import { newMatter } from './new-matter.ts'

test('corrections come back as they were after a restart, oldest first, and one that is taken back is gone', async () => {
  await using made = await newMatter()
  const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 200 }), 20)
  const kept = texts.map((question, index) => ({
    correctionId: `c${index}`,
    createdAt: `2026-01-${String(20 - index).padStart(2, '0')}`,
    question,
  }))
  for (const one of kept) made.matter.corrections.save(one)
  const { corrections } = await made.reopen()
  expect(corrections.list()).toEqual(kept.toReversed())
  expect(corrections.get('c3')).toEqual(kept[3])
  corrections.save({ ...kept[3], question: 'changed' } as StoredCorrection)
  expect(corrections.get('c3')).toMatchObject({ question: 'changed' })
  corrections.remove('c3')
  corrections.remove('c3')
  expect(corrections.list()).toHaveLength(19)
  expect(await codeOfFailure(() => corrections.get('none'))).toBe('NOT_FOUND')
})

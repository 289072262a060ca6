import { expect, test } from 'vitest'
import { partsOf } from '../../renderer/ask/threads.ts'
import { someAnswer, someSource } from './samples.ts'

test('a passage that only a question before had found can be opened, and is no evidence of this question', () => {
  const [found, before] = [someSource({ source: 'S3' }), someSource({ source: 'S1' })]
  const { document, page, start, end } = found
  const passages = [{ source: 'S3', document, page, start, end }]
  const answer = someAnswer({ sources: [found, before], passages })
  const { sources, evidence } = partsOf({ kind: 'finished', answer })
  expect(sources.map(({ source }) => source)).toEqual(['S1', 'S3'])
  expect(evidence.map(({ source }) => source)).toEqual(['S3'])
})

test('sources stand in the order of their numbers, whichever is nearest to the question', () => {
  const marks = ['S10', 'S3', 'S1', 'S2']
  const sources = marks.map((source) => someSource({ source }))
  const { document, page, start, end } = someSource()
  const passages = marks.map((source) => ({ source, document, page, start, end }))
  const shown = partsOf({ kind: 'finished', answer: someAnswer({ sources, passages }) })
  const inOrder = ['S1', 'S2', 'S3', 'S10']
  expect(shown.sources.map(({ source }) => source)).toEqual(inOrder)
  expect(shown.evidence.map(({ source }) => source)).toEqual(inOrder)
  expect(shown.ranked).toEqual(marks)
})

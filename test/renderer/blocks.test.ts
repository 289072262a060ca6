import { expect, test } from 'vitest'
import { partsOf } from '../../renderer/ask/threads.ts'
import { someAnswer, someSource } from './samples.ts'

test('a passage that only a question before had found can be opened, and is no evidence of this question', () => {
  const [found, before] = [someSource({ source: 'S3' }), someSource({ source: 'S1' })]
  const { document, page, start, end } = found
  const passages = [{ source: 'S3', document, page, start, end }]
  const answer = someAnswer({ sources: [found, before], passages })
  const { sources, evidence } = partsOf({ kind: 'finished', answer })
  expect(sources.map(({ source }) => source)).toEqual(['S3', 'S1'])
  expect(evidence.map(({ source }) => source)).toEqual(['S3'])
})

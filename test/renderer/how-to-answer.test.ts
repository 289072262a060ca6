import { expect, test } from 'vitest'
import { AS_MEASURED, askedFor, listProblem } from '../../renderer/ask/how-to-answer.ts'

test('as measured leaves the choice to the assistant; a list goes along with its own strategy only', () => {
  expect(askedFor(AS_MEASURED)).toEqual({})
  expect(askedFor({ strategy: 'extract', list: 'yes\nno' })).toEqual({ strategy: 'extract' })
  expect(askedFor({ strategy: 'options', list: ' yes \n\nno\n' })).toEqual({
    strategy: 'options',
    options: ['yes', 'no'],
  })
})

test('a list that cannot be chosen from is told why, before anything is asked', () => {
  expect(listProblem('yes\n')).toContain('two options')
  expect(listProblem('yes\nyes')).toContain('twice')
  expect(listProblem([...'abcdefghijk'].join('\n'))).toContain('11')
  expect(listProblem('yes\nno')).toBe('')
})

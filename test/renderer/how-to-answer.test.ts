import { expect, test } from 'vitest'
import {
  AS_MEASURED,
  askedFor,
  listProblem,
  meaningWords,
  unaskedWords,
} from '../../renderer/ask/question/how-to-answer.ts'

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

test('what is done where nothing is said has a name, a meaning and a reason', () => {
  expect(unaskedWords({}, 'direct')).toBe('written, as usual')
  expect(unaskedWords({}, 'quotes')).toBe('quoted, as usual')
  expect(meaningWords(null, {}, 'quotes').join(' ')).toContain('quoted word for word')
  expect(meaningWords(null, {}, 'direct').join(' ')).toBe(
    'The model writes from the sentences that it read, each sentence with its source. No other way was measured to be better for this model.',
  )
  const fact = { strategy: 'extract', source: '60 questions of leases: 41 right, written straight away 30' } as const
  const several = { strategy: 'direct', source: '40 questions of leases: none was better' } as const
  expect(unaskedWords({ fact, several: { ...fact } }, 'direct')).toBe('quoted first, measured best')
  expect(unaskedWords({ fact, several }, 'direct')).toBe('by the kind of question')
  expect(unaskedWords({ fact: several }, 'direct')).toBe('written, as usual')
  expect(unaskedWords({ fact }, 'direct')).toBe('by the kind of question')
  expect(meaningWords(null, { fact, several }, 'direct')).toEqual([
    'Questions for one thing: quoted first (60 questions of leases: 41 right, written straight away 30).',
    'Questions for several things: written (40 questions of leases: none was better).',
  ])
  expect(meaningWords('few-shot', { fact }, 'direct')).toEqual([expect.stringContaining('count as no source')])
})

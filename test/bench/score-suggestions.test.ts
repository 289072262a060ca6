import { expect, test } from 'vitest'
import { scoreSuggestions } from '../../bench/score-suggestions.ts'

const one = (question: string, wanted: readonly string[], found: readonly string[]) => ({ question, wanted, found })

test('what is suggested for a question that wants none lowers precision, what is missed lowers recall', () => {
  const score = scoreSuggestions([
    one('right', ['p/a', 'p/b'], ['p/b']),
    one('right first', ['p/a'], ['p/a', 'p/c']),
    one('right second', ['p/a'], ['p/c', 'p/a']),
    one('missed', ['p/a'], []),
    one('rightly none', [], []),
    one('wrongly one', [], ['p/a']),
  ])
  expect(score).toMatchObject({ questions: 6, right: 2, suggested: 4, wanting: 4, precision: 0.5, recall: 0.5 })
  expect(score.toRead.map(({ question }) => question)).toEqual(['right second', 'missed', 'wrongly one'])
})

test('where nothing is suggested, nothing is claimed', () => {
  expect(scoreSuggestions([one('missed', ['p/a'], [])])).toMatchObject({ precision: 0, precisionInterval: [0, 1] })
})

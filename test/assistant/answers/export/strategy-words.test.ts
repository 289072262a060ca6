import { verbatim } from '../../../../wording/message.ts'
import { expect, test } from 'vitest'
import { approachLines, strategyWords } from '../../../../assistant/answers/export/answer-words.ts'
import type { Approach } from '../../../../contract/answers/answer.ts'
import { howWords, strategyWords as wordsInWindow } from '../../../../renderer/ask/question/how-to-answer.ts'
import { StrategyName } from '../../../../contract/answers/strategy.ts'

const APPROACH: Approach = { wanted: 'few-shot', by: 'measured', quotes: [], recalled: '', examples: [] }

test('who chose the strategy is told, and why another one was followed', () => {
  const written = {
    state: 'answered',
    tokens: { prompt: 9, firstPrompt: 9, generated: 9, calls: 1, reused: 0 },
  } as const
  const followed = { strategy: 'few-shot', approach: APPROACH, ...written } as const
  expect(strategyWords(followed)).toBe('written from the passages, by examples, as measured for this model')
  expect(wordsInWindow(followed)).toBe('by examples, as measured')
  const other = { strategy: 'direct', approach: APPROACH, ...written } as const
  expect(strategyWords(other)).toBe('written from the passages, for no example was near enough')
  expect(wordsInWindow(other)).toBe('written: no example near enough')
  expect(strategyWords({ strategy: 'direct', approach: null, ...written })).toBe('written from the passages')
})

test('sentences that the model did not choose are not said to be chosen by it', () => {
  const tokens = { prompt: 0, firstPrompt: 0, generated: 0, calls: 0, reused: 0 }
  const quotes = { strategy: 'quotes', approach: null, tokens } as const
  expect(strategyWords({ ...quotes, state: 'not-written' })).toBe(
    'nothing written, nearest sentences quoted word for word',
  )
  expect(strategyWords({ ...quotes, state: 'answered' })).toBe('found in the documents, quoted word for word')
})

test('every strategy has words of its own', () => {
  expect(Object.keys(howWords())).toEqual(StrategyName.options)
  expect(new Set(Object.values(howWords())).size).toBe(StrategyName.options.length)
})

test('what is no source is said to be none', () => {
  const lines = approachLines({
    ...APPROACH,
    quotes: [
      {
        source: 'S1',
        document: 'a',
        documentId: 'd',
        reference: null,
        page: 1,
        start: 0,
        end: 9,
        quote: 'six\nmonths',
      },
    ],
    recalled: 'A lease is a contract.',
    examples: [{ question: 'How long?', answer: 'Nine weeks.', from: verbatim('Own questions'), fit: 0.7 }],
  })
  expect(lines).toEqual([
    'Quoted: “six months” [S1]',
    'Recalled by the model, from no source: A lease is a contract.',
    'Example, from Own questions, no source: How long? Nine weeks.',
  ])
})

import { expect, test } from 'vitest'
import { keepStrategy, measuredStrategies, strategyFor } from '../../../assistant/answers/strategy-choice.ts'
import type { MeasuredStrategies } from '../../../contract/answers/strategy.ts'
import { settingsInMemory } from '../settings-in-memory.ts'

const ONE = 'When does the lease end?'
const MANY = 'List all the leases.'
/** A model whose own sentences were measured to be confirmed. */
const WRITES = { paraphrases: true }
const MEASURED: MeasuredStrategies = { fact: { strategy: 'extract', source: '30 questions' } }

test('what was measured holds for its kind of question; else it is written', () => {
  expect(strategyFor({ question: ONE }, MEASURED, WRITES)).toEqual({ strategy: 'extract', by: 'measured' })
  expect(strategyFor({ question: MANY }, MEASURED, WRITES)).toEqual({ strategy: 'direct', by: 'usual' })
  expect(strategyFor({ question: ONE }, {}, WRITES)).toEqual({ strategy: 'direct', by: 'usual' })
})

test('what the user asks for wins over what was measured, and over a list', () => {
  expect(strategyFor({ question: ONE, strategy: 'few-shot' }, MEASURED, WRITES)).toEqual({
    strategy: 'few-shot',
    by: 'user',
  })
  const listed = { question: ONE, options: ['yes', 'no'] }
  expect(strategyFor(listed, MEASURED, WRITES)).toEqual({ strategy: 'options', by: 'usual' })
  expect(strategyFor({ ...listed, strategy: 'direct' }, MEASURED, WRITES)).toEqual({ strategy: 'direct', by: 'user' })
})

test('a model that was not measured to paraphrase well is led by quotes, where there are documents', () => {
  expect(strategyFor({ question: ONE }, {}, {})).toEqual({ strategy: 'quotes', by: 'usual' })
  expect(strategyFor({ question: ONE }, { fact: { strategy: 'direct', source: 'x' } }, {}).strategy).toBe('quotes')
  expect(strategyFor({ question: ONE, closedBook: true }, {}, {}).strategy).toBe('direct')
  expect(strategyFor({ question: ONE }, {}, null).strategy).toBe('direct')
})

test('it is kept for one model file and one kind of question', () => {
  const settings = settingsInMemory()
  keepStrategy(settings, 'one', 'fact', { strategy: 'extract', source: 'a' })
  keepStrategy(settings, 'one', 'several', { strategy: 'direct', source: 'b' })
  expect(measuredStrategies(settings, 'one')).toEqual({
    fact: { strategy: 'extract', source: 'a' },
    several: { strategy: 'direct', source: 'b' },
  })
  expect(measuredStrategies(settings, 'other')).toEqual({})
})

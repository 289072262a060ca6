import { expect, test } from 'vitest'
import { keepStrategy, measuredStrategies } from '../../../../assistant/answers/strategies/measured-strategies.ts'
import { strategyFor } from '../../../../assistant/answers/strategies/strategy-for.ts'
import type { MeasuredStrategies } from '../../../../contract/strategy.ts'
import type { JsonSettings } from '../../../../store/json-settings.ts'

const ONE = 'When does the lease end?'
const MANY = 'List all the leases.'
const MEASURED: MeasuredStrategies = { fact: { strategy: 'extract', source: '30 questions' } }

test('what was measured holds for its kind of question; else it is written', () => {
  expect(strategyFor({ question: ONE }, MEASURED)).toEqual({ strategy: 'extract', by: 'measured' })
  expect(strategyFor({ question: MANY }, MEASURED)).toEqual({ strategy: 'direct', by: 'usual' })
  expect(strategyFor({ question: ONE }, {})).toEqual({ strategy: 'direct', by: 'usual' })
})

test('what the user asks for wins over what was measured, and over a list', () => {
  expect(strategyFor({ question: ONE, strategy: 'few-shot' }, MEASURED)).toEqual({ strategy: 'few-shot', by: 'user' })
  const listed = { question: ONE, options: ['yes', 'no'] }
  expect(strategyFor(listed, MEASURED)).toEqual({ strategy: 'options', by: 'usual' })
  expect(strategyFor({ ...listed, strategy: 'direct' }, MEASURED)).toEqual({ strategy: 'direct', by: 'user' })
})

test('it is kept for one model file and one kind of question', () => {
  const kept = new Map<string, unknown>()
  const settings: JsonSettings = {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    all: () => Object.fromEntries(kept),
  }
  keepStrategy(settings, 'one', 'fact', { strategy: 'extract', source: 'a' })
  keepStrategy(settings, 'one', 'several', { strategy: 'direct', source: 'b' })
  expect(measuredStrategies(settings, 'one')).toEqual({
    fact: { strategy: 'extract', source: 'a' },
    several: { strategy: 'direct', source: 'b' },
  })
  expect(measuredStrategies(settings, 'other')).toEqual({})
})

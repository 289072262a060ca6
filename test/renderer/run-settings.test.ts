import { expect, test } from 'vitest'
import { runFacts } from '../../assistant/evaluation/report/run-facts.ts'
import { RunSettings } from '../../contract/evaluation.ts'
import { ABLATIONS, runSettings } from '../../renderer/evaluation/run-settings.ts'
import { settingsWords } from '../../renderer/evaluation/run-words.ts'

const AS_IN_ASK = RunSettings.parse({})

/** What the table of runs and the report say was left out. */
function said(settings: RunSettings): readonly string[] {
  const run = { setName: 'Leases', model: null, embedder: null, startedAt: '2026-06-03', done: 4, of: 4, settings }
  const asked = runFacts(run).find(([name]) => name === 'Asked')
  return [settingsWords({ settings }), asked?.[1] ?? '']
}

test('a run without cards is compared with the whole one, which comes last and is the newest', () => {
  expect(ABLATIONS.cards).toBe('without cards')
  expect(runSettings(30, ['cards', 'rules'])).toEqual([
    { ...AS_IN_ASK, cards: 'off', sample: 30 },
    { ...AS_IN_ASK, rules: 'off', sample: 30 },
    { ...AS_IN_ASK, sample: 30 },
  ])
})

test('every run says what was left out of it', () => {
  expect(said(AS_IN_ASK)).toEqual(['as in Ask', 'as in Ask'])
  expect(said({ ...AS_IN_ASK, cards: 'off' })).toEqual(['without cards', 'without cards'])
  expect(said({ ...AS_IN_ASK, rules: 'off', cards: 'always' })).toEqual(
    Array.from({ length: 2 }, () => 'without rules, cards also where the model is sure'),
  )
})

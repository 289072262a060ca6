import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { buildTurns } from '../../assistant/answers/draft/build-turns.ts'
import { entailmentOdds } from '../../assistant/answers/judge-entailment.ts'
import { LISTING, tally } from '../../assistant/answers/strategies/tally/tally.ts'
import { instructionsFor } from '../../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { lexicon } from '../checks/lexicon.ts'
import { realModel } from './real-models.ts'

const NEVER = new AbortController().signal
const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const { installed, whyNot } = await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m')
const supervised = supervise('language', () => forkChild(entry))
const model = createRemoteLanguageModel(supervised, {
  id: 'qwen2.5-coder-0.5b',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  contextTokens: 1024,
  threads: 1,
  gpu: 'off',
  withoutThinking: false,
})

afterAll(async () => {
  await supervised[Symbol.asyncDispose]()
})

describe.skipIf(whyNot !== null)('with the real 0.5B', () => {
  test('a judgement is a number, the same each time', async () => {
    const judge = () => entailmentOdds('The rent is due on Monday.', 'On Monday the rent must be paid.', model, NEVER)
    const odds = await judge()
    expect(Number.isFinite(odds)).toBe(true)
    expect(await judge()).toBeCloseTo(odds, 1)
  })

  test('what it lists of a short text is counted, each thing at its place', async () => {
    const text =
      'In May he took a watch from Mr Fry.\nIn June he took a ring from Ms Hay.\nIn July he took a coat from Mr Lee.'
    const newSources = [{ source: 'S1', where: 'judgment.txt', text }]
    const question = 'How many thefts did he commit?'
    const turns = buildTurns(
      [{ question, note: LISTING.count, newSources, answer: null }],
      instructionsFor(USUAL_SETTINGS),
    )
    const sources = [{ source: 'S1', text, context: 'judgment.txt' }]
    const tallying = { model, seed: 0, onCall: () => {}, sources, lexicon }
    const made = await tally({ kind: 'count', of: 'thefts' }, [{ turns, marks: ['S1'] }], tallying, NEVER)
    expect(made?.text).toMatch(/^3 thefts in the passages read: /)
    for (const { start, end, quote } of made?.items ?? []) expect(text.slice(start, end)).toBe(quote)
  })
})

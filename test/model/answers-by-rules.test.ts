import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../contract/answers/answer.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { wholeAssistant, type WholeAssistant } from '../assistant/whole-assistant.ts'
import { realModel } from './real-models.ts'

const { installed, whyNot } = await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m')
const supervised = supervise('language', () =>
  forkChild(fileURLToPath(new URL('../../models/process.ts', import.meta.url))),
)
const model = createRemoteLanguageModel(supervised, {
  id: 'qwen',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  contextTokens: 4096,
  threads: 1,
  gpu: 'off',
  withoutThinking: false,
})

const FACTS = [
  'claim_type(hollis, personal_injury)',
  'accrued(hollis, 2023-06-20)',
  'claimant(hollis, tom)',
  'date_of_birth(tom, 1980-01-01)',
  'break_date(notice, 2026-03-24)',
  'notice_period(notice, 6 months)',
]
/** Each with what the rule computes, or asks for. */
const QUESTIONS = [
  ['When does the limitation period end?', '2026-06-20'],
  ['What is the last day for the notice?', '2025-09-24'],
  ['When is the response due?', 'When was the claim in hollis served?'],
] as const

describe.skipIf(whyNot !== null)(`rules worded by a real small model${whyNot ? ` (${whyNot})` : ''}`, () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    life.defer(() => supervised[Symbol.asyncDispose]())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Hollis' })
    await use.client.pack.use({ matter: 'Hollis', pack: 'limitation-demo', on: true })
    for (const text of FACTS) await use.client.fact.setText({ matter: 'Hollis', text })
  })
  afterAll(() => life.disposeAsync())

  const ask = async (question: string, rules: 'on' | 'off'): Promise<Answer> => {
    const events = await Array.fromAsync(
      await use.withModel(model).answer.ask({ matter: 'Hollis', question, rules, maxTokens: 80 }),
    )
    const last = events.at(-1)
    if (last?.type !== 'answer-end') throw new Error('Expected an answer.')
    return last
  }

  test.each(QUESTIONS)('%s is answered with what the rule computes or asks for: %s', async (question, said) => {
    const { claims } = await ask(question, 'on')
    const computed = claims.filter(({ verdict }) => verdict === 'computed')
    expect(computed.map(({ text }) => text).join(' ')).toContain(said)
    const onRules = claims.filter(({ citations }) => citations.some((citation) => 'rule' in citation))
    expect(onRules.filter(({ verdict }) => verdict !== 'computed' && verdict !== 'unsupported')).toEqual([])
  })

  test('without rules none of it is computed', async () => {
    const { claims, sources } = await ask(QUESTIONS[0][0], 'off')
    expect(sources.filter(({ kind }) => kind === 'conclusion')).toEqual([])
    expect(claims.filter(({ verdict }) => verdict === 'computed')).toEqual([])
  })
})

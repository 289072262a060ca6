import { afterAll, describe, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { wholeAssistant } from '../assistant/whole-assistant.ts'
import { realModel } from './real-models.ts'

const { installed, whyNot } = await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m')
const supervised = supervise('language', () =>
  forkChild(fileURLToPath(new URL('../../models/process.ts', import.meta.url))),
)
const model = createRemoteLanguageModel(supervised, {
  id: 'qwen',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  contextTokens: 2048,
  threads: 1,
  gpu: 'off',
  withoutThinking: false,
})

afterAll(() => supervised[Symbol.asyncDispose]())

const LETTER = `Past History:
Disease History: Hypertension for 10 years, managed with medication. No known history of diabetes.
Family History: Mother had heart failure.

Medical Orders:
Long-term Orders: aspirin 100 mg once daily, monitoring of blood pressure.
Weight on 2026-06-01: 58 kg
`

describe.skipIf(whyNot !== null)(`facts that a real model finds${whyNot === null ? '' : ` (${whyNot})`}`, () => {
  test('are those that the text states, and denied where it denies them', { timeout: 180_000 }, async () => {
    await using use = await wholeAssistant()
    const client = use.withModel(model)
    await client.home.create({ passphrase: null })
    await client.matter.create({ name: 'Letter' })
    await client.pack.use({ matter: 'Letter', pack: 'af-demo', on: true })
    for await (const _ of await client.library.addPaths({
      matter: 'Letter',
      paths: [await use.write('letter.txt', LETTER)],
    }));
    for await (const _ of await client.fact.propose({ matter: 'Letter' }));
    const facts = await client.fact.list({ matter: 'Letter' })
    const said = facts.map(({ holds, relation, args, at }) => `${holds} ${relation} ${args[1]} ${at}`)
    expect(said).toContain('yes has hypertension null')
    expect(said).toContain('no has diabetes null')
    expect(said).toContain('yes weight 58 kg 2026-06-01')
    expect(said.filter((one) => one.includes('heart_failure'))).toEqual([])
    for (const { source } of facts)
      expect(source.kind === 'passage' && LETTER.slice(source.start, source.end)).toBe(
        source.kind === 'passage' && source.quote,
      )
  })
})

import { verbatim } from '../../wording/message.ts'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../contract/answers/answer.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { asked, matterWith } from '../assistant/answers/strategies/asking.ts'
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
const LEASE = `The rent is 24,000 pounds a year, payable on 1 May.

The tenant may end this lease on 24 March 2026 by giving six months notice.
`
const input = { question: 'How many months notice must the tenant give?', maxTokens: 60 }

const citedIn = ({ claims }: Answer) =>
  new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))

describe.skipIf(whyNot !== null)(
  `strategies with a real small model${whyNot ? ` (${whyNot})` : ''}`,
  { timeout: 120_000 },
  () => {
    afterAll(() => supervised[Symbol.asyncDispose]())

    test('it points at a sentence that stands there and concludes from it, without the letter', async () => {
      await using use = await matterWith(LEASE)
      const { answer } = await asked(use, model, { ...input, strategy: 'extract' })
      expect(answer.strategy).toBe('extract')
      expect(answer.approach?.quotes.map(({ quote }) => quote).every((quote) => LEASE.includes(quote))).toBe(true)
      expect(answer.approach?.quotes.some(({ quote }) => quote.includes('six months'))).toBe(true)
      expect(answer.answer).toMatch(/six|6/)
      expect(answer.answer).not.toMatch(/Quotes:|Answer:|^\(/)
    })

    test('it recalls two whole sentences without marks, and answers with those of the passages', async () => {
      await using use = await matterWith(LEASE)
      const { answer } = await asked(use, model, { ...input, strategy: 'recall-then-answer' })
      expect(answer.strategy).toBe('recall-then-answer')
      expect(answer.approach?.recalled).toMatch(/^[^[\]]+[.!?]$/)
      expect(citedIn(answer)).toEqual(new Set(['S1']))
      expect(answer.tokens.calls).toBe(2)
      // What it only recalled is in no passage, and not in the answer.
      expect(answer.claims.map(({ text }) => text).join(' ')).not.toMatch(/12 months/)
    })

    test('it answers after an example with marks of the passages alone', async () => {
      await using use = await matterWith(LEASE)
      const example = {
        question: 'How long is the notice for the mooring?',
        answer: 'Nine weeks.',
        from: verbatim('a set'),
        fit: 0.8,
      }
      const { answer } = await asked(
        use,
        model,
        { ...input, strategy: 'few-shot' },
        { examples: async () => [example] },
      )
      expect(answer.strategy).toBe('few-shot')
      expect(citedIn(answer)).toEqual(new Set(['S1']))
      expect(answer.claims.map(({ text }) => text).join(' ')).not.toMatch(/nine weeks/i)
    })
  },
)

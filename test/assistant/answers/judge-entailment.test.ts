import { describe, expect, test } from 'vitest'
import { beginAnswer } from '../../../assistant/answers/answer-progress.ts'
import { judgeEntailment } from '../../../assistant/answers/judge-entailment.ts'
import type { Claim } from '../../../contract/answers/answer.ts'
import type { Turn } from '../../../models/language-model.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'

const NEVER = new AbortController().signal
const WORTH = { atLeast: 1, right: 31, of: 33 }
const QUOTE = 'The Guarantor shall pay within 21 days after she receives the demand.'
const PARAPHRASE = 'Once the demand is there, the Guarantor must pay in 21 days. [S1]'

const claim = (index: number, text: string, more: Partial<Claim> = {}): Claim => ({
  index,
  text,
  verdict: 'unchecked',
  citations: [
    {
      source: 'S1',
      document: 'deed.md',
      documentId: 'd',
      reference: null,
      page: null,
      start: 0,
      end: QUOTE.length,
      quote: QUOTE,
    },
  ],
  absent: [],
  differences: [],
  differsFrom: [],
  disagreesWith: [],
  instead: null,
  judged: null,
  authorities: [],
  ...more,
})

/** Says yes with these odds; keeps what it was asked. */
function judge(odds: (turns: readonly Turn[]) => number, entailment: typeof WORTH | undefined = WORTH) {
  const asked: string[] = []
  const model = createScriptedModel({
    says: [''],
    entailment,
    scores: (turns, continuation) => {
      if (continuation === 'yes') asked.push(turns.at(-1)?.text ?? '')
      return continuation.trim().toLowerCase() === 'yes' ? odds(turns) : 0
    },
  })
  return { model, asked }
}

async function judged(claims: readonly Claim[], { model }: ReturnType<typeof judge>, signal = NEVER) {
  const progress = { ...beginAnswer(new Date(), { strategy: 'direct', by: 'usual' }), claims: [...claims] }
  const events = await Array.fromAsync(judgeEntailment(progress, { model, question: 'When must she pay?' }, signal))
  return { progress, events, calls: progress.calls.reduce((sum, { calls }) => sum + calls, 0) }
}

describe('the judgement of the model', () => {
  test('gives a paraphrase out again as supported, with what the judgement is worth, and counts its calls', async () => {
    const yes = judge(() => 2)
    const { progress, events, calls } = await judged([claim(0, PARAPHRASE)], yes)
    const expected = { ...claim(0, PARAPHRASE), verdict: 'supported', judged: { right: 31, of: 33 } }
    expect(progress.claims).toEqual([expected])
    expect(events).toEqual([{ type: 'claim', ...expected }])
    expect(calls).toBe(2)
    expect(yes.asked[0]).toContain(`Text: ${QUOTE}\nStatement: Once the demand is there`)
    expect(yes.asked[0]).not.toContain('[S1]')
  })

  test('is the mean over both orders of yes and no', async () => {
    const fond = judge((turns) => (turns.at(-1)?.text.endsWith('yes or no.') ? 3 : -2))
    expect((await judged([claim(0, PARAPHRASE)], fond)).progress.claims[0]?.verdict).toBe('unchecked')
  })

  test('leaves a sentence unchecked that it says no to, or yes to with less than the odds that were measured', async () => {
    const { progress, events } = await judged(
      [claim(0, PARAPHRASE)],
      judge(() => 0.9),
    )
    expect(progress.claims).toEqual([claim(0, PARAPHRASE)])
    expect(events).toEqual([])
  })

  test.each([
    ['that stands in its source word for word', claim(0, QUOTE, { verdict: 'verbatim' })],
    ['without a source', claim(0, PARAPHRASE, { verdict: 'unsupported', citations: [] })],
    ['with a number that its source lacks', claim(0, PARAPHRASE, { absent: ['21'] })],
    ['whose number stands elsewhere in the passage', claim(0, 'The Guarantor must pay in 30 days.')],
    ['that a rule computes otherwise', claim(0, PARAPHRASE, { differsFrom: ['R1'] })],
    [
      'with an authority that the library lacks',
      claim(0, PARAPHRASE, { authorities: [{ text: 'A v B', foundIn: null }] }),
    ],
    ['that permits what its source obliges to', claim(0, 'The Guarantor may pay in 21 days.')],
  ])('is not asked for of a sentence %s', async (_, one) => {
    const yes = judge(() => 9)
    const { progress, calls } = await judged([one], yes)
    expect(progress.claims).toEqual([one])
    expect([yes.asked, calls]).toEqual([[], 0])
  })

  test('is not asked for where it was not measured, or found to be worth too little', async () => {
    for (const worth of [undefined, { atLeast: 1, right: 20, of: 33 }]) {
      const yes = judge(() => 9)
      const model = createScriptedModel({ says: [''], entailment: worth })
      const { progress } = await judged([claim(0, PARAPHRASE)], { ...yes, model })
      expect(progress.claims[0]?.verdict).toBe('unchecked')
    }
  })

  test('ends when it is stopped, and what was judged by then stays', async () => {
    const stop = new AbortController()
    const slow = judge((turns) => {
      if (turns.at(-1)?.text.includes('Secondly')) stop.abort()
      return 2
    })
    const claims = [
      claim(0, PARAPHRASE),
      claim(1, 'Secondly, the Guarantor must pay in 21 days.'),
      claim(2, PARAPHRASE),
    ]
    const progress = { ...beginAnswer(new Date(), { strategy: 'direct', by: 'usual' }), claims: [...claims] }
    const events = judgeEntailment(progress, { model: slow.model, question: '' }, stop.signal)
    await expect(Array.fromAsync(events)).rejects.toThrow(/abort/)
    expect(progress.claims.map(({ verdict }) => verdict)).toEqual(['supported', 'unchecked', 'unchecked'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerEvent } from '../../../../contract/answer.ts'
import type { Offer } from '../../../../contract/offer.ts'
import { createScriptedModel } from '../../../../models/scripted-model.ts'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'
import { type AskedQuestion, FIRST_QUESTIONS, HELD_OUT_QUESTIONS } from '../../../../bench/offers/asked-questions.ts'
import { addInventedMatters } from './add-invented-matters.ts'

describe('what is offered for a question', { timeout: 120_000 }, () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await addInventedMatters(use)
  }, 120_000)
  afterAll(() => life.disposeAsync())

  const ask = async (matter: string, question: string, input: object = {}): Promise<readonly AnswerEvent[]> => {
    const model = createScriptedModel({ says: ['Nothing is known. [S1]'] })
    return Array.fromAsync(await use.withModel(model).answer.ask({ matter, question, ...input }))
  }
  const offered = (events: readonly AnswerEvent[]): Offer | null =>
    events.flatMap((event) => (event.type === 'offer' ? [event.offer] : []))[0] ?? null

  /** What differs from what is wanted, a line each. */
  const differing = async (questions: readonly AskedQuestion[]) => {
    const lines: string[] = []
    for (const { matter, question, offer } of questions) {
      const got = offered(await ask(matter, question))?.kind ?? null
      if (got !== offer) lines.push(`${offer ?? 'none'} → ${got ?? 'none'}: ${question}`)
    }
    return lines
  }

  test('suits the questions that the rules were made on', async () => {
    expect(await differing(FIRST_QUESTIONS)).toEqual([])
  })

  test.runIf(process.env.HELD_OUT)('suits the questions that were held out', async () => {
    expect(await differing(HELD_OUT_QUESTIONS)).toEqual([])
  })
})

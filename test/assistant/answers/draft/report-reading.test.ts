import { describe, expect, test } from 'vitest'
import { reportReading } from '../../../../assistant/answers/draft/watched-model.ts'
import type { AnswerEvent } from '../../../../contract/answers/answer.ts'
import type { LanguageModel, PromptReading } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'

const HALF: PromptReading = { doneTokens: 50, tokens: 100, secondsLeft: 4 }
const ALL: PromptReading = { doneTokens: 100, tokens: 100, secondsLeft: 0 }
const turns = [{ role: 'user', text: 'Who pays?' }] as const

async function* written(model: LanguageModel): AsyncGenerator<AnswerEvent, void, void> {
  for await (const { text } of model.generate({ turns, maxTokens: 9 })) yield { type: 'answer-delta', text }
}
const kinds = (events: readonly AnswerEvent[]) => events.map(({ type }) => type)

describe('what a model has read', () => {
  test('is told before its first word, and of several at once the last', async () => {
    const model = createScriptedModel({ says: ['The tenant.'], reads: [HALF, ALL] })
    const events = await Array.fromAsync(reportReading(model, written))
    expect(events[0]).toEqual({ type: 'reading', done: 100, total: 100, secondsLeft: 0 })
    expect(kinds(events)).toEqual(['reading', 'answer-delta', 'answer-delta'])
  })

  test('is told while nothing else comes', async () => {
    const gate = Promise.withResolvers<void>()
    const scripted = createScriptedModel({ says: ['Yes.'] })
    const model: LanguageModel = {
      ...scripted,
      async score(_turns, _continuations, _signal, onReading) {
        onReading?.(HALF)
        await gate.promise
        return [0]
      },
    }
    const events = reportReading(model, async function* (listened) {
      await listened.score(turns, ['yes'])
      yield* written(listened)
    })
    expect((await events.next()).value).toEqual({ type: 'reading', done: 50, total: 100, secondsLeft: 4 })
    gate.resolve()
    expect(kinds(await Array.fromAsync(events))).toEqual(['answer-delta'])
  })

  test('does not hide a failure, and nobody is left waiting when no more is read', async () => {
    const model = createScriptedModel({ says: ['Yes.'], reads: [HALF] })
    const ended: string[] = []
    const failing = async function* (listened: LanguageModel): AsyncGenerator<AnswerEvent, void, void> {
      try {
        yield* written(listened)
        throw new Error('lost')
      } finally {
        ended.push('ended')
      }
    }
    await expect(Array.fromAsync(reportReading(model, failing))).rejects.toThrow('lost')
    const left = reportReading(model, failing)
    await left.next()
    await left.return()
    expect(ended).toEqual(['ended', 'ended'])
  })
})

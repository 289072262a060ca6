import { describe, expect, test } from 'vitest'
import { createPastMistakes } from '../../../assistant/confidence/past-mistakes.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'

const QUESTION = 'When is a notice sent by post deemed received?'
const OTHER = 'Who pays for the roof of the warehouse?'
const embedder = createHashEmbedder()
const likeness = (question: string, own: readonly string[], general: readonly string[] = []) =>
  createPastMistakes().likeness(question, { own, matter: {}, general }, embedder)

describe('likeness to past mistakes', () => {
  test('is that of the nearest one, whole for the very same question', async () => {
    expect(await likeness(QUESTION, [OTHER, QUESTION])).toBeCloseTo(1)
    const near = await likeness('When is a notice sent by courier deemed received?', [OTHER, QUESTION])
    const far = await likeness('What is the dose of apixaban?', [OTHER, QUESTION])
    expect([near! > 0.5, far! < near!]).toEqual([true, true])
  })

  test('counts what cards are for, whoever a question is about', async () => {
    expect(await likeness('How much did Hollis pay?', [], ['How much did [PERSON] pay?'])).toBeCloseTo(1)
  })

  test('is not known where nothing was wrong yet', async () => {
    expect(await likeness(QUESTION, [])).toBeNull()
  })

  test('embeds the mistakes of a matter once, and again for another matter', async () => {
    const asked: string[] = []
    const counting = {
      ...embedder,
      embed: (...given: Parameters<typeof embedder.embed>) => (asked.push(...given[0]), embedder.embed(...given)),
    }
    const mistakes = createPastMistakes()
    const [one, other] = [{}, {}]
    for (const matter of [one, one, other])
      await mistakes.likeness(OTHER, { own: [QUESTION], matter, general: [] }, counting)
    expect(asked.filter((text) => text === QUESTION)).toHaveLength(2)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardFromMistake } from '../../../assistant/learning/card-from-mistake.ts'
import { pastMistakesIn } from '../../../assistant/confidence/past-mistakes.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const QUESTION = 'When is a notice sent by post deemed received?'
const FAILED = 'Who pays for the roof of the warehouse?'
const SIGNAL = new AbortController().signal

describe('past mistakes of a matter', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const likeness = async (
    matter: string,
    question: string,
    as: 'asking' | 'measuring',
    embedder = createHashEmbedder(),
  ) => {
    const { assistant } = use
    const shelf = { ...assistant.shelf, embedder: async () => embedder as never }
    const { session, knowledge, matters } = assistant
    return pastMistakesIn(await matters.open(matter), { session, knowledge, shelf }, as)(question, SIGNAL)
  }
  const fail = async (matter: string, question: string, from: 'user' | 'evaluation') => {
    const mistake = { question, from, answerId: null, wrong: '', expected: 'x', mistake: 'comprehension' } as const
    const open = await use.assistant.matters.open(matter)
    return cardFromMistake({ ...mistake, matter: open, student: null }, use.assistant)
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    for (const name of ['Lease', 'Other']) await use.client.matter.create({ name })
  })
  afterAll(() => life.disposeAsync())

  test('are not known before anything was wrong, nor where nothing compares them', async () => {
    expect(await likeness('Lease', QUESTION, 'asking')).toBeNull()
    const failing = { ...createHashEmbedder(), embed: () => Promise.reject(new Error('gone')) }
    await fail('Lease', QUESTION, 'user')
    expect(await likeness('Lease', QUESTION, 'asking', failing)).toBeNull()
  })

  test('are its own corrections and what cards are for, and never the corrections of another matter', async () => {
    expect(await likeness('Lease', QUESTION, 'asking')).toBeCloseTo(1)
    const [card] = await use.client.card.list()
    await use.client.card.retire({ card: card?.card ?? '' })
    expect(await likeness('Lease', QUESTION, 'asking')).toBeCloseTo(1)
    expect(await likeness('Other', QUESTION, 'asking')).toBeNull()
  })

  test('leave out, where a run is measured, the very same question and what evaluations made', async () => {
    await fail('Other', FAILED, 'evaluation')
    expect(await likeness('Other', FAILED, 'asking')).toBeCloseTo(1)
    expect(await likeness('Other', FAILED, 'measuring')).toBeNull()
    await fail('Other', QUESTION, 'user')
    expect(await likeness('Other', QUESTION, 'measuring')).toBeNull()
    expect(await likeness('Other', `${QUESTION} Say why.`, 'measuring')).toBeGreaterThan(0.5)
  })
})

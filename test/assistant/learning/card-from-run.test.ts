import { messageText } from '../../../wording/message-text.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const LEASE = [
  'Lease of the shop to Larkspur Bakery.',
  'A notice sent by first class post is deemed received on the second working day after posting.',
  'The notice of Larkspur Bakery was posted on 19 September 2025.',
].join('\n\n')
const QUESTION = 'When is a notice by first class post deemed received?'
const EXPECTED = 'On the second working day after posting.'

describe('a card from a run of an evaluation', () => {
  let use: WholeAssistant
  let client: AssistantClient

  beforeAll(async () => {
    use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    client = use.withModel(createScriptedModel({ says: ['The notice was posted on 19 September 2025 [S1].'] }))
    await client.matter.create({ name: 'Lease' })
    const path = await use.write('lease.txt', LEASE)
    await Array.fromAsync(await client.library.addPaths({ matter: 'Lease', paths: [path] }))
  })
  afterAll(() => use[Symbol.asyncDispose]())

  const set = async (name: string, ...questions: readonly object[]) => {
    const path = await use.write(name, questions.map((one) => `${JSON.stringify(one)}\n`).join(''))
    return client.evaluation.importSet({ matter: 'Lease', path })
  }
  const ranOn = async (questions: Awaited<ReturnType<typeof set>>) => {
    const settings = [{ cards: 'off' as const }]
    const [begun] = await client.evaluation.start({ matter: 'Lease', set: questions.set, settings })
    for (;;) {
      const [newest] = await client.evaluation.runs({ matter: 'Lease' })
      if (newest?.state === 'done') return newest.run
      if (newest?.run !== begun?.run || newest?.failure)
        throw new Error(newest?.failure ? messageText(newest.failure) : 'Expected the run.')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const begin = (of: string, question: string) =>
    client.card.fromRun({ matter: 'Lease', run: of, question, mistake: 'wrong-rule' })

  test('begins with a question that was answered wrong, and its known answer is what is right', async () => {
    const ran = await ranOn(
      await set(
        'own.jsonl',
        { id: 'receipt', question: `${QUESTION} Ask Larkspur Bakery.`, answer: EXPECTED },
        { id: 'posted', question: 'When was the notice posted?', answer: '19 September 2025' },
        { id: 'nobody', question: 'Was a notice posted by Brightwater?', answerable: false },
      ),
    )
    const made = await begin(ran, 'receipt')
    expect(made).toMatchObject({
      status: 'draft',
      mistake: 'wrong-rule',
      student: { id: 'scripted', sha256: 'scripted' },
      origin: { kind: 'evaluation' },
      trigger: expect.not.stringContaining('Larkspur'),
    })
    const correction = (await client.card.corrections({ matter: 'Lease' })).find(
      ({ correctionId }) => correctionId === made.origin.correction,
    )
    expect(correction).toMatchObject({ from: 'evaluation', answerId: null, expected: EXPECTED })
    expect(correction?.wrong).toContain('19 September 2025')
    const entries = await client.ledger.list({ matter: 'Lease' })
    const { correctionId } = correction ?? {}
    expect(entries.map(({ data }) => data)).toContainEqual({ correctionId, card: made.card, from: 'evaluation' })
    expect(await codeOf(() => begin(ran, 'other'))).toBe('NOT_FOUND')
    expect(await codeOf(() => begin('other', 'receipt'))).toBe('NOT_FOUND')
    await expect(begin(ran, 'posted')).rejects.toThrow('was answered neither wrong nor half')
    await expect(begin(ran, 'nobody')).rejects.toThrow('is not known')
  })

  test('is tested on the question with its options, where it was asked with them', async () => {
    const options = ['on the day of posting', 'on the second working day after posting']
    const question = 'Which of these is the day of receipt?'
    const asked = { id: 'options', question, answer: options[1], options }
    const made = await begin(await ranOn(await set('options.jsonl', asked)), 'options')
    const all = await client.card.corrections({ matter: 'Lease' })
    const { question: kept } = all.find(({ correctionId }) => correctionId === made.origin.correction) ?? {}
    expect(kept).toContain(`${question}\n(A) on the day of posting`)
  })

  test('is refused where the questions bring passages of their own, on which it could not be tested here', async () => {
    const asked = { id: 'own', question: 'What is the fee?', answer: '77 pounds', context: 'The fee is 77 pounds.' }
    const ran = await ranOn(await set('passages.jsonl', asked))
    await expect(begin(ran, 'own')).rejects.toThrow('passages of their own')
  })

  test('of a question longer than a card may be keeps its beginning, and the other cards can still be listed', async () => {
    const question = `${'Say it with your reasons. '.repeat(60)}${QUESTION}`
    const run = await ranOn(await set('long.jsonl', { id: 'long', question, answer: EXPECTED }))
    const made = await begin(run, 'long')
    expect(made.trigger).toMatch(/^Say it with your reasons\. .*…$/)
    expect((await client.card.list()).map(({ card }) => card)).toContain(made.card)
  })
})

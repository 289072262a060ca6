import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnswerEvent as EventShape, type AnswerEvent } from '../../../../contract/answers/answer.ts'
import type { Offer } from '../../../../contract/answers/offer.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'
import { type AskedQuestion, FIRST_QUESTIONS, HELD_OUT_QUESTIONS } from '../../../../bench/offers/asked-questions.ts'
import { addInventedMatters } from './add-invented-matters.ts'
import { answerSteps } from '../../../answer-steps.ts'

describe('what is offered for a question', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await addInventedMatters(use)
  })
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

  test('suits the questions that the rules were made on, but for one whose calculator has no such phrase', async () => {
    expect(await differing(FIRST_QUESTIONS)).toEqual(['calculator → none: By which day must notice be given?'])
  })

  test('is rather none than a wrong one, on questions that the rules were not made on', async () => {
    const lines = await differing(HELD_OUT_QUESTIONS)
    expect(lines.filter((line) => !line.includes('→ none'))).toEqual([])
    expect(lines.length).toBeLessThan(8)
  })

  const LIST = 'List the tenants and the rent of every lease.'

  test('comes behind the evidence and before anything is written, and is kept with the answer', async () => {
    const events = await ask('leases', LIST)
    expect(answerSteps(events).slice(0, 3)).toEqual(['answer-start', 'evidence', 'offer'])
    const end = events.at(-1)
    const offer = {
      kind: 'table',
      questions: ['Who is the tenant?', 'What is the rent?'],
      documents: [],
      count: 10,
      seconds: expect.any(Number),
    }
    expect(end).toMatchObject({ type: 'answer-end', offer: 'table', offered: offer, partOf: null })
    for (const event of events) expect(EventShape.parse(event)).toEqual(event)
  })

  test('is not made twice in a row for one question', async () => {
    const question = 'Which of the leases contain a break clause?'
    expect(offered(await ask('leases', question))?.kind).toBe('table')
    expect(offered(await ask('leases', 'which of the leases contain a break clause'))).toBeNull()
    expect(offered(await ask('leases', question))?.kind).toBe('table')
  })

  test('is over the documents that were chosen, and none where the evidence covers them', async () => {
    const documents = ['Lease, [A-L]*']
    const chosen = offered(await ask('leases', LIST, { documents }))
    expect(chosen).toBeNull()
    const more = ['Lease,*']
    expect(offered(await ask('leases', LIST, { documents: more }))).toMatchObject({ documents: more, count: 10 })
  })

  test('puts what is compared to each document alone', async () => {
    expect(
      offered(await ask('letters', 'Compare the blood pressure of Ekberg and Farrow on admission.')),
    ).toMatchObject({
      kind: 'each',
      parties: [
        {
          document: expect.stringContaining('Ekberg'),
          question: 'What is said about the blood pressure of Ekberg on admission?',
        },
        {
          document: expect.stringContaining('Farrow'),
          question: 'What is said about the blood pressure of Farrow on admission?',
        },
      ],
    })
  })

  test('names the calculator, and none where a rule concludes it already', async () => {
    const question = 'What is the CHA2DS2-VASc score of the patient?'
    expect(offered(await ask('patient', question))).toMatchObject({ kind: 'calculator', pack: 'clinical' })
  })

  test('is none for one party of a comparison, without documents, or with a closed list', async () => {
    const [first] = await ask('letters', 'When was Calder admitted?')
    const partOf = first?.type === 'answer-start' ? first.answerId : ''
    expect(offered(await ask('leases', LIST, { partOf }))).toBeNull()
    expect(offered(await ask('leases', LIST, { closedBook: true }))).toBeNull()
    expect(offered(await ask('leases', LIST, { options: ['yes', 'no'] }))).toBeNull()
    const kept = await use.client.answer.list({ matter: 'leases' })
    expect(kept.map((answer) => answer.partOf)).toContain(partOf)
  })

  test('without a model is no table, but a chronology, which needs none', async () => {
    const none = { model: 'none' }
    expect(offered(await ask('leases', LIST, none))).toBeNull()
    expect(offered(await ask('tenancy', 'Give me a timeline of the dispute.', none))).toMatchObject({ count: 3 })
  })

  test('says about how long a table takes, by tables where there was one', async () => {
    const model = createScriptedModel({ says: ['The tenant pays the rent. [S1]'] })
    const questions = [{ id: 'q1', question: 'Who pays the rent?' }]
    const documents = ['Lease, Mill Lane.txt']
    for await (const _ of await use.withModel(model).survey.table({ matter: 'leases', questions, documents }));
    const table = offered(await ask('leases', 'List the tenants of all leases.'))
    expect(table?.kind === 'table' ? table.seconds : null).toBeGreaterThan(0)
  })
})

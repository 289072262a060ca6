import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerEvent } from '../../../contract/answers/answer.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const life = new AsyncDisposableStack()
let use: WholeAssistant

beforeAll(async () => {
  use = life.use(await wholeAssistant())
  await use.client.home.create({ passphrase: null })
  await use.client.matter.create({ name: 'Lease' })
  const paths = [await use.write('lease.txt', 'The rent of the flat is 900 euros a month.')]
  for await (const _ of await use.client.library.addPaths({ matter: 'Lease', paths }));
})
afterAll(() => life.disposeAsync())

async function asked(model: string | null = null): Promise<readonly AnswerEvent[]> {
  const events: AnswerEvent[] = []
  const question = 'What is the rent?'
  for await (const event of await use.client.answer.ask({ matter: 'Lease', question, model })) events.push(event)
  return events
}

test.each(['smollm2-135m-instruct-q4_1', 'taken-from-the-list'])(
  'a question finds its passages where the chosen model %s is missing, and the answer says which one it was',
  async (chosen) => {
    await use.client.application.changeSettings({ languageModel: chosen })
    const end = (await asked()).at(-1)
    expect(end).toMatchObject({
      type: 'answer-end',
      state: 'extractive',
      model: null,
      missingModel: chosen,
      claims: [],
    })
    expect(end?.type === 'answer-end' && end.passages.length).toBe(1)
    expect((await use.client.answer.list({ matter: 'Lease' }))[0]).toMatchObject({ missingModel: chosen })
  },
)

test('a question for one model by its name is refused where that one is missing', async () => {
  expect(await codeOf(() => asked('smollm2-135m-instruct-q4_1'))).toBe('NO_MODEL')
})

test('an answer without any model chosen names none that is missing', async () => {
  await use.client.application.changeSettings({ languageModel: null })
  const end = (await asked()).at(-1)
  expect(end).toMatchObject({ state: 'extractive', model: null })
  expect(end).not.toHaveProperty('missingModel')
})

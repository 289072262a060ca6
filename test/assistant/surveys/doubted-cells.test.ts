import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellWords, exportTable } from '../../../assistant/surveys/export-survey.ts'
import type { AnswerState } from '../../../contract/answers/answer.ts'
import type { Cell } from '../../../contract/answers/survey.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

/** A question, a sentence that stands in the document and does not tell what is asked, and one that does. */
const KINDS = [
  ['How thick is the wall?', 'The wall is thick and dry.', 'The wall is 24 cm thick.'],
  ['How thick is the wall?', 'The wall was plastered within 6 weeks.', 'The wall is 24 cm thick.'],
  ['How much is the rent?', 'The rent is paid by the tenant.', 'The rent is 900 euros a month.'],
  ['How much is the rent?', 'The rent was reduced by 100 euros.', 'The rent is 900 euros a month.'],
  ['When was the notice sent?', 'The notice was sent by the agent.', 'The notice was sent on 3 May 2024.'],
  ['Who signed the lease?', 'The lease was signed in the kitchen.', 'Laura Marlowe signed the lease.'],
  [
    'Was the notice received in time?',
    'A notice is received in time if it is left by hand.',
    'The notice was received in time.',
  ],
  ['How long is the term of the lease?', 'The term of the lease began quietly.', 'The term of the lease is ten years.'],
  ['Why was the lease ended?', 'The lease was ended on 3 June 2024.', 'The lease was ended because of damp.'],
] as const

const life = new AsyncDisposableStack()
let use: WholeAssistant
let tries = 0

beforeAll(async () => {
  use = life.use(await wholeAssistant())
  await use.client.home.create({ passphrase: null })
})
afterAll(() => life.disposeAsync())

type Tried = { readonly cell: Cell | undefined; readonly state: AnswerState | undefined; readonly file: string }

/** The question put to a document of one sentence, by a model that quotes it: as a cell, and in Ask. */
async function tried(question: string, sentence: string): Promise<Tried> {
  const { matter } = await use.client.matter.create({ name: `Letter ${++tries}` })
  const paths = [await use.write('letter.txt', `${sentence} The garden lies behind the house.`)]
  for await (const _ of await use.client.library.addPaths({ matter, paths }));
  const client = use.withModel(createScriptedModel({ says: () => `${sentence} [S1]` }))
  const questions = [{ id: 'q', question }]
  let cell: Cell | undefined
  for await (const event of await client.survey.table({ matter, questions })) if (event.type === 'cell') cell = event
  let state: AnswerState | undefined
  for await (const event of await client.answer.ask({ matter, question }))
    if (event.type === 'answer-end') state = event.state
  return { cell, state, file: cell ? exportTable(questions, [cell], 'csv') : '' }
}

test.each(KINDS)('%s is not answered by “%s” in a table, as it is not in Ask', async (question, beside) => {
  const { cell, state, file } = await tried(question, beside)
  expect(state).not.toBe('answered')
  expect(cell).toMatchObject({ state: 'uncertain', text: beside, verdict: 'verbatim' })
  expect(cell && cellWords(cell)).toBe(`${beside} (may not be the answer)`)
  expect(file).toContain(`${beside} (may not be the answer)`)
})

test.each(KINDS)('%s (not “%s”) is answered by “%s” in a table, as it is in Ask', async (question, _beside, answer) => {
  const { cell, state } = await tried(question, answer)
  expect([cell?.state, cell?.text, state]).toEqual(['answered', answer, 'answered'])
  expect(cell && cellWords(cell)).toBe(answer)
})

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createExampleFinder } from '../../../../assistant/questions/example-finder.ts'
import { findExamplesIn } from '../../../../assistant/answers/strategies/few-shot.ts'
import { SetQuestion } from '../../../../contract/evaluation/evaluation.ts'
import { matterInUse } from '../../matter-in-use.ts'
import { verbatim } from '../../../../wording/message.ts'

const samplesFolder = fileURLToPath(new URL('../../../../samples', import.meta.url))
const NEVER = new AbortController().signal
const around = {
  samplesFolder,
  knowledge: { examples: createExampleFinder() },
  shelf: { embedder: async () => null },
} as unknown as Parameters<typeof findExamplesIn>[1]

const QUESTION = 'On which day did the gatehouse tenancy begin?'
const question = (given: Partial<SetQuestion>) =>
  SetQuestion.parse({
    id: 'q',
    question: 'On which day did the gatehouse tenancy end?',
    answer: 'On 4 June 2021.',
    ...given,
  })

test('examples are what a person answered in this matter, and what comes with the program', async () => {
  await using use = await matterInUse()
  const { store } = use.matter
  const set = {
    set: 's',
    name: 'Own questions',
    origin: 'built',
    matter: use.matter.id,
    documents: 'matter',
    folder: null,
  }
  store.questionSets.add({ ...set, addedAt: '2026-01-01T00:00:00.000Z' } as never, [
    question({}),
    question({ id: 'proposed', question: 'On which day did the gatehouse lease begin?', state: 'proposed' }),
    question({ id: 'none', question: 'On which day did the gatehouse flood begin?', answer: null, answerable: false }),
  ])
  const found = await findExamplesIn(use.matter, around, null)(QUESTION, NEVER)
  expect(found).toMatchObject([{ answer: 'On 4 June 2021.', from: verbatim('Own questions') }])
})

test('a correction is an example by what should have been said', async () => {
  await using use = await matterInUse()
  const correction = {
    correctionId: 'c',
    createdAt: '2026-01-01T00:00:00.000Z',
    from: 'user',
    answerId: null,
    question: 'On which day did the gatehouse tenancy end?',
    wrong: 'Never.',
    expected: 'It ended on 4 June 2021.',
    mistake: 'comprehension',
  }
  use.matter.store.corrections.save(correction)
  const found = await findExamplesIn(use.matter, around, null)(QUESTION, NEVER)
  expect(found).toMatchObject([{ answer: 'It ended on 4 June 2021.' }])
})

test('the answers of a set that is being measured are no examples', async () => {
  await using use = await matterInUse()
  const near = 'Between what hours can the boatbuilders at Saltery Quay use the crane?'
  const folder = `${samplesFolder}/calibration`
  expect(await findExamplesIn(use.matter, around, null)(near, NEVER)).not.toEqual([])
  expect(await findExamplesIn(use.matter, around, folder)(near, NEVER)).toEqual([])
})

test('where examples cannot be looked for there are none, and the answer is written without', async () => {
  await using use = await matterInUse()
  expect(await findExamplesIn(use.matter, { ...around, samplesFolder: '/nowhere' }, null)(QUESTION, NEVER)).toEqual([])
})

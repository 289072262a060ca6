import { expect, test } from 'vitest'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import type { Reranker } from '../../../../models/reranker.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asked, matterWith } from '../strategies/asking.ts'

const LEASE = 'The tenant may end this lease on 24 March 2026 by giving six months notice.\n'
const OTHERS = {
  'letter.txt': 'Your notice of 2 October 2025 came too late.\n',
  'note.txt': 'A note on the notice that the tenant wants to give about the lift.\n',
}
const QUESTION = 'Regarding the lease: when may the tenant give notice?'

/** What search puts last. */
function theLast(questions: string[]): Reranker {
  return {
    info: { id: 'the last', sha256: 'a' },
    score: async (question, passages) => {
      questions.push(question)
      return passages.map((_, at) => (at === passages.length - 1 ? 5 : -5))
    },
  }
}

test('evidence is told again in the order in which it is read, with its marks, before the first word', async () => {
  await using use = await matterWith(LEASE)
  for (const [name, text] of Object.entries(OTHERS)) await use.write(`case/${name}`, text)
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  const questions: string[] = []
  const model = createScriptedModel({ says: ['The tenant may end this lease on 24 March 2026 [S1].'] })
  const reranker = theLast(questions)
  const { events, answer } = await asked(use, model, { question: QUESTION }, { reranker })
  const told = events.flatMap((event, at) => (event.type === 'evidence' ? [{ at, sources: event.sources }] : []))
  // On a busy machine it is told a third time, before the rest of it has come.
  const orders = told.map(({ sources }) => sources.map(({ source }) => source))
  const [first, second] = [orders.at(-2), orders.at(-1)]
  expect(questions).toEqual(['when may the tenant give notice?'])
  expect(first).toEqual(['S1', 'S2', 'S3'])
  expect(second).toEqual(['S1', 'S3', 'S2'])
  expect(told.at(-1)?.at).toBeLessThan(events.findIndex(({ type }) => type === 'answer-delta'))
  expect(answer.sources.map(({ source }) => source)).toEqual(second)
})

test('evidence keeps its order where there is no reranker', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: ['The tenant may end this lease on 24 March 2026 [S1].'] })
  const { events } = await asked(use, model, { question: QUESTION })
  const orders = events.flatMap((event) =>
    event.type === 'evidence' ? [event.sources.map(({ source }) => source)] : [],
  )
  expect(new Set(orders.map(String))).toEqual(new Set(['S1']))
})

import { verbatim } from '../../../wording/message.ts'
import { expect, test } from 'vitest'
import { createExampleFinder } from '../../../assistant/questions/example-finder.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'

const QUESTION = 'When does the lease of the boathouse end?'
const example = (question: string, answer = 'On 1 May 2027, at noon.') => ({
  question,
  answer,
  from: verbatim('a set'),
})
const NEAR = example('When does the lease of the mill end?')
const FAR = example('Which drug was given for the fever?')
const find = (among: readonly ReturnType<typeof example>[], embedder = createHashEmbedder()) =>
  createExampleFinder().find(QUESTION, { among, matter: {} }, embedder)

test('the nearest come first, two at most, and none that is far', async () => {
  const others = [
    example('When does the long lease of the old mill end?'),
    example('When does the lease of the barn end?'),
  ]
  const found = await find([FAR, ...others, NEAR])
  expect(found).toHaveLength(2)
  expect(found[0]?.fit).toBeGreaterThanOrEqual(found[1]?.fit ?? 1)
  expect(found.map(({ question }) => question)).not.toContain(FAR.question)
  expect(await find([FAR])).toEqual([])
})

test('the question itself is no example, however it is spaced or spelt', async () => {
  const same = [example(`  ${QUESTION.toUpperCase()} `), example('When does the lease of the boathouse end')]
  expect(await find(same)).toEqual([])
})

test('a long one is left out: it is read before the first word', async () => {
  expect(await find([example(NEAR.question, 'word '.repeat(60))])).toEqual([])
})

test('without an embedder words in common count', async () => {
  const found = await createExampleFinder().find(QUESTION, { among: [FAR, NEAR], matter: {} }, null)
  expect(found.map(({ question }) => question)).toEqual([NEAR.question])
})

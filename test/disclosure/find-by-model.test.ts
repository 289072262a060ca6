import { expect, test } from 'vitest'
import { findByModel } from '../../disclosure/identifiers/find-by-model.ts'

const text = 'Ask Ann about Annabel, said Ann.'

test('what the model names counts where it stands as whole words, and nowhere else', async () => {
  const answer = '[{"type":"person","text":"Ann"},{"type":"person","text":"Bob"}]'
  const found = await findByModel(text, () => Promise.resolve(answer))
  expect(found.map(({ start, end, by }) => [start, end, by])).toEqual([
    [4, 7, 'model'],
    [28, 31, 'model'],
  ])
})

test.for(['', 'nobody', '{}', '[{"type":"king","text":"Ann"},{"text":"Ann"},null,{"type":"person","text":""}]'])(
  'an answer that is no list of identifiers adds nothing: %s',
  async (answer) => {
    expect(await findByModel(text, () => Promise.resolve(answer))).toEqual([])
  },
)

import { expect, test } from 'vitest'
import { addNamed, termsByModel } from '../../disclosure/identifiers/find-by-model.ts'

const text = 'Ask Ann about Annabel, said Ann.'

test('what the model names counts where it stands as whole words, and nowhere else', async () => {
  const answer = '[{"type":"person","text":"Ann"},{"type":"person","text":"Ann"},{"type":"person","text":"Bob"}]'
  const named = await termsByModel(text, () => Promise.resolve(answer))
  expect(named).toEqual([{ type: 'person', text: 'Ann' }])
  const { spans } = addNamed({ spans: [], flags: [], kept: [] }, text, named)
  expect(spans.map(({ start, end, by }) => [start, end, by])).toEqual([
    [4, 7, 'model'],
    [28, 31, 'model'],
  ])
})

test('it adds to what the layers found, takes nothing away, and leaves an authority readable', () => {
  const known = { start: 14, end: 21, type: 'person', by: 'names', confidence: 0.8 } as const
  const findings = {
    spans: [known],
    flags: [{ start: 4, end: 7, kind: 'name' as const }],
    kept: [{ start: 23, end: 31 }],
  }
  expect(addNamed(findings, text, [])).toBe(findings)
  const more = addNamed(findings, text, [{ text: 'Ann', type: 'person' }])
  expect(more.spans).toEqual([{ start: 4, end: 7, type: 'person', by: 'model', confidence: 0.5 }, known])
  expect(more).toMatchObject({ flags: [], kept: findings.kept })
})

test.for(['', 'nobody', '{}', '[{"type":"king","text":"Ann"},{"text":"Ann"},null,{"type":"person","text":""}]'])(
  'an answer that is no list of identifiers adds nothing: %s',
  async (answer) => {
    expect(await termsByModel(text, () => Promise.resolve(answer))).toEqual([])
  },
)

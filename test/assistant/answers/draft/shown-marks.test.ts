import { expect, test } from 'vitest'
import { draftAnswer, type DraftOptions, draftTurns } from '../../../../assistant/answers/draft/draft-answer.ts'
import { watchModel } from '../../../../assistant/answers/draft/watched-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { someSource } from '../../../renderer/samples.ts'

const NEVER = new AbortController().signal
const sources = ['S1', 'S2'].map((source) => someSource({ source, text: 'The rent of the shop is due in May.' }))

async function drafted(contextTokens: number) {
  const model = createScriptedModel({ says: ['It is due in May [S1].'], contextTokens })
  const watched = watchModel(model)
  const draft: DraftOptions = {
    model: watched.model,
    earlier: [],
    question: 'When is the rent due?',
    sources,
    newSources: sources,
    note: '',
    begun: '',
    show: ({ source }) => ({
      source,
      where: 'lease.md',
      text: 'The rent of the shop is due in May.',
      above: '',
      before: '',
    }),
    instructions: 'Answer.',
    maxTokens: 10,
    seed: 0,
    closedBook: false,
  }
  const turns = await draftTurns(draft)
  await Array.fromAsync(draftAnswer(draft, turns, NEVER))
  const shown = ['S1', 'S2'].filter((mark) => watched.wasShown(mark))
  return { shown, grammar: model.asked[0]?.grammar ?? null }
}

test('only marks of sources that the model was shown are offered, and told as shown', async () => {
  const both = await drafted(1000)
  expect(both.shown).toEqual(['S1', 'S2'])
  expect(both.grammar).toContain('"S2"')
  const one = await drafted(35)
  expect(one.shown).toEqual(['S1'])
  expect(one.grammar).toContain('"S1"')
  expect(one.grammar).not.toContain('"S2"')
  expect(await drafted(12)).toEqual({ shown: [], grammar: null })
})

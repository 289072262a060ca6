import { expect, test } from 'vitest'
import { answerByOptions } from '../../../../assistant/answers/strategies/answer-by-options.ts'
import type { Turn } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'

const NEVER = new AbortController().signal
const SOURCES = [{ source: 'S1', where: 'lease.md', text: 'The tenant may not sublet.' }]
const OPTIONS = ['yes', 'no', 'maybe']

/** The lines of the options in a prompt, without what stands before each. */
const listIn = (turns: readonly Turn[]) =>
  [...turns.at(-1)!.text.matchAll(/^(?:[A-J]\.|-) (.+)$/gm)].map(([, text]) => text)
const isByLetter = (turns: readonly Turn[]) => turns.at(-1)!.text.includes('letter')

test('a model that likes what stands first is outvoted by what it finds right', async () => {
  const model = createScriptedModel({
    says: [],
    scores: (turns, continuation) => {
      const named = isByLetter(turns) ? listIn(turns)['ABC'.indexOf(continuation.trim())] : continuation.trim()
      const first = named === listIn(turns)[0] ? 0.4 : 0
      return (named?.toLowerCase() === 'no' ? 0.5 : 0) + first
    },
  })
  const vote = await answerByOptions('May she sublet?', OPTIONS, SOURCES, model, NEVER)
  expect(vote).toMatchObject({ choice: 1, votes: 6, ballots: 6, voteShare: 1 })
  const turned = await answerByOptions('May she sublet?', ['maybe', 'no', 'yes'], SOURCES, model, NEVER)
  expect(turned).toMatchObject({ choice: 1, voteShare: 1 })
})

test('each option stands first once and is named by its letter and by its words, sources in front of them', async () => {
  const seen: string[] = []
  const model = createScriptedModel({
    says: [],
    scores: (turns) => {
      seen.push(`${isByLetter(turns)} ${listIn(turns).join(' ')}`)
      expect(turns.at(-1)!.text).toMatch(
        /^\[S1\] lease\.md\nThe tenant may not sublet\.\n\nQuestion: May she sublet\?\nOptions:\n/,
      )
      return -1
    },
  })
  await answerByOptions('May she sublet?', OPTIONS, SOURCES, model, NEVER)
  const orders = ['yes no maybe', 'no maybe yes', 'maybe yes no']
  expect(new Set(seen)).toEqual(new Set(orders.flatMap((order) => [`true ${order}`, `false ${order}`])))
})

test('a capital and a space before a name count for it', async () => {
  const model = createScriptedModel({
    says: [],
    scores: (turns, continuation) => {
      if (isByLetter(turns)) return -3
      // Alone "yes" is likelier than any one spelling of "no", and less likely than all of them.
      return { yes: Math.log(0.3), no: Math.log(0.2), No: Math.log(0.2) }[continuation.trim()] ?? -9
    },
  })
  expect(await answerByOptions('May she sublet?', ['yes', 'no'], SOURCES, model, NEVER)).toMatchObject({ choice: 1 })
})

test('a long text is not less likely for being long', async () => {
  const long = 'Only with the written consent of the landlord, which may not be withheld without reason'
  const model = createScriptedModel({
    says: [],
    scores: (turns, continuation) =>
      isByLetter(turns) ? -2 : -continuation.length * (continuation === long ? 0.1 : 0.5),
  })
  expect(await answerByOptions('May she sublet?', ['Never at all', long], SOURCES, model, NEVER)).toMatchObject({
    choice: 1,
  })
})

test('of five options four orders are looked at, and more than ten or fewer than two are refused', async () => {
  const model = createScriptedModel({ says: [] })
  const five = await answerByOptions('Which?', ['a1', 'b1', 'c1', 'd1', 'e1'], SOURCES, model, NEVER)
  expect(five.ballots).toBe(8)
  const many = Array.from({ length: 11 }, (_, at) => `option${at}`)
  await expect(answerByOptions('Which?', many, SOURCES, model, NEVER)).rejects.toThrow('two to 10 options, not 11')
  await expect(answerByOptions('Which?', ['yes'], SOURCES, model, NEVER)).rejects.toThrow('not 1')
})

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rememberReplies } from '../../bench/cards/remember-replies.ts'
import { scoreCards } from '../../bench/cards/score-cards.ts'
import { type RunRow, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { GenerateRequest, LanguageModel } from '../../models/language-model.ts'
import { createScriptedModel } from '../../models/stand-ins.ts'
import { inventRow } from '../assistant/evaluation/invented-rows.ts'

const ASKED = 'The pressure was 142/88. What was the diastolic pressure?'
const QUESTIONS = ['1', '2', '3'].map((id) =>
  SetQuestion.parse({
    id,
    type: id === '3' ? 'eye' : 'pressure',
    question: ASKED,
    answer: '88',
    options: ['142', '88'],
  }),
)
const row = (id: string, answer: string, more: Partial<RunRow> = {}) =>
  inventRow({ id, type: id === '3' ? 'eye' : 'pressure', question: ASKED, gold: '88', answer, ...more })

describe('what cards are worth', () => {
  test('is judged by what was written, whatever the state, and by the one thing that it names', () => {
    const off = [row('1', 'It was 142/88.'), row('2', 'It was 88.', { state: 'not-found' }), row('3', 'It was 142.')]
    const always = [
      row('1', 'It was 88.', { cards: ['k'] }),
      row('2', 'It was 142.'),
      row('3', 'It was 142.', { cards: ['k'] }),
    ]
    const cells = [
      { passages: 'on', cards: 'off', rows: off },
      { passages: 'on', cards: 'always', rows: always },
    ] as const
    expect(scoreCards(cells, QUESTIONS, new Map([['k', 'pressure']]))).toMatchObject([
      { cards: 'off', right: 1, of: 3, withCard: 0, coverable: 2 },
      { cards: 'always', right: 1, withCard: 2, cardsGiven: 2, rightCards: 1, byType: { pressure: 1, eye: 0 } },
      { compared: 'always against no cards', wrongToRight: ['1'], rightToWrong: ['2'], difference: 0, p: 1 },
    ])
  })
})

describe('remembered replies', () => {
  test('are given again for the very same request, also by a later run, and for no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'consilium-replies-'))
    const file = join(folder, 'replies.jsonl')
    const model = createScriptedModel({ says: ['It is 88.'] })
    const request: GenerateRequest = { turns: [{ role: 'user', text: ASKED }], maxTokens: 8 }
    const say = async (from: LanguageModel, asked: GenerateRequest) =>
      (await Array.fromAsync(from.generate(asked))).map(({ text }) => text).join('')
    const first = (await rememberReplies(file))(model)
    const said = [await say(first, request), await say((await rememberReplies(file))(model), request)]
    expect([said, model.asked.length]).toEqual([['It is 88.', 'It is 88.'], 1])
    await say(first, { ...request, seed: 1 })
    expect([model.asked.length, (await readFile(file, 'utf8')).split('\n').length]).toEqual([2, 3])
    await rm(folder, { recursive: true })
  })
})

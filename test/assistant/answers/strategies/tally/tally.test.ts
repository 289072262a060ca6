import { expect, test } from 'vitest'
import { tally } from '../../../../../assistant/answers/strategies/tally/tally.ts'
import { createScriptedModel } from '../../../../../models/stand-ins.ts'
import { lexicon } from '../../../../checks/lexicon.ts'

const NEVER = new AbortController().signal

/** What comes of texts of which the model lists these lines, each with its mark. */
async function tallied(kind: 'sum' | 'count', texts: readonly string[], lines: readonly string[]) {
  const sources = texts.map((text, at) => ({ source: `S${at + 1}`, text, context: '' }))
  const model = createScriptedModel({ says: [lines.map((line) => `- ${line}`).join('\n')] })
  const part = { turns: [], marks: sources.map(({ source }) => source) }
  return tally({ kind, of: 'payments' }, [part], { model, seed: 0, onCall: () => {}, sources, lexicon }, NEVER)
}

const REPAIRS = 'In May £300 was paid for repairs.'

test('amounts are added, and one that was listed twice counts once', async () => {
  const text = `In May £500 was paid for rent. ${REPAIRS}`
  const made = await tallied('sum', [text], ['£500 was paid for rent [S1]', '£300 [S1]', '£500 was paid for rent [S1]'])
  expect(made?.text).toMatch(/^£300 \+ £500 = £800 |^£500 \+ £300 = £800 /)
})

test('nothing is added where nobody can tell whether one amount was paid twice', async () => {
  const twice = `On 1 May £500 was paid for rent. On 1 June £500 was paid for rent. ${REPAIRS}`
  const rent = '£500 was paid for rent [S1]'
  expect(await tallied('sum', [twice], [rent, rent, '£300 was paid for repairs [S1]'])).toBeNull()
  const elsewhere = ['£500 was paid for rent.', `£500 was paid for rent. ${REPAIRS}`]
  const both = [rent, '£500 was paid for rent [S2]', '£300 was paid for repairs [S2]']
  expect(await tallied('sum', elsewhere, both)).toBeNull()
})

test('what two documents name is one thing to be counted', async () => {
  const made = await tallied(
    'count',
    ['A bank statement.', 'The bank statement and a receipt.'],
    ['bank statement [S1]', 'bank statement [S2]', 'a receipt [S2]'],
  )
  expect(made?.items).toHaveLength(2)
})

test.each([
  ['£500 was paid. A refund of £200 was made.', ['£500 was paid [S1]', '£200 [S1]']],
  ['Rent £500. Deposit (£200).', ['£500 [S1]', '£200 [S1]']],
  ['Rent £500. Deposit -£200.', ['£500 [S1]', '£200 [S1]']],
  ['Rent £500. Deposit − £200.', ['£500 [S1]', '£200 [S1]']],
  ['Rent £500, less £200 for repairs.', ['£500 [S1]', '£200 for repairs [S1]']],
  ['Rent £500. A credit of £200.', ['£500 [S1]', '£200 [S1]']],
])('nothing is added where an amount may go off: %s', async (text, lines) => {
  expect(await tallied('sum', [text], lines)).toBeNull()
})

/** What comes of a document with so many shops, of which the model lists so many. */
async function shops(there: number, listed: number, wordsAtMost = Infinity) {
  const names = Array.from({ length: there }, (_, at) => `Shop${'abcdefghijklmnopqrstuvwxyz'[at]}x`)
  const lines = names.slice(0, listed).map((name) => `- ${name} was visited [S1]`)
  const model = createScriptedModel({ says: [lines.join('\n')] })
  const generate: typeof model.generate = (request, signal) =>
    model.generate({ ...request, maxTokens: Math.min(request.maxTokens, wordsAtMost) }, signal)
  const sources = [{ source: 'S1', text: names.map((name) => `${name} was visited.`).join('\n'), context: '' }]
  const tallying = { model: { ...model, generate }, seed: 0, onCall: () => {}, sources, lexicon }
  return tally({ kind: 'count', of: 'places' }, [{ turns: [], marks: ['S1'] }], tallying, NEVER)
}

test('a list that was cut off, or is as long as a list may be, is not counted', async () => {
  expect((await shops(19, 19))?.text).toMatch(/^19 places/)
  expect(await shops(24, 20)).toBeNull()
  expect(await shops(14, 14, 12 * 5 + 2)).toBeNull()
})

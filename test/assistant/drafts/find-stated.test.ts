import { afterEach, beforeEach, expect, test } from 'vitest'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { accusing, addDocument, checkText } from './checking-drafts.ts'

const MATTER = 'Roe v Doe'
const JUDGMENT = [
  'The police searched the house of Ms Roe on 15 March 2023 and found the stolen goods. Ms Roe was represented by',
  'N. Kelly of Sterling Legal Associates at the trial. The judgment was given on 20 April 2023 by Judge Ruiz.',
].join(' ')

let whole: WholeAssistant

beforeEach(async () => {
  whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  await addDocument(whole, MATTER, await whole.write('judgment.txt', JUDGMENT))
})
afterEach(() => whole[Symbol.asyncDispose]())

const wrongIn = async (text: string) =>
  accusing(await checkText(whole, MATTER, text)).map(({ verdict, words, said }) => ({
    verdict,
    words: words.map(({ start, end }) => text.slice(start, end)),
    key: said?.key,
  }))

test.each([
  ['The search of the house of Ms Roe took place on 13 March 2023.', '13 March 2023'],
  ['Ms Roe had N. Keller of Sterling Legal Associates beside her at the trial.', 'Keller'],
])('a day or a person that no document has is named: %s', async (sentence, written) => {
  const key = 'draftCheck.said.statedNowhere'
  expect(await wrongIn(sentence)).toEqual([{ verdict: 'nowhere', words: [written], key }])
})

test.each([
  'The search of the house of Ms Roe took place on 15.3.2023.',
  'We wrote to Ms Roe about the search of her house on 13 March 2023.',
  'Ms Roe must return the stolen goods to the house by 30 June 2023.',
  'The search of the house of Ms Roe took place two days before 17 March 2023.',
  'The judgment of Judge Ruiz says which of the stolen goods were found in the house.',
])('nothing of what is the writer’s, is to be, is computed or is in a document: %s', async (sentence) => {
  expect(await wrongIn(sentence)).toEqual([])
})

test('while a document is not read in full, no day is called missing', async () => {
  await addDocument(whole, MATTER, await whole.write('broken.pdf', '%PDF-1.7 broken'))
  expect(await wrongIn('The search of the house of Ms Roe took place on 13 March 2023.')).toEqual([])
})

import { expect, test } from 'vitest'
import { partyQuestion } from '../../../../assistant/answers/offer/party-question.ts'

const party = (name: string) => ({ words: new Set(name.toLowerCase().split(' ')) })

test.each([
  ['Compare the fine of Ash with the sentence given to Birch.', 'Ash', 'Birch', 'What is said about the fine of Ash?'],
  [
    'Compare the fine of Ash with the sentence given to Birch.',
    'Birch',
    'Ash',
    'What is said about the sentence given to Birch?',
  ],
  [
    'Compare the pulse of Ash and Birch on admission.',
    'Birch',
    'Ash',
    'What is said about the pulse of Birch on admission?',
  ],
  ['Compare J. Ash’s fine with M. Birch’s fine', 'Ash', 'Birch', 'What is said about J. Ash’s fine?'],
  [
    'How do the medicines of Mrs Ash and Mr Birch differ?',
    'Ash',
    'Birch',
    'What is said about the medicines of Mrs Ash?',
  ],
  ['Was Ash or Birch admitted earlier?', 'Birch', 'Ash', 'When was Birch admitted?'],
  ['Who has the longer term, Ash or Birch?', 'Birch', 'Ash', 'Who has the longer term, Birch?'],
  [
    'Mill Lane versus Kestrel Row: which rent is higher?',
    'Kestrel Row',
    'Mill Lane',
    'Kestrel Row: which rent is higher?',
  ],
])('%s is put to %s, and not %s, as: %s', (question, own, other, asked) => {
  expect(partyQuestion(question, party(own), [party(other)])).toBe(asked)
})

test('no name of another party is left in it', () => {
  const names = ['Ash', 'Birch', 'Cedar']
  for (const own of names) {
    const others = names.filter((name) => name !== own)
    const asked = partyQuestion('How do the rents of Ash, Birch and Cedar differ?', party(own), others.map(party))
    expect(asked).toContain(own)
    for (const other of others) expect(asked).not.toContain(other)
  }
})

import { expect, test } from 'vitest'
import { questionFor } from '../../../../assistant/answers/parts/question-for.ts'

const BOTH =
  'According to the judgment of Danbury, Pinehurst, Court and Preston, Lancaster, Court, what are the occupations of the defendants P. Anderson and M. Harris?'

test.each([
  [
    BOTH,
    ['preston', 'lancaster', 'harris'],
    'According to the judgment of Danbury, Pinehurst, Court, Court, what are the occupations of the defendants P. Anderson?',
  ],
  [
    BOTH,
    ['danbury', 'pinehurst', 'anderson'],
    'According to the judgment of Court and Preston, Lancaster, Court, what are the occupations of the defendants M. Harris?',
  ],
  ['Who was admitted earlier, A. Smith or Q. Reyes?', ['reyes'], 'Who was admitted earlier, A. Smith?'],
  ['Who was admitted earlier, A. Smith or Q. Reyes?', ['smith'], 'Who was admitted earlier, Q. Reyes?'],
  [
    'What is the notice period in the leases of Ashton and Glenwood?',
    ['glenwood'],
    'What is the notice period in the leases of Ashton?',
  ],
  ["Is Ashton's rent higher than Glenwood's?", ['ashton'], "Is rent higher than Glenwood's?"],
  ['What do the two leases say?', ['ashton'], 'What do the two leases say?'],
])('%s without %s', (question, others, asked) => {
  expect(questionFor(question, new Set(others))).toBe(asked)
})

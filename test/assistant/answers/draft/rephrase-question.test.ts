import { expect, test } from 'vitest'
import { questionForDocument } from '../../../../assistant/answers/draft/rephrase-question.ts'

const BOTH =
  'According to the judgment of Danbury, Pinehurst, Court and Preston, Lancaster, Court, what are the occupations of the defendants P. Anderson and M. Harris?'
const DANBURY = ['danbury', 'pinehurst', 'anderson']
const PRESTON = ['preston', 'lancaster', 'harris']

test.each([
  [
    BOTH,
    DANBURY,
    PRESTON,
    'According to the judgment of Danbury, Pinehurst, Court, what are the occupations of the defendants P. Anderson?',
  ],
  [
    BOTH,
    PRESTON,
    DANBURY,
    'According to the judgment of Preston, Lancaster, Court, what are the occupations of the defendants M. Harris?',
  ],
  [
    'In the records of Windsor General Hospital and Tremont General Hospital, how old are they?',
    ['tremont'],
    ['windsor'],
    'In the records of Tremont General Hospital, how old are they?',
  ],
  ['Who was admitted earlier, A. Smith or Q. Reyes?', ['smith'], ['reyes'], 'Who was admitted earlier, A. Smith?'],
  ['Who was admitted earlier, A. Smith or Q. Reyes?', ['reyes'], ['smith'], 'Who was admitted earlier, Q. Reyes?'],
  [
    'What is the notice period in Ashton, Glenwood and Preston?',
    ['glenwood'],
    ['ashton', 'preston'],
    'What is the notice period in Glenwood?',
  ],
  ['K. Ramos and L. Bailey: what are their ages?', ['bailey'], ['ramos'], 'L. Bailey: what are their ages?'],
  ['Are Ashton and Glenwood let to bakers?', ['glenwood'], ['ashton'], 'Are Glenwood let to bakers?'],
  ['Danbury and Pinehurst: what is the rent?', ['pinehurst'], ['danbury'], 'Pinehurst: what is the rent?'],
  ...[
    "Is Ashton's rent higher than Glenwood's?",
    'What is the rent in Ashton and in Glenwood?',
    'Compare the rents of the Ashton lease with the Glenwood lease.',
    'Did Ashton sue Glenwood?',
  ].map((question): [string, string[], string[], string] => [question, ['glenwood'], ['ashton'], question]),
  ['What do the two leases say?', ['glenwood'], ['ashton'], 'What do the two leases say?'],
])('%s put to %s', (question, own, others, asked) => {
  expect(questionForDocument(question, new Set(own), new Set(others))).toBe(asked)
})

import { expect, test } from 'vitest'
import { tableColumns } from '../../../../assistant/answers/offer/table-columns.ts'

test.each([
  [
    'List all the defendants and the crime each of them was convicted of.',
    ['Who is the defendant?', 'What is the crime the defendant was convicted of?'],
  ],
  ['Give me the rent and the break date of every lease.', ['What is the rent?', 'What is the break date?']],
  ['Who are the tenants, and when does each term end?', ['Who is the tenant?', 'When does the term end?']],
  ['What sentence did each defendant receive?', ['What sentence did the defendant receive?']],
  ['How many of the defendants were acquitted?', ['Was the defendant acquitted?']],
  ['Which of the leases contain a break clause?', ['Does the lease contain a break clause?']],
  ['Which patients have diabetes?', ['Does the patient have diabetes?']],
  ['Which defendants received a suspended sentence?', ['Which defendant received a suspended sentence?']],
  ['In which cases was compensation ordered?', ['Was compensation ordered?']],
  ['Show me the names of all judges', ['What are the names of all judges?']],
  ['What became of it all?', ['What became of it all?']],
])('%s is asked of one document as %j', (question, columns) => {
  expect(tableColumns(question)).toEqual(columns)
})

import { expect, test } from 'vitest'
import { bareSentence } from '../../../checks/draft/bare-sentence.ts'

test.each([
  ['Under the lease of May. The tenant paid the rent, and left the house.', ''],
  [
    'Under the judgment in Roe v. Lee Ltd. and others, the tenant paid.',
    'Under the judgment in Roe v. Lee Ltd. and others,',
  ],
  ['As the report of 3 Oct. 2020 shows, the tenant paid.', 'As the report of 3 Oct. 2020 shows,'],
])('what says whose words follow ends with its sentence: %s', (sentence, frame) => {
  expect(bareSentence(sentence).frame).toBe(frame)
})

import { expect, test } from 'vitest'
import { splitClaims } from '../../checks/draft-claims.ts'

test('gives each sentence the marks that stand in it or right behind it', () => {
  expect(splitClaims('It ended on 1 May [S2]. Nobody objected. [S1][S3] The rent was £4.50 a week.')).toEqual([
    { text: 'It ended on 1 May.', sources: ['S2'] },
    { text: 'Nobody objected.', sources: ['S1', 'S3'] },
    { text: 'The rent was £4.50 a week.', sources: [] },
  ])
})

test('does not end a sentence at an abbreviation or inside a number', () => {
  expect(
    splitClaims('Dr. Castellane saw Mr. Okafor on ward No. 4 and noted 12.5 mg [S1].').map(({ text }) => text),
  ).toEqual(['Dr. Castellane saw Mr. Okafor on ward No. 4 and noted 12.5 mg.'])
})

test('takes lines of a list as sentences, without their bullets', () => {
  expect(splitClaims('- Bisoprolol 2.5 mg [S1]\n- Ramipril 5 mg [S2]\n')).toEqual([
    { text: 'Bisoprolol 2.5 mg', sources: ['S1'] },
    { text: 'Ramipril 5 mg', sources: ['S2'] },
  ])
})

test('finds nothing in blank or merely punctuated text', () => {
  expect(splitClaims(' \n . [S1]')).toEqual([])
})

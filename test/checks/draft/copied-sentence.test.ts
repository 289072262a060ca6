import { describe, expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

describe('numbers of a copy', () => {
  test.each([
    [
      'Clauses 3.2 and 3.1 of the lease bind the tenant and the guarantor of the rent.',
      'Clauses 3.1 and 3.2 of the lease bind the tenant and the guarantor of the rent.',
    ],
    [
      'Doses of 10 mg and 5 mg of the drug were given to the two groups of patients.',
      'Doses of 5 mg and 10 mg of the drug were given to the two groups of patients.',
    ],
    [
      'The patient took the tablet once a day with food until he was discharged.',
      'The patient took the tablet one a day with food until he was discharged.',
    ],
  ])('are no others in another order, or in a word that is a number in another language: %s', (sentence, page) => {
    expect(check(sentence, page).verdict).not.toBe('contradicted')
  })
  test('are others where each is of its own thing', () => {
    const page = 'Ramipril 5 mg and aspirin 75 mg were given to the patient on the ward in the morning.'
    const swapped = 'Ramipril 75 mg and aspirin 5 mg were given to the patient on the ward in the morning.'
    expect(check(swapped, page).verdict).toBe('contradicted')
  })
})

describe('how often and on which side', () => {
  const letter =
    'Apixaban 5 mg twice daily was started. Methotrexate 10 mg is taken weekly with folic acid. The left hip was replaced at the infirmary in March 2019.'
  test.each([
    ['Apixaban 5 mg once daily was started.', 'once', 'twice'],
    ['Methotrexate 10 mg is taken daily with folic acid.', 'daily', 'weekly'],
    ['The right hip was replaced at the infirmary in March 2019.', 'right', 'left'],
  ])('%s', (sentence, written, stands) => {
    const { verdict, said } = check(sentence, letter)
    expect({ verdict, said }).toEqual({ verdict: 'contradicted', said: { code: 'otherwise', written, stands } })
  })
  test('is not the other word where the page has both, each of its own time', () => {
    const page =
      'The work on the roof of the house was started in the winter and finished by the builder in the spring.'
    expect(
      check('The work on the roof of the house was finished by the builder in the spring.', page).verdict,
    ).not.toBe('contradicted')
  })
  test('is of another medicine where the page gives each its own', () => {
    const page = 'Apixaban 5 mg twice daily was started. Ramipril 5 mg once daily was started.'
    expect(check('Ramipril 5 mg once daily was started.', page).verdict).toBe('verbatim')
    expect(check('Apixaban and ramipril were started.', page).verdict).not.toBe('contradicted')
  })
})

describe('a place in a copy', () => {
  const page = 'The company has its registered seat in Boston and a branch in Leeds.'
  test.each(['Chicago', 'New York', 'Dubai', 'Paris'])('is another one: %s', (town) => {
    expect(check(page.replace('Boston', town), page)).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'otherwise', written: town, stands: 'Boston' },
    })
  })
})

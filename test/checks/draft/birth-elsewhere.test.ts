import { describe, expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

const FORM = 'Name: M. Okafor\nDate of birth: 3 May 1962'
const GERMAN = 'Name: M. Okafor\nGeburtsdatum: 03.05.1962'

describe('a birth that a page gives otherwise', () => {
  test.each([
    ['Ms Okafor was born in 1961.', FORM, '1961', '3 May 1962'],
    ['Ms Okafor was born on 3 May 1961.', FORM, '3 May 1961', '3 May 1962'],
    ['Ms Okafor (born 1961) was admitted with fever.', FORM, '1961', '3 May 1962'],
    ['Ms Okafor was born in 1961.', 'Ms Okafor was born on 3 May 1962 in Leeds.', '1961', '3 May 1962'],
    ['She was born in 1961.', 'Ms Okafor was born on 3 May 1962 in Leeds.', '1961', '3 May 1962'],
    ['Frau Okafor ist 1961 geboren.', GERMAN, '1961', '03.05.1962'],
    ['Frau Okafor, geb. 1961, wurde aufgenommen.', GERMAN, '1961', '03.05.1962'],
    ['Mme Okafor, née en 1961, a été admise.', 'Mme Okafor\nDate de naissance : 03/05/1962', '1961', '03/05/1962'],
    ['Pani Okafor, ur. 1961, została przyjęta.', 'Okafor\nData urodzenia: 03.05.1962', '1961', '03.05.1962'],
  ])('contradicts "%s"', (sentence, page, written, stands) => {
    const { verdict, said } = check(sentence, page)
    expect({ verdict, said }).toEqual({ verdict: 'contradicted', said: { code: 'otherwise', written, stands } })
  })

  test.each([
    ['Mr Lindqvist was born in 1961.', FORM],
    ['Her daughter was born in 1990.', FORM],
    ['Ms Okafor was born in 1962.', FORM],
    [
      'Dr Smith was born in 1961.',
      'Patient: Anna Jones\nDate of birth: 3 May 1962\n\nShe came in.\n\nSeen by Dr Smith.',
    ],
    ['Ms Okafor was born in 1961.', `${FORM}\nSpouse: J. Okafor, born 1961`],
    ['Ms Okafor was born in 1960.', `${FORM}\nPartner: J. Okafor, born 1961`],
  ])('does not contradict "%s" where another person may be meant, or where it is the same', (sentence, page) => {
    expect(check(sentence, page).verdict).not.toBe('contradicted')
  })
})

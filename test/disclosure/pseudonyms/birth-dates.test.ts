import { expect, test } from 'vitest'
import { birthSign } from '../../../disclosure/pseudonyms/ages.ts'

const DATE = '14.03.1951'
const signOf = (text: string) => birthSign(text, text.indexOf(DATE), text.indexOf(DATE) + DATE.length, null)

test.each([
  `DOB: ${DATE}`,
  `D.O.B. ${DATE}`,
  `Date of birth\t${DATE}`,
  `Born\n${DATE}`,
  `she was born at Leeds on ${DATE}`,
  `Frau Fall, geb. ${DATE}`,
  `geboren am ${DATE} in Markkleeberg`,
  `Geburtsdatum: ${DATE}`,
  `Fall, Winter, *${DATE}`,
  `née le ${DATE}`,
  `né(e) le ${DATE}`,
  `Date de naissance : ${DATE}`,
  `nacida el ${DATE}`,
  `Fecha de nacimiento: ${DATE}`,
  `F. Nac.: ${DATE}`,
  `nato a Lecco il ${DATE}`,
  `Data di nascita ${DATE}`,
  `nascido em ${DATE}`,
  `Data de nascimento: ${DATE}`,
  `geboren op ${DATE}`,
  `Geboortedatum ${DATE}`,
  `ur. ${DATE}`,
  `urodzona dnia ${DATE}`,
  `Data urodzenia: ${DATE}`,
  `${DATE} (DOB)`,
])('%s is a day of birth', (text) => expect(signOf(text)).toBe('told'))

test.each([
  `She was born in Leeds. Admitted on ${DATE}`,
  `seen on ${DATE}`,
  `The rent is due on ${DATE}`,
  `a stubborn pain since ${DATE}`,
  `born 1950, seen on ${DATE}`,
])('%s is none', (text) => expect(signOf(text)).toBeNull())

test('a date right behind a name may be one', () => {
  const text = `Edwin Calloway (${DATE})`
  const start = text.indexOf(DATE)
  expect(birthSign(text, start, start + DATE.length, 'Edwin Calloway'.length)).toBe('beside')
  const seen = `Edwin Calloway came on ${DATE}`
  expect(birthSign(seen, seen.indexOf(DATE), seen.length, 'Edwin Calloway'.length)).toBeNull()
})

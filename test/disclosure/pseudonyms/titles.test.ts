import { expect, test } from 'vitest'
import { readableTitle, readPersonName } from '../../../disclosure/pseudonyms/person-name.ts'

test.each([
  ['Fr. Winter', ['winter']],
  ['OA Dr. Jens Kiefer', ['jens', 'kiefer']],
  ['PD Dr. med. M. Öztürk', ['m', 'ozturk']],
  ['Sig.ra Rosa Bruni', ['rosa', 'bruni']],
  ['Mevrouw Vos', ['vos']],
  ['Pani Kowalska', ['kowalska']],
])('titles are no part of the name: %s', (text, parts) => {
  expect(readPersonName(text).parts).toEqual(parts)
})

test('no given or family name is taken for a title that may stay readable', () => {
  for (const name of ['Paz García', 'Pan Wei', 'Don Miguel', 'Ing Larsen']) expect(readableTitle(name)).toBe(0)
})

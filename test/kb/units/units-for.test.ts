import { expect, test } from 'vitest'
import { unitsFor } from '../../../kb/units/convert.ts'

test('a length can be given in inches', () => {
  expect(unitsFor('cm', null)).toEqual(['cm', 'm', 'mm', 'inch', 'ft'])
})

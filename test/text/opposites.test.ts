import { expect, test } from 'vitest'
import { isOpposite } from '../../text/opposites.ts'

test.each([
  ['normal', 'abnormal'],
  ['exclusive', 'non-exclusive'],
  ['valid', 'invalid'],
  ['regular', 'irregular'],
  ['effective', 'ineffective'],
  ['disclosed', 'undisclosed'],
  ['paid', 'unpaid'],
  ['wirksamen', 'unwirksamen'],
  ['mild', 'severe'],
  ['able', 'unable'],
  ['big', 'tiny'],
  ['many', 'few'],
  ['publicly', 'privately'],
  ['allow', 'forbid'],
  ['started', 'stopped'],
  ['rejecting', 'accepting'],
  ['rises', 'falls'],
  ['started', 'stops'],
  ['intentionally', 'accidentally'],
  ['diminish', 'increase'],
  ['refuses', 'granted'],
  ['once', 'twice'],
  ['weekly', 'daily'],
  ['bilateral', 'left'],
  ['moderate', 'severe'],
  ['zweimal', 'einmal'],
])('%s and %s exclude each other, either way about', (one, other) => {
  expect([isOpposite(one, other), isOpposite(other, one)]).toEqual([true, true])
})

test.each([
  ['round', 'around'],
  ['ward', 'award'],
  ['less', 'unless'],
  ['side', 'inside'],
  ['form', 'inform'],
  ['formed', 'informed'],
  ['count', 'discount'],
  ['plant', 'implant'],
  ['take', 'mistake'],
  ['fall', 'unfall'],
  ['initial', 'first'],
  ['heavy', 'severe'],
  ['great', 'severe'],
  ['moderate', 'profound'],
  ['complete', 'full'],
  ['due', 'payable'],
  ['severe', 'serious'],
  ['allowed', 'permitted'],
  ['needed', 'fed'],
  ['still', 'charged'],
  ['long', 'closed'],
  ['keep', 'permit'],
  ['rest', 'change'],
  ['fill', 'discharge'],
])('%s and %s are two words', (one, other) => {
  expect(isOpposite(one, other)).toBe(false)
})
